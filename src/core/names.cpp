// The names of standings, errors and fields, as CSV, JSON and program options write them. Append-only.
#include "ansinh/citation.hpp"
#include "ansinh/result.hpp"

namespace ansinh {

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::text: return "text";
    case Standing::official_example: return "official_example";
    case Standing::practice: return "practice";
    case Standing::reported: return "reported";
    case Standing::assumed: return "assumed";
    case Standing::draft: return "draft";
    case Standing::none_found: return "none_found";
  }
  return "";
}

std::string_view name(Sources sources) {
  switch (sources) {
    case Sources::none: return "none";
    case Sources::one: return "one";
    case Sources::two_or_more: return "two_or_more";
  }
  return "";
}

std::string_view name(Confidence confidence) {
  switch (confidence) {
    case Confidence::high: return "high";
    case Confidence::medium: return "medium";
    case Confidence::low: return "low";
    case Confidence::draft: return "draft";
  }
  return "";
}

std::string_view name(Errc code) {
  switch (code) {
    case Errc::ok: return "ok";
    case Errc::invalid_argument: return "invalid_argument";
    case Errc::day_outside_law: return "day_outside_law";
    case Errc::term_not_allowed: return "term_not_allowed";
    case Errc::income_below_floor: return "income_below_floor";
    case Errc::income_above_ceiling: return "income_above_ceiling";
    case Errc::income_off_step: return "income_off_step";
    case Errc::payment_late: return "payment_late";
    case Errc::value_not_published: return "value_not_published";
    case Errc::not_settled: return "not_settled";
    case Errc::does_not_fit: return "does_not_fit";
  }
  return "";
}

std::string_view name(Field field) {
  switch (field) {
    case Field::paid_on: return "paid_on";
    case Field::first_month: return "first_month";
    case Field::income: return "income";
    case Field::term: return "term";
    case Field::groups: return "groups";
    case Field::province: return "province";
    case Field::former_province: return "former_province";
    case Field::locality: return "locality";
    case Field::months_supported: return "months_supported";
    case Field::local_months_used: return "local_months_used";
    case Field::fund_return_rate: return "fund_return_rate";
    case Field::other_support: return "other_support";
    case Field::th_support: return "th_support";
    case Field::row: return "row";
    case Field::book: return "book";
    case Field::remaining: return "remaining";
    case Field::on: return "on";
    case Field::reason: return "reason";
    case Field::support_refunded: return "support_refunded";
    case Field::participant_number: return "participant_number";
    case Field::stated_amount: return "stated_amount";
    case Field::stated_rate: return "stated_rate";
    case Field::record: return "record";
    case Field::event: return "on";
    case Field::from: return "from";
    case Field::months: return "months";
    case Field::scheme: return "scheme";
    case Field::kind: return "kind";
    case Field::central_support: return "central_support";
    case Field::sex: return "sex";
    case Field::birth: return "birth";
    case Field::one_time_case: return "case";
    case Field::children: return "children";
    case Field::drawn_pension: return "pension";
    case Field::months_drawn: return "months_drawn";
    case Field::target_pension: return "target_pension";
    case Field::budget: return "budget";
    case Field::months_so_far: return "months_so_far";
    case Field::average_so_far: return "average_so_far";
    case Field::fixed_factor: return "fixed_factor";
  }
  return "";
}

}  // namespace ansinh
