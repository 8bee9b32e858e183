// The month-by-month account as text, CSV and JSON.
#include <algorithm>
#include <string>
#include <vector>

#include "report/escape.hpp"
#include "report/explanation_json.hpp"
#include "report/phrase.hpp"

namespace ansinh {
namespace {

using report::say;

// An amount without its unit, which the heading says once.
std::string bare(Money amount) {
  std::string text = printed(amount);
  text.resize(text.size() - std::string_view{" đ"}.size());
  return text;
}

std::string as_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], report::width(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : "  ") + report::padded_left(row[i], widths[i]);
    text += '\n';
  }
  return text;
}

void write_amounts(report::Json& json, const ScheduleAmounts& amounts, const std::string& prefix) {
  json.member(prefix + "contribution", amounts.contribution);
  json.member(prefix + "central_support", amounts.central_support);
  json.member(prefix + "local_top_up", amounts.local_top_up);
}

}  // namespace

std::string schedule_text(const Schedule& schedule, Language language) {
  std::vector<std::vector<std::string>> rows{
      {say(language, "Tháng", "Month"), say(language, "Mức đóng", "Contribution"), say(language, "Nhà nước", "State"),
       say(language, "Địa phương", "Local"), say(language, "Mức đóng lũy kế", "Contribution so far"),
       say(language, "Nhà nước lũy kế", "State so far"), say(language, "Địa phương lũy kế", "Local so far")}};
  std::size_t number = 0;
  for (const ScheduleMonth& line : schedule.months) {
    ++number;
    rows.push_back({line.month ? printed(*line.month, language) : std::to_string(number),
                    bare(line.amounts.contribution), bare(line.amounts.central_support),
                    bare(line.amounts.local_top_up), bare(line.cumulative.contribution),
                    bare(line.cumulative.central_support), bare(line.cumulative.local_top_up)});
  }
  const Assessment& answer = schedule.assessment;
  rows.push_back({say(language, "Cộng", "Sum"), bare(answer.contribution), bare(answer.central_support),
                  bare(answer.local_top_up), "", "", ""});
  std::string text = say(language, "Từng tháng (đồng):\n", "Month by month (đồng):\n") + as_table(rows);
  if (!schedule.months.empty() && !schedule.months.front().month) {
    text += say(language, "Tháng số 1 là tháng còn thiếu sớm nhất.\n", "Month 1 is the earliest missing month.\n");
  }
  return text;
}

std::string schedule_csv(const Schedule& schedule) {
  std::string text =
      "number,month,exponent,contribution,central_support,local_top_up,cumulative_contribution,"
      "cumulative_central_support,cumulative_local_top_up\n";
  std::size_t number = 0;
  for (const ScheduleMonth& line : schedule.months) {
    fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{},{},{}\n", ++number,
                   line.month ? line.month->text() : "", line.exponent, line.amounts.contribution.dong(),
                   line.amounts.central_support.dong(), line.amounts.local_top_up.dong(),
                   line.cumulative.contribution.dong(), line.cumulative.central_support.dong(),
                   line.cumulative.local_top_up.dong());
  }
  return text;
}

std::string schedule_json(const Rules& rules, const Schedule& schedule, const Explanation* explanation,
                          Language language) {
  report::Json json;
  json.begin_object();
  if (explanation != nullptr) {
    report::write_explained_members(json, rules, *explanation, language);
  } else {
    report::write_assessment_members(json, rules, schedule.assessment);
  }
  json.key("schedule");
  json.begin_array();
  std::int64_t number = 0;
  for (const ScheduleMonth& line : schedule.months) {
    json.begin_object();
    json.member("number", ++number);
    json.key("month");
    line.month ? json.value(line.month->text()) : json.null();
    json.member("exponent", std::int64_t{line.exponent});
    write_amounts(json, line.amounts, "");
    write_amounts(json, line.cumulative, "cumulative_");
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.text();
}

}  // namespace ansinh
