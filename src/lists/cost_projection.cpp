// Payments of persons over months: as many at once as fall under the same answer.
#include "lists/cost_projection.hpp"

#include <algorithm>
#include <utility>

namespace ansinh {
namespace {

constexpr int none_used = -1;
constexpr int most_local_months = 600;

// A rate as columns have it.
std::int32_t billionths(const std::optional<Rate>& rate) {
  if (!rate) return no_fund_return_rate;
  std::int64_t value = rate->digits();
  for (int i = rate->decimals(); i < Rate::max_decimals; ++i) value *= 10;
  return static_cast<std::int32_t>(value);
}

bool is_paid_once(Term term) { return term.kind() == Term::Kind::missing_months || term.kind() == Term::Kind::late; }

Fault paid_once(const Request& request) {
  Fault fault;
  fault.code = Errc::term_not_allowed;
  fault.field = Field::term;
  fault.hint = Hint::paid_once;
  fault.given = Datum{request.term};
  return fault;
}

}  // namespace

Cost::Projection::Projection(std::shared_ptr<const Plan> plan) : plan_{std::move(plan)}, places_{plan_->columns} {}

void Cost::Projection::run(std::span<const Request> persons, std::span<const std::uint8_t> dated,
                           std::span<const std::size_t> cells, std::size_t group_sets) {
  persons_ = persons;
  dated_ = dated;
  cells_ = cells;
  refusals_.clear();
  alive_.assign(persons.size(), 1);
  seen_.assign(persons.size(), 0);
  place_.resize(persons.size());
  odd_.assign(persons.size(), 0);
  months_.resize(persons.size());
  months_supported_.resize(persons.size());
  local_months_used_.resize(persons.size());
  left_.resize(persons.size());
  answers_.resize(persons.size());
  kept_.resize(persons.size());
  check_rows();

  // Who is refused in some month is in no sum: then the others are added up again, without them.
  while (true) {
    const std::size_t refused_before = refusals_.size();
    lines_.assign(group_sets * plan_->begins.size() * plan_->years, {});
    for (std::size_t beginning = 0; beginning < plan_->begins.size(); ++beginning) project(beginning);
    if (refusals_.size() == refused_before) break;
  }
  std::sort(refusals_.begin(), refusals_.end(),
            [](const CostRefusal& a, const CostRefusal& b) { return a.index < b.index; });
}

void Cost::Projection::refuse(std::size_t person, const Request& request, const Fault& fault) {
  alive_[person] = 0;
  refusals_.push_back({person, request, fault});
}

void Cost::Projection::check_rows() {
  for (std::size_t i = 0; i < persons_.size(); ++i) {
    const Request& person = persons_[i];
    months_[i] = person.term.covered_months();
    if (is_paid_once(person.term)) {
      refuse(i, person, paid_once(person));
      continue;
    }
    if (dated_[i] != 0) {
      if (const Result<Assessment> own = assess(plan_->rules, person, workspace_); !own) {
        refuse(i, person, own.fault());
        continue;
      }
    }
    const auto handle = places_.of(person.place);
    place_[i] = handle.value_or(0);
    odd_[i] = handle ? 0 : 1;
  }
}

void Cost::Projection::project(std::size_t beginning) {
  const Month begin = plan_->begins[beginning];
  for (std::size_t i = 0; i < persons_.size(); ++i) {
    const std::optional<int>& used = persons_[i].local_months_used;
    months_supported_[i] = beginning == 0 ? persons_[i].months_supported : 0;
    local_months_used_[i] = !used ? none_used : (beginning == 0 ? *used : 0);
    seen_[i] = 0;
    kept_[i] = Kept::none;
  }
  std::optional<std::size_t> year;
  for (const lists::CostSegment& segment : plan_->segments) {
    if (segment.last < begin) continue;
    if (year && *year != segment.year) close_year(beginning, *year);
    year = segment.year;
    pay(segment, beginning);
  }
  if (year) close_year(beginning, *year);
}

void Cost::Projection::close_year(std::size_t beginning, std::size_t year) {
  for (std::size_t i = 0; i < persons_.size(); ++i) {
    if (alive_[i] == 0) continue;
    CostLine& of = line(i, beginning, year);
    const unsigned seen = seen_[i];
    ++of.persons;
    of.supported += (seen & supported) != 0 ? 1 : 0;
    of.run_out += (seen & run_out) != 0 ? 1 : 0;
    of.raised += (seen & raised) != 0 ? 1 : 0;
    of.lowered += (seen & lowered) != 0 ? 1 : 0;
    of.unsettled += (seen & unsettled) != 0 ? 1 : 0;
    of.local_unknown += (seen & local_unknown) != 0 ? 1 : 0;
    seen_[i] = 0;
  }
}

Money Cost::Projection::income_of(const lists::CostSegment& segment, std::size_t person) const {
  const Money income = persons_[person].income;
  if (!segment.bounded) return income;
  if (income < segment.floor) return segment.floor;
  // Of a row that no day has held to the law the income may be wrong from the first: then it is refused.
  const bool held_before = dated_[person] != 0 || &segment != plan_->segments.data();
  if (income > segment.highest && held_before) return segment.highest;
  return income;
}

Request Cost::Projection::payment(const lists::CostSegment& segment, std::size_t person) const {
  Request request = persons_[person];
  request.paid_on = segment.day;
  request.first_month = std::nullopt;
  request.income = income_of(segment, person);
  request.months_supported = months_supported_[person];
  request.local_months_used = std::nullopt;
  if (local_months_used_[person] != none_used) request.local_months_used = local_months_used_[person];
  return request;
}

void Cost::Projection::pay(const lists::CostSegment& segment, std::size_t beginning) {
  const Month begin = plan_->begins[beginning];
  paying_.clear();
  // Also of those who pay nothing in this segment: their answers are of another law than what comes after it.
  if (!segment.same_law) std::fill(kept_.begin(), kept_.end(), Kept::none);
  for (std::size_t i = 0; i < persons_.size(); ++i) {
    if (alive_[i] == 0) continue;
    left_[i] = lists::payments_in(segment, begin, months_[i]);
    if (left_[i] > 0 && still_holds(segment, i)) take(segment, beginning, i, answers_[i]);
    if (left_[i] > 0) paying_.push_back(static_cast<std::uint32_t>(i));
  }
  Columns& c = *columns_;
  while (!paying_.empty()) {
    price(segment);
    std::size_t still = 0;
    for (std::size_t k = 0; k < paying_.size(); ++k) {
      const std::size_t person = paying_[k];
      Answered answer{static_cast<Errc>(c.status[k]),
                      c.flags[k],
                      c.supported_months[k],
                      c.contribution[k],
                      c.central[k],
                      c.local[k],
                      c.province[k],
                      c.locality[k],
                      c.other[k],
                      c.share[k]};
      if (odd_[person] != 0) {
        const Result<Assessment> alone = assess(plan_->rules, payment(segment, person), workspace_);
        answer = {};
        answer.status = alone.code();
        if (alone) {
          answer = {Errc::ok,
                    alone->flags.bits(),
                    alone->supported_months,
                    alone->contribution.dong(),
                    alone->central_support.dong(),
                    alone->local_top_up.dong(),
                    alone->province_top_up.dong(),
                    alone->locality_top_up.dong(),
                    alone->other_support.dong(),
                    alone->participant_share.dong()};
        }
      }
      take(segment, beginning, person, answer);
      if (alive_[person] != 0 && left_[person] > 0) paying_[still++] = static_cast<std::uint32_t>(person);
    }
    paying_.resize(still);
  }
}

bool Cost::Projection::still_holds(const lists::CostSegment& segment, std::size_t person) const {
  return kept_[person] == Kept::run_out ||
         (kept_[person] == Kept::supported && months_supported_[person] + months_[person] <= segment.support_cap);
}

void Cost::Projection::price(const lists::CostSegment& segment) {
  Columns& c = *columns_;
  const std::size_t n = paying_.size();
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t person = paying_[k];
    const Request& request = persons_[person];
    c.income[k] = income_of(segment, person).dong();
    c.other_in[k] = request.other_support.dong();
    c.groups[k] = request.groups.bits();
    c.place[k] = place_[person];
    c.term[k] = term_code(request.term);
    c.months_supported[k] = static_cast<std::uint8_t>(months_supported_[person]);
    c.local_months_used[k] = local_months_used_[person] == none_used
                                 ? no_local_months_used
                                 : static_cast<std::uint16_t>(local_months_used_[person]);
    c.fund_return_rate[k] = billionths(request.fund_return_rate);
    c.th_support[k] = request.th_support ? static_cast<std::uint8_t>(*request.th_support) : no_th_support;
  }
  const auto in = [n](const auto& column) { return std::span{column.data(), n}; };
  const auto out = [n](auto& column) { return std::span{column.data(), n}; };
  ColumnsIn<std::int64_t> columns{.income = in(c.income),
                                  .groups = in(c.groups),
                                  .place = in(c.place),
                                  .term = in(c.term),
                                  .months_supported = in(c.months_supported),
                                  .local_months_used = in(c.local_months_used),
                                  .fund_return_rate = in(c.fund_return_rate),
                                  .other_support = in(c.other_in),
                                  .th_support = in(c.th_support),
                                  .book = plan_->columns.book()};
  columns.otherwise.paid_on = segment.day;
  const ColumnsOut<std::int64_t> answers{.contribution = out(c.contribution),
                                         .central_support = out(c.central),
                                         .local_top_up = out(c.local),
                                         .province_top_up = out(c.province),
                                         .locality_top_up = out(c.locality),
                                         .other_support = out(c.other),
                                         .participant_share = out(c.share),
                                         .supported_months = out(c.supported_months),
                                         .flags = out(c.flags),
                                         .status = out(c.status)};
  // The columns are of one length and of this book, so there is nothing to find wrong with the call.
  [[maybe_unused]] const auto fault = assess(plan_->columns, columns, answers, {}, workspace_);
}

void Cost::Projection::take(const lists::CostSegment& segment, std::size_t beginning, std::size_t person,
                            const Answered& answer) {
  const Flags flags = Flags::from_bits(answer.flags);
  const bool open = plan_->options.strict && (flags.has(Flag::unsettled) || flags.has(Flag::local_unknown));
  if (answer.status != Errc::ok || open) {
    Request request = payment(segment, person);
    // The day that a reader should be told is that of the payment, not of the first month under the same law.
    const Month begin = plan_->begins[beginning];
    const int n = months_[person];
    const int before = segment.first > begin ? segment.first - begin : 0;
    const int paid = lists::payments_in(segment, begin, n) - left_[person];
    request.paid_on = (begin + ((before + n - 1) / n + paid) * n).first_day();
    const Result<Assessment> again = assess(plan_->rules, request, workspace_);
    if (!again) return refuse(person, request, again.fault());
    if (const auto fault = not_settled(request, *again); fault && open) return refuse(person, request, *fault);
  }

  const int n = months_[person];
  // Local months that are used up change the answer from payment to payment.
  kept_[person] = Kept::none;
  if (!segment.ask_for_layers && answer.supported_months == 0) {
    kept_[person] = Kept::run_out;
  } else if (!segment.ask_for_layers && months_supported_[person] + n <= segment.support_cap) {
    kept_[person] = Kept::supported;
  }
  if (kept_[person] != Kept::none && &answer != &answers_[person]) answers_[person] = answer;
  int count =
      lists::same_payments(months_supported_[person], answer.supported_months, n, segment.support_cap, left_[person]);
  CostSums& sums = line(person, beginning, segment.year).sums;
  std::int64_t of_fund = 0;
  if (segment.ask_for_layers && answer.local > 0) {
    Request request = payment(segment, person);
    if (const Result<Assessment> whole = assess(plan_->rules, request, workspace_)) {
      for (const LayerAmount& layer : whole->layers()) {
        if (layer.source == SourceOfMoney::fund) of_fund += layer.amount.dong();
      }
    }
    // Whether an own limit gives money now: with its months used up there would be less.
    request.local_months_used = most_local_months;
    const Result<Assessment> used_up = assess(plan_->rules, request, workspace_);
    if (used_up && used_up->local_top_up.dong() < answer.local) {
      count = 1;
      const int used = std::max(local_months_used_[person], 0) + n;
      local_months_used_[person] = std::min(used, most_local_months);
    }
  }

  sums.payments += count;
  sums.months += count * n;
  sums.supported_months += count * answer.supported_months;
  const auto add = [count](Int128& sum, std::int64_t amount) { sum += static_cast<Int128>(amount) * count; };
  add(sums.contribution, answer.contribution);
  add(sums.central_support, answer.central);
  add(sums.province_top_up, answer.province);
  add(sums.locality_top_up, answer.locality);
  add(sums.further_top_up, answer.local - answer.province - answer.locality);
  add(sums.other_support, answer.other);
  add(sums.participant_share, answer.share);
  add(sums.by_source[static_cast<std::size_t>(SourceOfMoney::budget)], answer.local - of_fund);
  add(sums.by_source[static_cast<std::size_t>(SourceOfMoney::fund)], of_fund);

  unsigned seen = seen_[person];
  if (answer.supported_months > 0) seen |= supported;
  if (flags.has(Flag::support_exhausted)) seen |= run_out;
  if (flags.has(Flag::unsettled)) seen |= unsettled;
  if (flags.has(Flag::local_unknown)) seen |= local_unknown;
  const Money income = persons_[person].income;
  if (segment.bounded && income < segment.floor) seen |= raised;
  if (segment.bounded && income > segment.highest) seen |= lowered;
  seen_[person] = static_cast<std::uint8_t>(seen);
  months_supported_[person] += count * answer.supported_months;
  left_[person] -= count;
}

}  // namespace ansinh
