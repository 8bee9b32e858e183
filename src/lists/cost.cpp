// Costs: lines by group set, beginning and year, and what new participants add.
#include "ansinh/cost.hpp"

#include <algorithm>
#include <utility>

#include "lists/cost_plan.hpp"
#include "lists/cost_projection.hpp"

namespace ansinh {
namespace {

// The part that falls to so many out of `among` rows of a sum of theirs, to the nearest whole, halves up. In two steps,
// so that no product leaves 128 bit.
Int128 share_of(Int128 sum, std::uint64_t number, std::uint64_t among) {
  const Int128 rows = static_cast<Int128>(among);
  const Int128 whole = sum / rows;
  const Int128 rest = sum - whole * rows;
  const Int128 persons = static_cast<Int128>(number);
  return whole * persons + (2 * rest * persons + rows) / (2 * rows);
}

Fault outside(Month given, Month least, Month most) {
  Fault fault;
  fault.code = Errc::day_outside_law;
  fault.field = Field::first_month;
  fault.hint = Hint::out_of_range;
  fault.given = Datum{given};
  fault.limit = Datum{least};
  fault.other_limit = Datum{most};
  return fault;
}

}  // namespace

void CostSums::add(const CostSums& other) {
  payments += other.payments;
  months += other.months;
  supported_months += other.supported_months;
  contribution += other.contribution;
  central_support += other.central_support;
  province_top_up += other.province_top_up;
  locality_top_up += other.locality_top_up;
  further_top_up += other.further_top_up;
  other_support += other.other_support;
  participant_share += other.participant_share;
  for (std::size_t i = 0; i < by_source.size(); ++i) by_source[i] += other.by_source[i];
}

void CostLine::add(const CostLine& other) {
  persons += other.persons;
  supported += other.supported;
  run_out += other.run_out;
  raised += other.raised;
  lowered += other.lowered;
  unsettled += other.unsettled;
  local_unknown += other.local_unknown;
  sums.add(other.sums);
}

std::string_view name(CostAssumption assumption) {
  switch (assumption) {
    case CostAssumption::goes_on: return "goes_on";
    case CostAssumption::first_day: return "first_day";
    case CostAssumption::year_of_payment: return "year_of_payment";
    case CostAssumption::floor: return "floor";
    case CostAssumption::ceiling: return "ceiling";
    case CostAssumption::other_support: return "other_support";
    case CostAssumption::own_limit: return "own_limit";
    case CostAssumption::newcomers: return "newcomers";
  }
  return {};
}

Cost::Cost(std::shared_ptr<const Plan> plan) : plan_{std::move(plan)} {}
Cost::Cost(Cost&&) noexcept = default;
Cost& Cost::operator=(Cost&&) noexcept = default;
Cost::~Cost() = default;

Result<Cost> Cost::over(const Rules& rules, const CostOptions& options) {
  const Month first = first_law_day.month(), last = last_law_day.month();
  for (const Month month : {options.from, options.to}) {
    if (month < first || month > last) return outside(month, first, last);
  }
  if (options.to < options.from) {
    Fault fault = outside(options.to, options.from, last);
    fault.code = Errc::invalid_argument;
    return fault;
  }
  auto segments = lists::segments_of(rules.book(), options.from, options.to);
  std::vector<Month> begins{options.from};
  for (const int year : options.joining) {
    const auto january = Month::from(year, 1);
    if (!january || year < options.from.year() || year > options.to.year()) {
      Fault fault = outside(january.value_or(last), options.from, options.to);
      fault.code = Errc::invalid_argument;
      return fault;
    }
    begins.push_back(std::max(*january, options.from));
  }
  const auto years = static_cast<std::size_t>(options.to.year() - options.from.year() + 1);
  return Cost{std::make_shared<const Plan>(
      Plan{rules, ColumnRules{rules}, options, std::move(segments), std::move(begins), years})};
}

Cost Cost::fresh() const { return Cost{plan_}; }

const Rules& Cost::rules() const { return plan_->rules; }
const CostOptions& Cost::options() const { return plan_->options; }
int Cost::first_year() const { return plan_->options.from.year(); }
int Cost::last_year() const { return plan_->options.to.year(); }

std::uint64_t Cost::refused() const {
  std::uint64_t all = 0;
  for (const std::uint64_t rows : refused_) all += rows;
  return all;
}

void Cost::count_refused(Errc reason, std::uint64_t rows) { refused_[static_cast<std::size_t>(reason)] += rows; }

std::size_t Cost::index_of(std::size_t cell, std::size_t beginning, std::size_t year) const {
  return (cell * plan_->begins.size() + beginning) * plan_->years + year;
}

std::optional<std::size_t> Cost::cell_of(GroupSet groups) {
  const auto found = std::find(group_sets_.begin(), group_sets_.end(), groups.bits());
  if (found != group_sets_.end()) return static_cast<std::size_t>(found - group_sets_.begin());
  if (group_sets_.size() == max_group_sets) {
    too_many_ = true;
    return std::nullopt;
  }
  group_sets_.push_back(groups.bits());
  lines_.resize(group_sets_.size() * plan_->begins.size() * plan_->years);
  return group_sets_.size() - 1;
}

void Cost::add(std::span<const Request> persons, std::span<const std::uint8_t> dated,
               std::vector<CostRefusal>& refused) {
  if (!projection_) projection_ = std::make_unique<Projection>(plan_);
  std::vector<std::size_t> cells;
  for (std::size_t at = 0; at < persons.size() && !too_many_;) {
    const std::size_t size = std::min(persons.size() - at, Projection::most_persons);
    const auto some = persons.subspan(at, size);
    cells.clear();
    for (const Request& person : some) {
      const auto cell = cell_of(person.groups);
      if (!cell) return;
      cells.push_back(*cell);
    }
    projection_->run(some, dated.subspan(at, size), cells, group_sets_.size());
    for (const CostRefusal& refusal : projection_->refusals()) {
      count_refused(refusal.fault.code);
      refused.push_back(refusal);
      refused.back().index += at;
    }
    persons_ += size - projection_->refusals().size();
    const auto lines = projection_->lines();
    for (std::size_t i = 0; i < lines.size(); ++i) lines_[i].add(lines[i]);
    at += size;
  }
}

bool Cost::merge(const Cost& other) {
  if (plan_ != other.plan_) return false;
  const std::size_t lines_a_set = plan_->begins.size() * plan_->years;
  for (std::size_t i = 0; i < other.group_sets_.size(); ++i) {
    const auto cell = cell_of(GroupSet::from_bits(other.group_sets_[i]));
    if (!cell) break;
    for (std::size_t j = 0; j < lines_a_set; ++j) {
      lines_[*cell * lines_a_set + j].add(other.lines_[i * lines_a_set + j]);
    }
  }
  persons_ += other.persons_;
  for (std::size_t i = 0; i < refused_.size(); ++i) refused_[i] += other.refused_[i];
  too_many_ = too_many_ || other.too_many_;
  return true;
}

std::vector<CostOfGroups> Cost::groups(int year) const {
  std::vector<CostOfGroups> all;
  if (year < first_year() || year > last_year()) return all;
  for (std::size_t cell = 0; cell < group_sets_.size(); ++cell) {
    const CostLine& line = lines_[index_of(cell, 0, static_cast<std::size_t>(year - first_year()))];
    if (line.persons > 0) all.push_back({GroupSet::from_bits(group_sets_[cell]), line});
  }
  std::sort(all.begin(), all.end(),
            [](const CostOfGroups& a, const CostOfGroups& b) { return a.groups.bits() < b.groups.bits(); });
  return all;
}

CostLine Cost::year(int year) const {
  CostLine all;
  for (const CostOfGroups& of : groups(year)) all.add(of.line);
  return all;
}

CostLine Cost::total() const {
  CostLine all;
  all.persons = persons_;
  for (int year = first_year(); year <= last_year(); ++year) all.sums.add(this->year(year).sums);
  return all;
}

std::optional<CostLine> Cost::new_participants(int joined, int year, std::uint64_t number) const {
  const auto& joining = plan_->options.joining;
  const auto found = std::find(joining.begin(), joining.end(), joined);
  if (found == joining.end() || persons_ == 0 || year < first_year() || year > last_year()) return std::nullopt;
  const auto beginning = static_cast<std::size_t>(found - joining.begin()) + 1;
  CostSums whole;
  for (std::size_t cell = 0; cell < group_sets_.size(); ++cell) {
    whole.add(lines_[index_of(cell, beginning, static_cast<std::size_t>(year - first_year()))].sums);
  }
  const auto part = [&](Int128 sum) { return share_of(sum, number, persons_); };
  CostLine line;
  line.persons = year < joined ? 0 : number;
  CostSums& sums = line.sums;
  sums.payments = part(whole.payments);
  sums.months = part(whole.months);
  sums.supported_months = part(whole.supported_months);
  sums.central_support = part(whole.central_support);
  sums.province_top_up = part(whole.province_top_up);
  sums.locality_top_up = part(whole.locality_top_up);
  sums.further_top_up = part(whole.further_top_up);
  sums.other_support = part(whole.other_support);
  sums.participant_share = part(whole.participant_share);
  sums.contribution = sums.central_support + sums.local_top_up() + sums.other_support + sums.participant_share;
  const auto fund = static_cast<std::size_t>(SourceOfMoney::fund);
  sums.by_source[fund] = std::min(part(whole.by_source[fund]), sums.local_top_up());
  sums.by_source[static_cast<std::size_t>(SourceOfMoney::budget)] = sums.local_top_up() - sums.by_source[fund];
  return line;
}

std::vector<GoalCost> cost_of_goals(const Cost& cost, const std::vector<Goal>& goals) {
  std::vector<GoalCost> all;
  std::uint64_t participants = cost.persons();
  for (const Goal& goal : goals) {
    GoalCost of{goal, growth(participants, goal.workforce, goal.rate), {}};
    for (int year = cost.first_year(); year <= cost.last_year(); ++year) {
      of.years.push_back(cost.new_participants(goal.year, year, of.growth.added).value_or(CostLine{}));
    }
    participants += of.growth.added;
    all.push_back(std::move(of));
  }
  return all;
}

}  // namespace ansinh
