#include "report/law_text.hpp"

#include <type_traits>
#include <variant>
#include <vector>

#include "report/datum_text.hpp"
#include "report/escape.hpp"
#include "report/explanation_parts.hpp"
#include "report/json.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"

namespace ansinh::report {
namespace {

std::string per_month_text(const PerMonth& per_month, Language language) {
  return std::visit(
      [&](const auto& v) -> std::string {
        using V = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<V, FloorShare>) {
          return say(language, "{} mức đóng theo chuẩn hộ nghèo", "{} of the contribution on the poverty line",
                     printed(v.share, language));
        } else if constexpr (std::is_same_v<V, OwnShare>) {
          return say(language, "{} mức đóng của chính người tham gia", "{} of the participant's own contribution",
                     printed(v.share, language));
        } else if constexpr (std::is_same_v<V, FixedSum>) {
          return say(language, "{} mỗi tháng", "{} per month", printed(v.amount));
        } else {
          return say(language, "{0} mức đóng trên mức thu nhập {1}/tháng",
                     "{0} of the contribution on an income of {1} per month", printed(v.share, language),
                     printed(v.income));
        }
      },
      per_month);
}

std::string rule_months_text(RuleMonths months, Language language) {
  switch (months.kind) {
    case RuleMonths::Kind::central:
      return say(language, "theo số tháng Nhà nước hỗ trợ", "for the months that the State supports");
    case RuleMonths::Kind::all: return say(language, "cho cả kỳ đóng", "for every month paid");
    case RuleMonths::Kind::limit:
      return say(language, "nhiều nhất {}", "for at most {}", months_text(months.limit, language));
  }
  return {};
}

}  // namespace

std::string period_text(Day from, Day to, Language language) {
  if (to == open_end) return say(language, "từ {}", "from {}", printed(from, language));
  return say(language, "{} – {}", "{} – {}", printed(from, language), printed(to, language));
}

std::string rule_text(const LawBook& book, const Rule& rule, Language language) {
  const std::string who = rule.groups.empty() ? say(language, "mọi người tham gia", "every participant")
                                              : printed(book, rule.groups, language);
  return sentence(who) + ": " + per_month_text(rule.per_month, language) + ", " +
         rule_months_text(rule.months, language);
}

std::string row_text(const LawRow& row, Language language) {
  return fmt::format("{}: {} ({})", period_text(row.from, row.to, language), value_text(row, language),
                     citation_and_standing(row, language));
}

std::string record_line(const LawBook& book, const Record& record, Language language) {
  std::string text = territory_text(record.territory, language);
  if (!record.groups.empty()) text += say(language, ", {}", ", {}", printed(book, record.groups, language));
  text += ", " + period_text(record.from, record.to, language) + ": " + std::string{words(record.kind, language)};
  std::string source = printed(record.citation, language);
  if (!source.empty()) source += "; ";
  return text + " (" + source + std::string{words(record.standing, language)} + ")";
}

std::string programme_block(const LawBook& book, const Programme& programme, Language language) {
  std::string text = plain(programme.id) + ": " + layer_words(programme.layer, language) + ", " +
                     territory_text(programme.territory, language) + ", " +
                     period_text(programme.from, programme.to, language) + "\n";
  for (const Rule& rule : programme.rules) text += "    " + rule_text(book, rule, language) + "\n";
  for (const std::string& condition : programme.conditions) {
    text += "    " + say(language, "Điều kiện: {}", "Condition: {}", plain(condition)) + "\n";
  }
  std::string source = printed(programme.citation, language);
  if (source.empty()) source = say(language, "không ghi văn bản", "no instrument is cited");
  return text + "    " +
         say(language, "Căn cứ: {0} ({1}, {2}); nguồn tiền: {3}", "Source: {0} ({1}, {2}); paid from: {3}", source,
             words(programme.standing, language), words(programme.confidence, language),
             words(programme.source_of_money, language)) +
         "\n";
}

std::string per_month_cell(const PerMonth& per_month) {
  return std::visit(
      [](const auto& v) -> std::string {
        using V = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<V, FloorShare>) {
          return "floor_share " + v.share.text();
        } else if constexpr (std::is_same_v<V, OwnShare>) {
          return "own_share " + v.share.text();
        } else if constexpr (std::is_same_v<V, FixedSum>) {
          return fmt::format("fixed {}", v.amount.dong());
        } else {
          return fmt::format("stated_income {} share {}", v.income.dong(), v.share.text());
        }
      },
      per_month);
}

std::string months_cell(RuleMonths months) {
  switch (months.kind) {
    case RuleMonths::Kind::central: return "central";
    case RuleMonths::Kind::all: return "all";
    case RuleMonths::Kind::limit: return fmt::format("{}", months.limit);
  }
  return {};
}

std::string territory_cell(const Territory& territory) {
  std::vector<std::string> codes;
  for (const ProvinceCode code : territory.province) codes.push_back(code.text());
  for (const FormerProvinceCode code : territory.former_province) codes.push_back("former " + code.text());
  for (const LocalityCode code : territory.locality) codes.push_back("locality " + code.text());
  return joined(codes, "|");
}

std::string last_day_cell(Day to) { return to == open_end ? std::string{} : to.text(); }

}  // namespace ansinh::report
