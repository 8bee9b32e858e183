#include "reference/replay.hpp"

#include <date/date.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <vector>

namespace reference {
namespace {

using ansinh::Datum;
using ansinh::Explanation;
using ansinh::Operation;
using ansinh::Quantity;
using ansinh::Step;
using Number = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

std::optional<Number> number(const Datum& datum) {
  switch (datum.kind()) {
    case Datum::Kind::money:
    case Datum::Kind::count:
    case Datum::Kind::months: return Number{datum.number()};
    case Datum::Kind::rate: {
      Integer one = 1;
      for (int i = 0; i < datum.decimals(); ++i) one *= 10;
      return Number{Integer{datum.number()}, one};
    }
    default: return std::nullopt;
  }
}

// What a row of law says, as a number or as the number behind a month.
std::optional<Number> number(const ansinh::LawValue& value) {
  if (const auto* money = std::get_if<ansinh::Money>(&value)) return Number{money->dong()};
  if (const auto* rate = std::get_if<ansinh::Rate>(&value)) return number(Datum{*rate});
  if (const auto* count = std::get_if<int>(&value)) return Number{*count};
  return std::nullopt;
}

date::year_month month(const Datum& datum) {
  const auto number = static_cast<int>(datum.number());  // months since 0001-01
  return date::year{number / 12 + 1} / date::month{static_cast<unsigned>(number % 12) + 1U};
}

bool same_number(const Datum& datum, const Number& expected) {
  const auto value = number(datum);
  return value && *value == expected;
}

std::string given(const Explanation& e, const Step& step) {
  const ansinh::Request& q = e.request;
  const auto check = [](bool ok, const char* what) { return ok ? std::string{} : std::string{what}; };
  switch (step.quantity) {
    case Quantity::paid_on: return check(step.value == Datum{q.paid_on}, "paid_on is not the request's");
    case Quantity::first_month:
      return check(step.value == Datum{q.first_month.value_or(q.paid_on.month())} &&
                       step.is_default == !q.first_month.has_value(),
                   "first_month is not the request's");
    case Quantity::income:
      return check(same_number(step.value, Number{q.income.dong()}), "income is not the request's");
    case Quantity::covered_months:
      return check(same_number(step.value, Number{q.term.covered_months()}), "months are not the term's");
    case Quantity::months_supported:
      return check(same_number(step.value, Number{q.months_supported}), "months_supported is not the request's");
    case Quantity::local_months_used:
      return check(same_number(step.value, Number{q.local_months_used.value_or(0)}) &&
                       step.is_default == !q.local_months_used.has_value(),
                   "local_months_used is not the request's");
    case Quantity::other_support_given:
      return check(same_number(step.value, Number{q.other_support.dong()}), "other_support is not the request's");
    case Quantity::fund_return_rate:
      return check(q.fund_return_rate && step.value == Datum{*q.fund_return_rate}, "r is not the request's");
    case Quantity::th_support:
      return check(q.th_support && step.value.raw_text() == name(*q.th_support), "th_support is not the request's");
    case Quantity::refund_day:
    case Quantity::refund_months:
    case Quantity::central_support_refund: return "";  // of a refund, which is looked at as a whole
    default: return "a quantity that no request gives";
  }
}

std::string looked_up(const Step& step) {
  if (step.row == nullptr && step.programme == nullptr) return "looked up nowhere";
  if (step.row != nullptr) {
    if (const auto* m = std::get_if<ansinh::Month>(&step.row->value)) {
      return step.value == Datum{*m} ? "" : "not its row's month";
    }
    if (const auto* edition = std::get_if<ansinh::ThSupport>(&step.row->value)) {
      return step.value.raw_text() == name(*edition) ? "" : "not its row's edition";
    }
    const auto value = number(step.row->value);
    if (value && !same_number(step.value, *value)) return "not its row's value";
    return "";
  }
  if (step.rule == nullptr) return "";
  const ansinh::PerMonth& per_month = step.rule->per_month;
  Number expected;
  if (step.quantity == Quantity::rule_limit) {
    expected = step.rule->months.limit;
  } else if (step.quantity == Quantity::rule_sum) {
    expected = std::get<ansinh::FixedSum>(per_month).amount.dong();
  } else if (step.quantity == Quantity::rule_income) {
    expected = std::get<ansinh::StatedIncomeShare>(per_month).income.dong();
  } else if (step.quantity == Quantity::rule_share) {
    const ansinh::Rate share = std::visit(
        [](const auto& form) {
          if constexpr (requires { form.share; }) {
            return form.share;
          } else {
            return ansinh::Rate{};
          }
        },
        per_month);
    expected = *number(Datum{share});
  } else {
    return "a quantity that no rule states";
  }
  return same_number(step.value, expected) ? "" : "not its rule's value";
}

// Three inputs: months, first month, first supported month. One input: it leaves nothing.
std::string counted(const Explanation& e, const Step& step) {
  if (step.input_count == 1) return same_number(step.value, Number{0}) ? "" : "one input, but months are counted";
  if (step.input_count != 3) return "counted from another number of inputs";
  const Datum& months = e.steps[step.inputs[0]].value;
  const date::year_month first = month(e.steps[step.inputs[1]].value);
  const date::year_month from = month(e.steps[step.inputs[2]].value);
  int count = 0;
  for (int i = 0; i < months.number(); ++i) {
    if (first + date::months{i} >= from) ++count;
  }
  return same_number(step.value, Number{count}) ? "" : "another number of months";
}

std::string end_of_window(const Explanation& e, const Step& step) {
  if (step.input_count != 1 && step.input_count != 2) return "a window of another number of inputs";
  const std::int64_t months = step.input_count == 1 ? 1 : e.steps[step.inputs[1]].value.number();
  const date::year_month last = month(e.steps[step.inputs[0]].value) + date::months{months - 1};
  const date::sys_days day{last / date::last};
  const bool same = step.value.kind() == Datum::Kind::day && step.value.number() == day.time_since_epoch().count();
  return same ? "" : "another last day";
}

std::string months_after(const Explanation& e, const Step& step) {
  if (step.input_count != 2) return "a time of another number of inputs";
  const auto month_of = [&](std::size_t input) {
    const date::year_month_day ymd{
        date::sys_days{date::days{static_cast<int>(e.steps[step.inputs[input]].value.number())}}};
    return ymd.year() / ymd.month();
  };
  return same_number(step.value, Number{(month_of(0) - month_of(1)).count()}) ? "" : "another number of months";
}

Number power(const Number& base, int exponent) {
  Number result = 1;
  for (int i = 0; i < exponent; ++i) result *= base;
  return result;
}

// The powers of 1 + r that the last inputs name, added up; and how many inputs these are.
struct Powers {
  Number sum;
  std::size_t inputs;
};
Powers powers(Operation operation, const std::vector<Number>& inputs) {
  const auto whole = [&](std::size_t from_end) {
    return numerator(inputs[inputs.size() - from_end]).convert_to<int>();
  };
  if (operation == Operation::nearest_dong_late) return {power(1 + inputs[inputs.size() - 2], whole(1)), 2};
  const bool discounted = operation == Operation::nearest_dong_discounted;
  const Number grown = 1 + inputs[inputs.size() - 3];
  const Number base = discounted ? Number{1 / grown} : grown;
  Number sum = 0;
  for (int i = whole(2) - whole(1); i < whole(2); ++i) sum += power(base, discounted ? i : i + 1);
  return {sum, 3};
}

bool with_powers(Operation operation) {
  return operation == Operation::nearest_dong_discounted || operation == Operation::nearest_dong_compounded ||
         operation == Operation::nearest_dong_late;
}

bool rounded(Operation operation) {
  return with_powers(operation) || operation == Operation::nearest_dong || operation == Operation::prorated;
}

std::string arithmetic(const Step& step, const std::vector<Number>& inputs) {
  if (inputs.empty()) return "no inputs";
  Number value = inputs.front();
  switch (step.operation) {
    case Operation::product:
    case Operation::nearest_dong:
      for (std::size_t i = 1; i < inputs.size(); ++i) value *= inputs[i];
      break;
    case Operation::sum:
      for (std::size_t i = 1; i < inputs.size(); ++i) value += inputs[i];
      break;
    case Operation::difference:
    case Operation::difference_or_zero:
      for (std::size_t i = 1; i < inputs.size(); ++i) value -= inputs[i];
      break;
    case Operation::least: value = *std::min_element(inputs.begin(), inputs.end()); break;
    case Operation::prorated:
      if (inputs.size() != 3) return "a share of another number of inputs";
      value = inputs[0] * inputs[1] / inputs[2];
      break;
    case Operation::nearest_dong_discounted:
    case Operation::nearest_dong_compounded:
    case Operation::nearest_dong_late: {
      if (inputs.size() < 4) return "too few inputs";
      const Powers sum = powers(step.operation, inputs);
      for (std::size_t i = 1; i < inputs.size() - sum.inputs; ++i) value *= inputs[i];
      value *= sum.sum;
      break;
    }
    default: return "no arithmetic";
  }
  if (step.operation == Operation::difference_or_zero && value < 0) value = 0;
  if (rounded(step.operation)) {
    // floor(x + 1/2): to the nearest, a tie away from zero, for amounts that are not negative.
    const Number shifted = value + Number{1, 2};
    const Integer dong = numerator(shifted) / denominator(shifted);
    const bool tie = denominator(value) == 2;
    if (tie != step.tie) return "the tie is not as said";
    value = Number{dong};
  }
  return same_number(step.value, value) ? "" : "another value";
}

std::string fault_of(const Explanation& e, std::size_t index) {
  const Step& step = e.steps[index];
  std::vector<Number> numbers;
  for (std::size_t i = 0; i < step.input_count; ++i) {
    if (step.inputs[i] >= index) return "an input that is no earlier step";
    if (const auto value = number(e.steps[step.inputs[i]].value)) numbers.push_back(*value);
  }
  switch (step.operation) {
    case Operation::given: return step.input_count == 0 ? given(e, step) : "given, with inputs";
    case Operation::looked_up: return step.input_count == 0 ? looked_up(step) : "looked up, with inputs";
    case Operation::same:
      return step.input_count == 1 && step.value == e.steps[step.inputs[0]].value ? "" : "not the same";
    case Operation::counted: return counted(e, step);
    case Operation::end_of_window: return end_of_window(e, step);
    case Operation::months_after: return months_after(e, step);
    default:
      if (numbers.size() != step.input_count) return "an input that is no number";
      return arithmetic(step, numbers);
  }
}

}  // namespace

namespace {

std::string fault_of_steps(const Explanation& e) {
  for (std::size_t i = 0; i < e.steps.size(); ++i) {
    if (const std::string fault = fault_of(e, i); !fault.empty()) {
      return "step " + std::to_string(i) + " (quantity " + std::to_string(static_cast<int>(e.steps[i].quantity)) +
             ", operation " + std::to_string(static_cast<int>(e.steps[i].operation)) + "): " + fault;
    }
  }
  return "";
}

}  // namespace

std::string fault_of_replay(const Explanation& e) {
  if (std::string fault = fault_of_steps(e); !fault.empty()) return fault;
  if (!e.outcome.ok()) return "";
  if (e.steps.empty() || e.steps.back().quantity != Quantity::participant_share) return "the last step is no share";
  if (!(e.steps.back().value == Datum{e.outcome->participant_share})) return "the last step is not the answer";
  return "";
}

std::string fault_of_replay(const ansinh::RefundExplanation& e) {
  if (std::string fault = fault_of_steps(e.payment); !fault.empty()) return fault;
  if (!e.outcome.ok()) return "";
  for (const Step& step : e.payment.steps) {
    if (step.operation != Operation::given) continue;
    const bool given = step.quantity == Quantity::refund_day      ? step.value == Datum{e.request.on}
                       : step.quantity == Quantity::refund_months ? step.value == Datum::months(e.request.remaining)
                       : step.quantity == Quantity::central_support_refund
                           ? e.request.support_refunded && step.value == Datum{*e.request.support_refunded}
                           : true;
    if (!given) return "a step of the refund is not the request's";
  }
  const Step& last = e.payment.steps.back();
  if (last.quantity != Quantity::refund) return "the last step is no refund";
  return last.value == Datum{e.outcome->refund} ? "" : "the last step is not the answer";
}

}  // namespace reference
