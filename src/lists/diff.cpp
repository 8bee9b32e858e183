// A population under two laws: classes of rows and sums.
#include "ansinh/diff.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "lists/diff_pricing.hpp"

namespace ansinh {
namespace {

constexpr unsigned bits_of_groups = 16;

std::uint32_t key_of(const Request& row) {
  int province = 0;
  if (row.place.province) {
    province = row.place.province->number();
  } else if (row.place.former_province) {
    province = row.place.former_province->present().number();
  }
  return static_cast<std::uint32_t>(province) << bits_of_groups | row.groups.bits();
}

std::size_t index(DiffClass c) { return static_cast<std::size_t>(c); }

// 0 is the key of rows that do not count.
std::uint16_t key_of_both(std::size_t cell) { return static_cast<std::uint16_t>(1 + 2 * cell); }
std::uint16_t key_of_only(std::size_t cell) { return static_cast<std::uint16_t>(2 + 2 * cell); }
static_assert(2 + 2 * (Diff::max_cells - 1) < 0xffff);

}  // namespace

std::string_view name(DiffClass c) {
  switch (c) {
    case DiffClass::unchanged: return "unchanged";
    case DiffClass::gains: return "gains";
    case DiffClass::loses: return "loses";
    case DiffClass::shifted: return "shifted";
    case DiffClass::only_law: return "only_law";
    case DiffClass::only_against: return "only_against";
    case DiffClass::refused: return "refused";
  }
  return {};
}

std::uint64_t DiffTally::all() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t some : rows) sum += some;
  return sum;
}

void DiffTally::add(const DiffTally& other) {
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] += other.rows[i];
  law.add(other.law);
  against.add(other.against);
  only_law.add(other.only_law);
  only_against.add(other.only_against);
  gained += other.gained;
  lost += other.lost;
}

Diff::Diff(std::shared_ptr<const Plan> plan) : plan_{std::move(plan)}, slots_(slot_count) {
  for (std::size_t law = 0; law < 2; ++law) {
    tallies_[law].resize(1);
    further_[law].resize(plan_->sides[law].rules.book().layers().size() - 2);
  }
}
Diff::Diff(Diff&&) noexcept = default;
Diff& Diff::operator=(Diff&&) noexcept = default;
Diff::~Diff() = default;

Result<Diff> Diff::between(const Rules& law, const Rules& against, bool strict) {
  LawBook reading = law.book();
  for (const GroupName& group : against.book().groups()) {
    if (reading.group(group.name)) continue;
    Result<LawBook> wider = reading.with_group(group);
    if (!wider) return wider.fault();
    reading = std::move(wider).value();
  }
  Plan plan{Rules{reading}, {{{law, ColumnRules{law}, {}}, {against, ColumnRules{against}, {}}}}, strict, 0};
  const auto names = reading.groups();
  for (std::size_t bit = 0; bit < GroupSet::capacity; ++bit) {
    const auto own = static_cast<std::uint16_t>(1U << bit);
    // A bit without a name stays, so that it is refused and not lost.
    if (bit >= names.size()) {
      for (Plan::Side& side : plan.sides) side.group_of[bit] = own;
      continue;
    }
    bool shared = true;
    for (Plan::Side& side : plan.sides) {
      const auto held = side.rules.book().group(names[bit].name);
      side.group_of[bit] = held ? held->bits() : std::uint16_t{0};
      shared = shared && side.group_of[bit] == own;
    }
    if (shared) plan.shared_groups = static_cast<std::uint16_t>(plan.shared_groups | own);
  }
  return Diff{std::make_shared<const Plan>(std::move(plan))};
}

Diff Diff::fresh() const { return Diff{plan_}; }

const Rules& Diff::reading() const { return plan_->reading; }
const Rules& Diff::law() const { return plan_->sides[0].rules; }
const Rules& Diff::against() const { return plan_->sides[1].rules; }

std::optional<std::size_t> Diff::new_cell(std::uint32_t key, std::size_t slot) {
  if (cells_.size() == max_cells) {
    too_many_ = true;
    return std::nullopt;
  }
  cells_.push_back({.key = key, .rows = {}});
  slots_[slot] = static_cast<std::uint32_t>(cells_.size());
  for (auto& tallies : tallies_) tallies.resize(1 + 2 * cells_.size());
  return cells_.size() - 1;
}

void Diff::add(std::span<const Request> rows, std::vector<DiffRow>* changes) {
  if (!pricing_) pricing_ = std::make_unique<Pricing>(plan_);
  for (std::size_t at = 0; at < rows.size() && !too_many_; at += Pricing::most_rows) {
    take(rows.subspan(at, std::min(rows.size() - at, Pricing::most_rows)), at, changes);
  }
}

void Diff::take(std::span<const Request> rows, std::size_t first, std::vector<DiffRow>* changes) {
  Pricing& pricing = *pricing_;
  pricing.price(rows);
  std::array<std::vector<std::uint16_t>, 2> keys;
  for (auto& some : keys) some.assign(rows.size(), 0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto place = cell_of(key_of(rows[i]));
    if (!place) return;
    Cell& cell = cells_[*place];
    const Errc law = pricing.status(0, i), against = pricing.status(1, i);
    DiffClass kind = DiffClass::unchanged;
    if (law == Errc::ok && against == Errc::ok) {
      keys[0][i] = keys[1][i] = key_of_both(*place);
      if (!pricing.same(i)) {
        const std::int64_t change = pricing.share(0, i) - pricing.share(1, i);
        kind = change < 0 ? DiffClass::gains : (change > 0 ? DiffClass::loses : DiffClass::shifted);
        (change < 0 ? cell.gained : cell.lost) += change < 0 ? -change : change;
      }
    } else if (law == Errc::ok) {
      kind = DiffClass::only_law;
      keys[0][i] = key_of_only(*place);
    } else if (against == Errc::ok) {
      kind = DiffClass::only_against;
      keys[1][i] = key_of_only(*place);
    } else {
      kind = DiffClass::refused;
      ++refused_[static_cast<std::size_t>(law)];
    }
    ++cell.rows[index(kind)];
    for (std::size_t side = 0; side < 2; ++side) {
      left_out_[side] += pricing.groups_left_out(side, i) ? 1 : 0;
      // One further layer is what the others leave of the local sum; of several the row itself must say.
      if (further_[side].size() > 1 && keys[side][i] == key_of_both(*place)) {
        const DiffSide answer = pricing.side(side, i);
        if (answer.local_top_up != answer.province_top_up + answer.locality_top_up) {
          pricing.add_further(side, i, further_[side]);
        }
      }
    }
    if (changes != nullptr && kind != DiffClass::unchanged) {
      changes->push_back({first + i, kind, pricing.side(0, i), pricing.side(1, i)});
    }
  }
  for (std::size_t side = 0; side < 2; ++side) pricing.add_up(side, keys[side], tallies_[side]);
}

std::optional<Fault> Diff::fault(const Request& row, bool under_law) const {
  const Plan::Side& side = plan_->sides[under_law ? 0 : 1];
  Request request = row;
  request.groups = side.groups(row.groups);
  const Result<Assessment> answer = assess(side.rules, request);
  if (!answer) return answer.fault();
  return plan_->strict ? not_settled(request, *answer) : std::nullopt;
}

void Diff::count_unread(Errc reason, std::uint64_t rows) { unread_[static_cast<std::size_t>(reason)] += rows; }

bool Diff::merge(const Diff& other) {
  if (plan_ != other.plan_) return false;
  for (std::size_t i = 0; i < other.cells_.size(); ++i) {
    const auto cell = cell_of(other.cells_[i].key);
    if (!cell) break;
    Cell& mine = cells_[*cell];
    for (std::size_t k = 0; k < mine.rows.size(); ++k) mine.rows[k] += other.cells_[i].rows[k];
    mine.gained += other.cells_[i].gained;
    mine.lost += other.cells_[i].lost;
    for (std::size_t side = 0; side < 2; ++side) {
      tallies_[side][key_of_both(*cell)].add(other.tallies_[side][key_of_both(i)]);
      tallies_[side][key_of_only(*cell)].add(other.tallies_[side][key_of_only(i)]);
    }
  }
  for (std::size_t i = 0; i < unread_.size(); ++i) {
    unread_[i] += other.unread_[i];
    refused_[i] += other.refused_[i];
  }
  for (std::size_t side = 0; side < 2; ++side) {
    left_out_[side] += other.left_out_[side];
    for (std::size_t i = 0; i < further_[side].size(); ++i) further_[side][i] += other.further_[side][i];
  }
  too_many_ = too_many_ || other.too_many_;
  return true;
}

DiffTally Diff::tally_of(std::size_t cell) const {
  DiffTally tally;
  tally.rows = cells_[cell].rows;
  tally.gained = cells_[cell].gained;
  tally.lost = cells_[cell].lost;
  tally.law = tallies_[0][key_of_both(cell)];
  tally.against = tallies_[1][key_of_both(cell)];
  tally.only_law = tallies_[0][key_of_only(cell)];
  tally.only_against = tallies_[1][key_of_only(cell)];
  return tally;
}

DiffTally Diff::all() const {
  DiffTally all;
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) all.add(tally_of(cell));
  for (const std::uint64_t rows : unread_) all.rows[index(DiffClass::refused)] += rows;
  return all;
}

std::vector<Diff::OfProvince> Diff::provinces() const {
  std::map<int, DiffTally> sums;
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    sums[static_cast<int>(cells_[cell].key >> bits_of_groups)].add(tally_of(cell));
  }
  std::vector<OfProvince> all;
  for (const auto& [number, tally] : sums) all.push_back({ProvinceCode::from_number(number), tally});
  return all;
}

std::vector<Diff::OfGroups> Diff::groups() const {
  std::map<std::uint16_t, DiffTally> sums;
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    sums[static_cast<std::uint16_t>(cells_[cell].key & 0xffffU)].add(tally_of(cell));
  }
  std::vector<OfGroups> all;
  for (const auto& [bits, tally] : sums) all.push_back({GroupSet::from_bits(bits), tally});
  return all;
}

std::vector<DiffLayer> Diff::layers() const {
  const DiffTally sums = all();
  std::vector<DiffLayer> all;
  for (std::size_t side = 0; side < 2; ++side) {
    const Tally& tally = side == 0 ? sums.law : sums.against;
    const auto names = plan_->sides[side].rules.book().layers();
    for (std::size_t i = 0; i < names.size(); ++i) {
      Int128 sum = 0;
      if (i == 0) {
        sum = tally.province_top_up;
      } else if (i == 1) {
        sum = tally.locality_top_up;
      } else if (names.size() == 3) {
        sum = tally.local_top_up - tally.province_top_up - tally.locality_top_up;
      } else {
        sum = further_[side][i - 2];
      }
      auto found =
          std::find_if(all.begin(), all.end(), [&](const DiffLayer& layer) { return layer.layer == names[i]; });
      if (found == all.end()) found = all.insert(all.end(), {names[i], 0, 0});
      (side == 0 ? found->law : found->against) = sum;
    }
  }
  return all;
}

std::uint64_t Diff::refused(Errc reason) const {
  return refused_[static_cast<std::size_t>(reason)] + unread_[static_cast<std::size_t>(reason)];
}

std::uint64_t Diff::groups_left_out(bool under_law) const { return left_out_[under_law ? 0 : 1]; }

bool Diff::changes_nothing() const {
  const DiffTally sums = all();
  for (const DiffClass c :
       {DiffClass::gains, DiffClass::loses, DiffClass::shifted, DiffClass::only_law, DiffClass::only_against}) {
    if (sums.count(c) > 0) return false;
  }
  const auto paid = layers();
  return sums.count(DiffClass::unchanged) > 0 && sums.law == sums.against &&
         std::all_of(paid.begin(), paid.end(), [](const DiffLayer& layer) { return layer.law == layer.against; });
}

}  // namespace ansinh
