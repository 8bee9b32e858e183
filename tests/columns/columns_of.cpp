#include "columns/columns_of.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <sstream>
#include <string>

#include "assess/column_run.hpp"
#include "assess/small_tables.hpp"

namespace columns {

using namespace ansinh;

namespace {

constexpr std::int32_t no_rate = no_fund_return_rate;

std::optional<std::int64_t> billionths(Rate rate) {
  std::int64_t digits = rate.digits();
  for (int i = rate.decimals(); i < 9; ++i) {
    if (digits > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
    digits *= 10;
  }
  if (digits > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
  return digits;
}

template <class Amount>
bool fits(Money amount) {
  return std::numeric_limits<Amount>::min() <= amount.dong() && amount.dong() <= std::numeric_limits<Amount>::max();
}

template <class T>
std::span<T> part(std::vector<T>& all, std::size_t first, std::size_t rows) {
  return std::span{all}.subspan(first, rows);
}
template <class T>
std::span<const T> part(const std::vector<T>& all, std::size_t first, std::size_t rows) {
  return std::span{all}.subspan(first, rows);
}

struct Expected {
  Errc status;
  Assessment answer;
};

template <class Amount>
Expected expected(const Rules& rules, const Request& request) {
  static thread_local Workspace workspace;
  const auto result = assess(rules, request, workspace);
  if (!result.ok()) return {result.code(), {}};
  if (!fits<Amount>(result->contribution)) return {Errc::does_not_fit, {}};
  return {Errc::ok, *result};
}

template <class Amount>
class Proof {
 public:
  Proof(const ColumnRules& rules, std::span<const Request> requests)
      : rules_{rules}, requests_{requests}, in_{rules, requests} {
    for (const Request& request : requests) expected_.push_back(expected<Amount>(rules.rules(), request));
  }

  testing::AssertionResult run() {
    for (const ColumnTarget& target : column_targets()) {
      for (const std::size_t piece : {requests_.size(), std::size_t{513}, std::size_t{7}}) {
        for (const bool everything : {true, false}) {
          if (piece == 7 && requests_.size() > 2'000) continue;
          std::string told = by(target, piece, everything);
          if (!told.empty()) return testing::AssertionFailure() << target.name << ", " << told;
        }
      }
    }
    return testing::AssertionSuccess();
  }

 private:
  std::string by(const ColumnTarget& target, std::size_t piece, bool everything) {
    Out<Amount> out{requests_.size()};
    Workspace workspace;
    Tally tally;
    for (std::size_t first = 0; first < requests_.size(); first += piece) {
      const std::size_t rows = std::min(piece, requests_.size() - first);
      const ColumnTallies tallies{everything ? std::span{&tally, 1} : std::span<Tally>{}, {}};
      const auto fault = assess_columns<Amount>(rules_, in_.columns(rules_, first, rows),
                                                everything ? out.all(first, rows) : out.amounts(first, rows), tallies,
                                                workspace, target);
      if (fault) return "the call is refused for " + std::string(fault->column);
    }
    Tally sum;
    for (std::size_t i = 0; i < requests_.size(); ++i) {
      const Expected& e = expected_[i];
      sum.add(e.status, e.answer);
      const auto differs = [&](const char* what, auto given, auto wanted) {
        std::ostringstream text;
        text << sizeof(Amount) * 8 << " bit, pieces of " << piece << (everything ? ", all outputs" : ", amounts")
             << ", row " << i << ": " << what << ' ' << +given << ", not " << +wanted;
        return text.str();
      };
      const auto money = [&](const char* what, Amount given, Money wanted) {
        return given == wanted.dong() ? std::string{} : differs(what, given, wanted.dong());
      };
      if (out.status[i] != static_cast<std::uint8_t>(e.status)) {
        return differs("status", out.status[i], static_cast<int>(e.status));
      }
      std::string told = money("contribution", out.contribution[i], e.answer.contribution);
      if (told.empty()) told = money("central_support", out.central_support[i], e.answer.central_support);
      if (told.empty()) told = money("local_top_up", out.local_top_up[i], e.answer.local_top_up);
      if (told.empty()) told = money("participant_share", out.participant_share[i], e.answer.participant_share);
      if (!told.empty()) return told;
      if (!everything) continue;
      told = money("province_top_up", out.province_top_up[i], e.answer.province_top_up);
      if (told.empty()) told = money("locality_top_up", out.locality_top_up[i], e.answer.locality_top_up);
      if (told.empty()) told = money("other_support", out.other_support[i], e.answer.other_support);
      if (!told.empty()) return told;
      if (out.months[i] != e.answer.months) return differs("months", out.months[i], e.answer.months);
      if (out.supported_months[i] != e.answer.supported_months) {
        return differs("supported_months", out.supported_months[i], e.answer.supported_months);
      }
      if (out.flags[i] != e.answer.flags.bits()) return differs("flags", out.flags[i], e.answer.flags.bits());
    }
    if (everything && !(sum == tally)) return "the tally is another";
    return {};
  }

  const ColumnRules& rules_;
  std::span<const Request> requests_;
  In<Amount> in_;
  std::vector<Expected> expected_;
};

template <class Amount>
bool fits_amounts(const Request& request) {
  return fits<Amount>(request.income) && fits<Amount>(request.other_support);
}

}  // namespace

template <class Amount>
In<Amount>::In(const ColumnRules& rules, std::span<const Request> requests) {
  for (const Request& q : requests) {
    income.push_back(static_cast<Amount>(q.income.dong()));
    paid_on.push_back(day_code(q.paid_on));
    groups.push_back(q.groups.bits());
    place.push_back(*rules.place(q.place));
    term.push_back(term_code(q.term));
    months_supported.push_back(static_cast<std::uint8_t>(q.months_supported));
    first_month.push_back(q.first_month ? month_code(*q.first_month) : no_first_month);
    local_months_used.push_back(q.local_months_used ? static_cast<std::uint16_t>(*q.local_months_used)
                                                    : no_local_months_used);
    fund_return_rate.push_back(q.fund_return_rate ? static_cast<std::int32_t>(*billionths(*q.fund_return_rate))
                                                  : no_rate);
    other_support.push_back(static_cast<Amount>(q.other_support.dong()));
    th_support.push_back(q.th_support ? static_cast<std::uint8_t>(*q.th_support) : no_th_support);
  }
}

template <class Amount>
ColumnsIn<Amount> In<Amount>::columns(const ColumnRules& rules, std::size_t first, std::size_t rows) const {
  return {.income = part(income, first, rows),
          .paid_on = part(paid_on, first, rows),
          .groups = part(groups, first, rows),
          .place = part(place, first, rows),
          .term = part(term, first, rows),
          .months_supported = part(months_supported, first, rows),
          .first_month = part(first_month, first, rows),
          .local_months_used = part(local_months_used, first, rows),
          .fund_return_rate = part(fund_return_rate, first, rows),
          .other_support = part(other_support, first, rows),
          .th_support = part(th_support, first, rows),
          .otherwise = {},
          .book = rules.book()};
}

template <class Amount>
Out<Amount>::Out(std::size_t rows)
    : contribution(rows, -1),
      central_support(rows, -1),
      local_top_up(rows, -1),
      province_top_up(rows, -1),
      locality_top_up(rows, -1),
      other_support(rows, -1),
      participant_share(rows, -1),
      months(rows, 0xee),
      supported_months(rows, 0xee),
      flags(rows, 0xee),
      status(rows, 0xee) {}

template <class Amount>
ColumnsOut<Amount> Out<Amount>::all(std::size_t first, std::size_t rows) {
  return {part(contribution, first, rows),
          part(central_support, first, rows),
          part(local_top_up, first, rows),
          part(province_top_up, first, rows),
          part(locality_top_up, first, rows),
          part(other_support, first, rows),
          part(participant_share, first, rows),
          part(months, first, rows),
          part(supported_months, first, rows),
          part(flags, first, rows),
          part(status, first, rows)};
}

template <class Amount>
ColumnsOut<Amount> Out<Amount>::amounts(std::size_t first, std::size_t rows) {
  ColumnsOut<Amount> out;
  out.contribution = part(contribution, first, rows);
  out.central_support = part(central_support, first, rows);
  out.local_top_up = part(local_top_up, first, rows);
  out.participant_share = part(participant_share, first, rows);
  out.status = part(status, first, rows);
  return out;
}

template struct In<std::int32_t>;
template struct In<std::int64_t>;
template struct Out<std::int32_t>;
template struct Out<std::int64_t>;

bool can_say(const ColumnRules& rules, const Request& request) {
  const auto within = [](std::int64_t least, std::int64_t value, std::int64_t most) {
    return least <= value && value <= most;
  };
  return within(0, request.paid_on.number() - first_law_day.number(), 0xffff) && rules.place(request.place).ok() &&
         within(0, request.months_supported, 0xff) &&
         (!request.first_month || within(0, *request.first_month - first_law_day.month(), no_first_month - 1)) &&
         (!request.local_months_used || within(0, *request.local_months_used, no_local_months_used - 1)) &&
         (!request.fund_return_rate || billionths(*request.fund_return_rate));
}

testing::AssertionResult agree(const ColumnRules& rules, std::span<const Request> requests) {
  std::vector<Request> narrow;
  for (const Request& request : requests) {
    if (fits_amounts<std::int32_t>(request)) narrow.push_back(request);
  }
  auto result = Proof<std::int32_t>{rules, narrow}.run();
  if (result) result = Proof<std::int64_t>{rules, requests}.run();
  return result;
}

bool are_small(const ColumnRules& rules) { return rules.tables().small != nullptr; }

}  // namespace columns
