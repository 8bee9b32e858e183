#include <algorithm>
#include <iterator>

#include "ansinh/overlay.hpp"
#include "law/book_data.hpp"
#include "law/checks.hpp"

namespace ansinh {

void LawBook::Data::seal() {
  std::ranges::sort(rows, [](const LawRow& a, const LawRow& b) {
    return a.parameter != b.parameter ? a.parameter < b.parameter : a.from < b.from;
  });
  std::ranges::sort(programmes, {}, &Programme::id);
  std::size_t at = 0;
  for (std::size_t p = 0; p < parameter_count; ++p) {
    series_begin[p] = at;
    while (at < rows.size() && static_cast<std::size_t>(rows[at].parameter) == p) ++at;
  }
  series_begin[parameter_count] = rows.size();
  json = ansinh::canonical_json(*this);
  digest = short_sha256(json);
}

void lay_values(std::vector<LawRow>& rows, std::vector<LawRow> values) {
  if (values.empty()) return;
  std::ranges::sort(values, {}, &LawRow::from);
  std::vector<LawRow> kept;
  kept.reserve(rows.size() + 2 * values.size());
  for (const LawRow& row : rows) {
    if (row.parameter != values.front().parameter) {
      kept.push_back(row);
      continue;
    }
    Day from = row.from;  // the first of its days that is not yet dealt with
    bool days_left = true;
    auto over = std::ranges::lower_bound(values, row.from, {}, &LawRow::to);
    for (; days_left && over != values.end() && over->from <= row.to; ++over) {
      if (from < over->from) {
        kept.push_back(row);
        kept.back().from = from;
        kept.back().to = over->from.previous();
      }
      days_left = over->to < row.to;
      from = over->to.next();
    }
    if (days_left) {
      kept.push_back(row);
      kept.back().from = from;
    }
  }
  std::ranges::move(values, std::back_inserter(kept));
  rows = std::move(kept);
}

namespace {

Fault too_many(std::string_view key, std::int64_t most) {
  Fault fault;
  fault.field = Field::book;
  fault.hint = Hint::out_of_range;
  fault.parameter = key;
  fault.given = Datum::count(most + 1);
  fault.limit = Datum::count(most);
  return fault;
}

Fault twice(std::string_view key, std::string_view given) {
  Fault fault;
  fault.field = Field::book;
  fault.hint = Hint::duplicate;
  fault.parameter = key;
  fault.given = Datum{given};
  return fault;
}

}  // namespace

LawBook::LawBook(std::shared_ptr<const Data> data) : data_{std::move(data)} {}

Result<LawBook> LawBook::with(const Programme& programme) const {
  if (const auto fault = check(*data_, programme)) return *fault;
  auto data = std::make_shared<Data>(*data_);
  std::erase_if(data->programmes, [&](const Programme& p) { return p.id == programme.id; });
  data->programmes.push_back(programme);
  if (too_many_programmes(data->programmes)) return too_many("programmes", most_programmes);
  data->seal();
  return LawBook{std::move(data)};
}

Result<LawBook> LawBook::with(const Record& record) const {
  if (const auto fault = check(*data_, record)) return *fault;
  auto data = std::make_shared<Data>(*data_);
  data->records.push_back(record);
  data->seal();
  return LawBook{std::move(data)};
}

Result<LawBook> LawBook::with(const LawRow& value) const {
  if (const auto fault = check(value)) return *fault;
  auto data = std::make_shared<Data>(*data_);
  lay_values(data->rows, {value});
  data->seal();
  return LawBook{std::move(data)};
}

Result<LawBook> LawBook::with_group(const GroupName& group) const {
  if (const auto fault = check(group)) return *fault;
  if (this->group(group.name) || group.name == "other") return twice("groups", group.name);
  if (data_->groups.size() >= GroupSet::capacity) return too_many("groups", GroupSet::capacity);
  auto data = std::make_shared<Data>(*data_);
  data->groups.push_back(group);
  data->seal();
  return LawBook{std::move(data)};
}

Result<LawBook> LawBook::with_layer(std::string_view layer) const {
  if (const auto fault = check_name(layer)) return *fault;
  if (std::ranges::find(data_->layers, layer) != data_->layers.end()) return twice("layers", layer);
  if (data_->layers.size() >= most_layers) return too_many("layers", most_layers);
  auto data = std::make_shared<Data>(*data_);
  data->layers.emplace_back(layer);
  data->seal();
  return LawBook{std::move(data)};
}

std::span<const LawRow> LawBook::rows() const { return data_->rows; }

std::span<const LawRow> LawBook::series(Parameter parameter) const {
  const auto p = static_cast<std::size_t>(parameter);
  return std::span{data_->rows}.subspan(data_->series_begin[p], data_->series_begin[p + 1] - data_->series_begin[p]);
}

const LawRow* LawBook::on(Parameter parameter, Day day) const {
  const auto rows = series(parameter);
  const auto row = std::ranges::lower_bound(rows, day, {}, &LawRow::to);
  return row != rows.end() && row->from <= day ? &*row : nullptr;
}

std::span<const Programme> LawBook::programmes() const { return data_->programmes; }
std::span<const Record> LawBook::records() const { return data_->records; }
std::span<const std::string> LawBook::layers() const { return data_->layers; }
std::span<const GroupName> LawBook::groups() const { return data_->groups; }

std::optional<GroupSet> LawBook::group(std::string_view name) const {
  for (std::size_t bit = 0; bit < data_->groups.size(); ++bit) {
    if (data_->groups[bit].name == name) return GroupSet::from_bits(static_cast<std::uint16_t>(1U << bit));
  }
  return std::nullopt;
}

GroupSet LawBook::known_groups() const {
  return GroupSet::from_bits(static_cast<std::uint16_t>((1U << data_->groups.size()) - 1U));
}

const std::string& LawBook::canonical_json() const { return data_->json; }
const std::string& LawBook::digest() const { return data_->digest; }

}  // namespace ansinh
