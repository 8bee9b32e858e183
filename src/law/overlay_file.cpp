// An overlay as a whole: its names first, then what uses them, then all of it laid over the book at once.
#include <algorithm>
#include <map>
#include <set>

#include "law/checks.hpp"
#include "law/overlay_read.hpp"

namespace ansinh {
namespace {

constexpr std::array<OverlayKey, 7> file_keys{
    {{"name"}, {"base"}, {"groups"}, {"layers"}, {"overrides"}, {"programmes"}, {"records"}}};

enum class Base : std::uint8_t { built_in, none };
std::string_view name(Base base) { return base == Base::none ? "none" : "built_in"; }

class FileReader {
 public:
  FileReader(const OverlayTree& tree, const LawBook& over) : walk_{tree}, over_{over} {}

  OverlayResult read() {
    const auto members = walk_.members(0, file_keys);
    if (!members) return std::move(walk_).faults();
    const auto& [name_at, base_at, groups, layers, overrides, programmes, records] = *members;
    if (name_at != 0) read_title(name_at);
    if (base_at != 0) read_base(base_at);
    data_ = std::make_shared<LawBook::Data>(laid_.alone ? bare_book() : detail::BookAccess::data(over_));
    if (groups != 0) read_groups_added(groups);
    if (layers != 0) read_layers_added(layers);
    if (overrides != 0) read_overrides(overrides);
    if (programmes != 0) read_programmes(programmes);
    if (records != 0) read_records(records);
    if (!walk_.clean()) return std::move(walk_).faults();
    return lay();
  }

 private:
  void read_title(std::uint32_t node) {
    const OverlayWalk::Step step{walk_, "name"};
    if (auto text = walk_.prose(node)) laid_.name = std::move(*text);
  }

  void read_base(std::uint32_t node) {
    const OverlayWalk::Step step{walk_, "base"};
    laid_.alone = walk_.one_of(node, std::array{Base::built_in, Base::none}) == Base::none;
  }

  // A name that is used in JSON and on the command line.
  std::optional<std::string> read_identifier(std::uint32_t node) {
    auto text = walk_.prose(node);
    if (!text) return std::nullopt;
    const auto fault = check_name(*text);
    if (!fault) return text;
    if (fault->hint == Hint::out_of_range) {
      walk_.fault(node, OverlayError::too_large, std::to_string(most_name));
    } else {
      walk_.fault(node, text->empty() ? OverlayError::empty : OverlayError::unknown_name, "a-z, 0-9, _");
    }
    return std::nullopt;
  }

  std::optional<GroupName> read_group(std::uint32_t node) {
    static constexpr std::array<OverlayKey, 3> keys{{{"name", true}, {"vi"}, {"en"}}};
    const auto members = walk_.members(node, keys);
    if (!members) return std::nullopt;
    GroupName group;
    {
      const OverlayWalk::Step step{walk_, "name"};
      auto text = read_identifier((*members)[0]);
      if (!text) return std::nullopt;
      group.name = group.vi = group.en = std::move(*text);
    }
    for (const auto& [k, into] : {std::pair{std::size_t{1}, &group.vi}, {std::size_t{2}, &group.en}}) {
      if ((*members)[k] == 0) continue;
      const OverlayWalk::Step step{walk_, keys[k].name};
      auto text = walk_.prose((*members)[k]);
      if (!text) return std::nullopt;
      *into = std::move(*text);
    }
    return group;
  }

  // A group that an earlier file added may be named again in the same words, so that each file stands by itself.
  void read_groups_added(std::uint32_t list) {
    const OverlayWalk::Step step{walk_, "groups"};
    std::set<std::string> had;
    walk_.each(list, [&](std::uint32_t node, std::size_t) {
      const auto group = read_group(node);
      if (!group) return;
      const auto known = std::ranges::find(data_->groups, group->name, &GroupName::name);
      const bool again = known != data_->groups.end() && *known == *group;
      if (!had.insert(group->name).second || group->name == "other" || (known != data_->groups.end() && !again)) {
        walk_.fault(node, OverlayError::duplicate, group->name);
      } else if (!again && data_->groups.size() == GroupSet::capacity) {
        walk_.fault(node, OverlayError::too_large, std::to_string(GroupSet::capacity));
      } else {
        if (!again) data_->groups.push_back(*group);
        laid_.groups.push_back(*group);
        laid_.group_at.push_back(walk_.position(node));
      }
    });
  }

  // Layers that the book has may be named too, but only before new ones: new layers are stacked last.
  void read_layers_added(std::uint32_t list) {
    const OverlayWalk::Step step{walk_, "layers"};
    std::set<std::string> had;
    const std::size_t held = data_->layers.size();
    std::size_t before = 0;  // layers of the book up to the one named last
    walk_.each(list, [&](std::uint32_t node, std::size_t) {
      const auto layer = read_identifier(node);
      if (!layer) return;
      const auto known = static_cast<std::size_t>(std::ranges::find(data_->layers, *layer) - data_->layers.begin());
      if (!had.insert(*layer).second) {
        walk_.fault(node, OverlayError::duplicate);
      } else if (known < held) {
        if (known < before || data_->layers.size() > held) walk_.fault(node, OverlayError::unordered);
        before = known + 1;
        laid_.layers.push_back(*layer);
      } else if (data_->layers.size() == most_layers) {
        walk_.fault(node, OverlayError::too_large, std::to_string(most_layers));
      } else {
        data_->layers.push_back(*layer);
        laid_.layers.push_back(*layer);
      }
    });
  }

  void read_overrides(std::uint32_t list) {
    const OverlayWalk::Step step{walk_, "overrides"};
    std::array<std::map<Day, Day>, parameter_count> claimed;  // first to last day
    walk_.each(list, [&](std::uint32_t node, std::size_t) {
      auto row = read_value(walk_, node);
      if (!row) return;
      auto& days = claimed[static_cast<std::size_t>(row->parameter)];
      const auto after = days.upper_bound(row->to);  // the first that begins after it
      if (after != days.begin() && std::prev(after)->second >= row->from) {
        walk_.fault(node, OverlayError::duplicate, std::string{ansinh::name(row->parameter)},
                    std::max(std::prev(after)->first, row->from).text());
        return;
      }
      days.emplace(row->from, row->to);
      laid_.value_at.push_back(walk_.position(node));
      laid_.values.push_back(std::move(*row));
    });
  }

  void read_programmes(std::uint32_t list) {
    const OverlayWalk::Step step{walk_, "programmes"};
    const auto refuse = [&] { walk_.fault(list, OverlayError::too_large, std::to_string(most_programmes)); };
    if (walk_.length(list) > most_programmes + LawBook::built_in().programmes().size()) return refuse();
    std::set<std::string> had;
    const OverlayNames names{*data_};
    walk_.each(list, [&](std::uint32_t node, std::size_t) {
      auto programme = read_programme(walk_, names, node);
      if (!programme) return;
      if (!had.insert(programme->id).second) {
        walk_.fault(node, OverlayError::duplicate, programme->id);
        return;
      }
      laid_.programme_at.push_back(walk_.position(node));
      laid_.programmes.push_back(std::move(*programme));
    });
    if (too_many_programmes(laid_.programmes)) refuse();
  }

  void read_records(std::uint32_t list) {
    const OverlayWalk::Step step{walk_, "records"};
    const OverlayNames names{*data_};
    walk_.each(list, [&](std::uint32_t node, std::size_t) {
      auto record = read_record(walk_, names, node);
      if (!record) return;
      laid_.record_at.push_back(walk_.position(node));
      laid_.records.push_back(std::move(*record));
    });
  }

  OverlayResult lay() {
    std::array<std::vector<LawRow>, parameter_count> values;
    for (const LawRow& row : laid_.values) values[static_cast<std::size_t>(row.parameter)].push_back(row);
    for (auto& of_parameter : values) lay_values(data_->rows, std::move(of_parameter));

    std::set<std::string_view> replaced;
    for (const Programme& programme : laid_.programmes) replaced.insert(programme.id);
    std::erase_if(data_->programmes, [&](const Programme& held) { return replaced.contains(held.id); });
    data_->programmes.insert(data_->programmes.end(), laid_.programmes.begin(), laid_.programmes.end());
    if (too_many_programmes(data_->programmes)) {
      walk_.fault(0, OverlayError::too_large, std::to_string(most_programmes));
      return std::move(walk_).faults();
    }
    data_->records.insert(data_->records.end(), laid_.records.begin(), laid_.records.end());
    laid_.book = detail::BookAccess::sealed(std::move(data_));
    return std::move(laid_);
  }

  OverlayWalk walk_;
  const LawBook& over_;
  std::shared_ptr<LawBook::Data> data_;
  Overlay laid_{over_, {}, false, {}, {}, {}, {}, {}, {}, {}, {}, {}};
};

}  // namespace

OverlayResult read_overlay(std::string_view json, const LawBook& over) {
  const auto tree = OverlayTree::read(json);
  if (const auto* fault = std::get_if<OverlayFault>(&tree)) return std::vector{*fault};
  return FileReader{*std::get_if<OverlayTree>(&tree), over}.read();
}

std::string_view name(OverlayError error) {
  static constexpr std::array<std::string_view, overlay_error_count> names{
      "malformed",     "truncated",    "byte_order_mark", "too_large",    "unknown_key",
      "duplicate_key", "missing_key",  "wrong_kind",      "not_whole",    "not_a_rate",
      "not_a_day",     "out_of_range", "unknown_name",    "unknown_code", "code_of_other_list",
      "duplicate",     "unordered",    "unsafe_text",     "empty"};
  return names[static_cast<std::size_t>(error)];
}

}  // namespace ansinh
