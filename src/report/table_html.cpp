// The contribution table as one self-contained page that prints well on A4.
#include <string>

#include "report/escape.hpp"
#include "report/phrase.hpp"
#include "report/table_cells.hpp"

namespace ansinh::report {
namespace {

constexpr std::string_view style = R"(
body { font: 11pt/1.4 "Noto Sans", Arial, sans-serif; margin: 1.5em auto; max-width: 60em; padding: 0 1em; color: #111; }
h1 { font-size: 1.3em; } h2 { font-size: 1.1em; margin-top: 2em; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #999; padding: .15em .5em; text-align: right; }
thead th { background: #eee; } tr.support td, tr.support th { background: #f6f6f6; }
footer { margin-top: 2em; font-size: .85em; }
@page { size: A4; margin: 12mm; }
@media print {
  body { font-size: 8.5pt; margin: 0; max-width: none; padding: 0; }
  h2 { break-before: page; } h2.first { break-before: auto; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
}
)";

std::string cell(std::string_view text) { return "<td>" + html(text) + "</td>"; }

std::string support_row(const Table& table, std::size_t term, std::string_view title, Money Assessment::*amount) {
  std::string row = "<tr class=\"support\"><th scope=\"row\" colspan=\"2\">" + html(title) + "</th>";
  for (std::size_t group = 0; group < table_groups.size(); ++group) {
    const auto same = common(table, term, group, amount);
    row += cell(same ? printed(*same) : "*");
  }
  return row + "</tr>\n";
}

std::string block(const Rules& rules, const Table& table, std::size_t term, Language language) {
  std::string text = fmt::format("<h2{}>", term == 0 ? " class=\"first\"" : "");
  text += html(say(language, "Kỳ đóng {}", "Payment of {}", printed(table.terms[term], language))) + "</h2>\n<table>\n";
  text += "<thead><tr><th scope=\"col\" rowspan=\"2\">" +
          html(say(language, "Thu nhập mỗi tháng", "Income per month")) + "</th><th scope=\"col\" rowspan=\"2\">" +
          html(say(language, "Mức đóng", "Contribution")) + "</th><th scope=\"colgroup\" colspan=\"" +
          std::to_string(table_groups.size()) + "\">" + html(say(language, "Người tham gia đóng", "Participant pays")) +
          "</th></tr>\n<tr>";
  for (std::size_t group = 0; group < table_groups.size(); ++group) {
    text += "<th scope=\"col\">" + html(column_title(rules.book(), group, language)) + "</th>";
  }
  text += "</tr></thead>\n<tbody>\n";
  text += support_row(table, term, say(language, "Nhà nước hỗ trợ", "State support"), &Assessment::central_support);
  text += support_row(table, term, say(language, "Địa phương hỗ trợ thêm", "Local top-up"), &Assessment::local_top_up);
  for (std::size_t level = 0; level < table.levels(); ++level) {
    text += "<tr><th scope=\"row\">" + html(printed(table.income(level))) + "</th>" +
            cell(printed(table.cell(term, level, 0).contribution));
    for (std::size_t group = 0; group < table_groups.size(); ++group) {
      text += cell(printed(table.cell(term, level, group).participant_share));
    }
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n";
}

}  // namespace

std::string table_as_html(const Rules& rules, const Table& table, Language language) {
  std::string text = "<!DOCTYPE html>\n<html lang=\"" + std::string{name(language)} +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  text += html(say(language, "Bảng mức đóng bảo hiểm xã hội tự nguyện, ngày {}",
                   "Voluntary social insurance, contribution table of {}", printed(table.request.paid_on, language)));
  text += "</title>\n<style>" + std::string{style} + "</style>\n</head>\n<body>\n<header>\n<h1>" +
          html(table_title(language)) + "</h1>\n";
  for (const std::string& line : table_head(rules, table, language)) text += "<p>" + html(line) + "</p>\n";
  text += "</header>\n<main>\n";
  for (std::size_t term = 0; term < table.terms.size(); ++term) text += block(rules, table, term, language);
  text += "</main>\n<footer>\n";
  text += "<p>" + html(say(language, "* Tùy mức thu nhập.", "* Depends on the income.")) + "</p>\n";
  text += "<p>" +
          html(say(language, "Ngày đóng: {}.", "Day of payment: {}.", printed(table.request.paid_on, language))) +
          "</p>\n";
  for (const std::string& line : table_foot(rules, table, language)) text += "<p>" + html(line) + "</p>\n";
  return text + "</footer>\n</body>\n</html>\n";
}

}  // namespace ansinh::report
