#include "reference/checks.hpp"

#include "reference/dates.hpp"
#include "reference/number.hpp"

namespace reference {

using ansinh::Errc;
using ansinh::Field;
using ansinh::Request;
using ansinh::Term;

namespace {

std::optional<Outcome> fault_of_form(const Law& law, const Request& q) {
  const auto invalid = [](Field field, std::string name, std::string given) {
    return refuse(Errc::invalid_argument, field, std::move(name), std::move(given));
  };
  if (q.income.dong() < 0 || q.income.dong() > most_money) {
    return invalid(Field::income, "income", std::to_string(q.income.dong()));
  }
  if ((q.groups.bits() & ~law.known_groups) != 0) {
    return invalid(Field::groups, "groups", "bits:" + std::to_string(q.groups.bits()));
  }
  if (q.months_supported < 0 || q.months_supported > 120) {
    return invalid(Field::months_supported, "months_supported", std::to_string(q.months_supported));
  }
  if (q.local_months_used && (*q.local_months_used < 0 || *q.local_months_used > 600)) {
    return invalid(Field::local_months_used, "local_months_used", std::to_string(*q.local_months_used));
  }
  if (q.fund_return_rate && number(*q.fund_return_rate) > Number{5, 100}) {
    return invalid(Field::fund_return_rate, "fund_return_rate", q.fund_return_rate->text());
  }
  if (q.other_support.dong() < 0 || q.other_support.dong() > most_money) {
    return invalid(Field::other_support, "other_support", std::to_string(q.other_support.dong()));
  }
  if (q.first_month) {
    const date::year_month first = month(*q.first_month);
    const date::year_month paid = month_of(day(q.paid_on));
    if (first < date::year{2008} / 1 || first > paid + date::months{12}) {
      return invalid(Field::first_month, "first_month", q.first_month->text());
    }
  }
  if (q.place.province && q.place.former_province) {
    const auto former = static_cast<std::size_t>(q.place.former_province->number());
    if (law.present_of_former.at(former) != q.place.province->number()) {
      return invalid(Field::former_province, "former_province", q.place.former_province->text());
    }
  }
  return std::nullopt;
}

std::optional<Outcome> fault_of_term(const Law& law, const Request& q) {
  const bool missing = q.term.kind() == Term::Kind::missing_months;
  const bool late = q.term.kind() == Term::Kind::late;
  const bool ahead = q.term.kind() == Term::Kind::years_ahead;
  const std::string kind = missing ? "TH" : (late ? "DB" : (ahead ? "VS" : std::to_string(q.term.n())));
  const auto not_allowed = [&](std::string parameter) {
    return refuse(Errc::term_not_allowed, Field::term, std::move(parameter), q.term.text());
  };
  if (!contains_item(law_on(law, "payment_terms", q).text, kind)) return not_allowed("payment_terms");
  if (missing && q.term.n() > law_on(law, "missing_months_max", q).digits) return not_allowed("missing_months_max");
  if (!late) return std::nullopt;
  const Window window = window_of(law, q);
  if (day(q.paid_on) <= window.last) return not_allowed(window.name);
  return std::nullopt;
}

std::optional<Outcome> fault_of_income(const Law& law, const Request& q) {
  const std::string basis = law_on(law, "income_floor_basis", q).text;
  const std::int64_t floor = law_on(law, basis, q).digits;
  const std::int64_t ceiling = law_on(law, "base_salary", q).digits * law_on(law, "income_ceiling_multiple", q).digits;
  const std::int64_t income = q.income.dong();
  const std::string given = std::to_string(income);
  if (income < floor) return refuse(Errc::income_below_floor, Field::income, basis, given);
  if (income > ceiling) return refuse(Errc::income_above_ceiling, Field::income, "base_salary", given);
  const bool on_step = (income - floor) % law_on(law, "income_step", q).digits == 0;
  if (!on_step && law_on(law, "income_step_rule", q).text == "required") {
    return refuse(Errc::income_off_step, Field::income, "income_step", given);
  }
  return std::nullopt;
}

}  // namespace

Outcome refuse(Errc code, Field field, std::string parameter, std::string given) {
  Outcome outcome;
  outcome.status = code;
  outcome.field = field;
  outcome.parameter = std::move(parameter);
  outcome.given = std::move(given);
  return outcome;
}

const Value& law_on(const Law& law, std::string_view parameter, const Request& q) {
  const Value* found = law.on(parameter, q.paid_on);
  if (found == nullptr) stop(parameter);
  return *found;
}

bool contains_item(std::string_view list, std::string_view item) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (list.substr(0, comma) == item) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
  return false;
}

Window window_of(const Law& law, const Request& q) {
  const date::year_month first = q.first_month ? month(*q.first_month) : month_of(day(q.paid_on));
  if (q.term.kind() != Term::Kind::months && q.term.kind() != Term::Kind::late) {
    return {last_day(first), "payment_terms"};
  }
  const std::string name = "due_window." + std::to_string(q.term.n());
  return {last_day(first + date::months{law_on(law, name, q).digits - 1}), name};
}

std::optional<Outcome> refusal(const Law& law, const Request& q) {
  if (auto fault = fault_of_form(law, q)) return fault;
  const date::sys_days paid = day(q.paid_on);
  if (paid < date::sys_days{date::year{2008} / 1 / 1} || paid > date::sys_days{date::year{2030} / 12 / 31}) {
    return refuse(Errc::day_outside_law, Field::paid_on, "paid_on", q.paid_on.text());
  }
  if (auto fault = fault_of_term(law, q)) return fault;
  if (auto fault = fault_of_income(law, q)) return fault;
  if (q.term.kind() == Term::Kind::months || q.term.kind() == Term::Kind::years_ahead) {
    const Window window = window_of(law, q);
    if (paid > window.last) return refuse(Errc::payment_late, Field::paid_on, window.name, q.paid_on.text());
  }
  const bool uses_r = q.term.kind() != Term::Kind::months;
  if (uses_r && !q.fund_return_rate && law.on("fund_return_rate", q.paid_on) == nullptr) {
    return refuse(Errc::value_not_published, Field::fund_return_rate, "fund_return_rate", "");
  }
  return std::nullopt;
}

}  // namespace reference
