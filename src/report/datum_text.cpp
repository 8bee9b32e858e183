#include "report/datum_text.hpp"

#include <array>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "report/escape.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"

namespace ansinh::report {
namespace {

constexpr std::size_t longest_given = 60;

std::optional<Month> month_of(std::int64_t number) {
  return Month::from(static_cast<int>(number / 12 + 1), static_cast<unsigned>(number % 12 + 1));
}

}  // namespace

std::optional<Term> term_of(const Datum& datum) {
  if (datum.kind() != Datum::Kind::term) return std::nullopt;
  const int n = static_cast<int>(datum.number());
  switch (static_cast<Term::Kind>(datum.decimals())) {
    case Term::Kind::months: return Term::months(n);
    case Term::Kind::years_ahead: return Term::years_ahead(n);
    case Term::Kind::missing_months: return Term::missing_months(n);
    case Term::Kind::late: return Term::late(n);
  }
  return std::nullopt;
}

std::string months_text(std::int64_t months, Language language) {
  if (months == 1) return say(language, "1 tháng", "1 month");
  return say(language, "{} tháng", "{} months", months);
}

std::string datum_text(const LawBook& book, const Datum& datum, Language language) {
  const std::int64_t number = datum.number();
  switch (datum.kind()) {
    case Datum::Kind::none: return say(language, "(để trống)", "(empty)");
    case Datum::Kind::money: return printed(Money{number});
    case Datum::Kind::count: return fmt::format("{}", number);
    case Datum::Kind::months: return months_text(number, language);
    case Datum::Kind::rate:
      if (const auto rate = Rate::from_decimal(number, datum.decimals())) return printed(*rate, language);
      break;
    case Datum::Kind::day:
      if (const auto day = Day::from_number(static_cast<std::int32_t>(number))) return printed(*day, language);
      break;
    case Datum::Kind::month:
      if (const auto month = month_of(number)) return printed(*month, language);
      break;
    case Datum::Kind::term:
      if (const auto term = term_of(datum)) return printed(*term, language);
      break;
    case Datum::Kind::groups: return printed(book, GroupSet::from_bits(static_cast<std::uint16_t>(number)), language);
    case Datum::Kind::province:
      if (const auto code = ProvinceCode::from_number(static_cast<int>(number))) return province_text(*code, language);
      break;
    case Datum::Kind::former_province:
      if (const auto code = FormerProvinceCode::from_number(static_cast<int>(number))) {
        return former_province_text(*code, language);
      }
      break;
    case Datum::Kind::locality: return datum.text();
    case Datum::Kind::text: return fmt::format("“{}”", plain_at_most(datum.raw_text(), longest_given));
  }
  return plain(datum.text());
}

std::string terms_text(TermSet terms, Language language) {
  constexpr std::array<std::pair<TermSet::Bit, Phrase>, 7> kinds{{
      {TermSet::one, {"1 tháng", "1 month"}},
      {TermSet::three, {"3 tháng", "3 months"}},
      {TermSet::six, {"6 tháng", "6 months"}},
      {TermSet::twelve, {"12 tháng", "12 months"}},
      {TermSet::years_ahead, {"2 đến 5 năm về sau (VS)", "2 to 5 years ahead (VS)"}},
      {TermSet::missing, {"thời gian còn thiếu (TH)", "missing months (TH)"}},
      {TermSet::late, {"đóng bù (DB)", "late make-up (DB)"}},
  }};
  std::vector<std::string_view> names;
  for (const auto& [bit, phrase] : kinds) {
    if (terms.has(bit)) names.push_back(phrase.in(language));
  }
  return names.empty() ? say(language, "không có", "none") : joined(names);
}

std::string reasons_text(RefundReasons reasons, Language language) {
  std::vector<std::string_view> names;
  for (const RefundReason reason : all_refund_reasons) {
    if (reasons.has(reason)) names.push_back(words(reason, language));
  }
  return names.empty() ? say(language, "không có", "none") : joined(names, "; ");
}

std::string value_text(const LawRow& row, Language language) {
  return std::visit(
      [&](const auto& v) -> std::string {
        using V = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<V, Money>) {
          return printed(v);
        } else if constexpr (std::is_same_v<V, Rate> || std::is_same_v<V, Month>) {
          return printed(v, language);
        } else if constexpr (std::is_same_v<V, int>) {
          return row.parameter == Parameter::income_ceiling_multiple ? say(language, "{} lần", "{} times", v)
                                                                     : months_text(v, language);
        } else if constexpr (std::is_same_v<V, FloorBasis>) {
          return v == FloorBasis::base_salary
                     ? say(language, "lương cơ sở (lương tối thiểu chung)", "base salary (general minimum wage)")
                     : say(language, "chuẩn hộ nghèo khu vực nông thôn", "rural poverty line");
        } else if constexpr (std::is_same_v<V, StepRule>) {
          return v == StepRule::required ? say(language, "bắt buộc đúng bậc", "binding")
                                         : say(language, "chỉ ghi chú khi không đúng bậc", "only noted");
        } else if constexpr (std::is_same_v<V, ThSupport>) {
          return std::string{words(v, language)};
        } else if constexpr (std::is_same_v<V, RefundReasons>) {
          return reasons_text(v, language);
        } else {
          return terms_text(v, language);
        }
      },
      row.value);
}

}  // namespace ansinh::report
