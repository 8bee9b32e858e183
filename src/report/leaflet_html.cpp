// The leaflet as one self-contained page that prints on A4 or A5.
#include "report/escape.hpp"
#include "report/leaflet_parts.hpp"
#include "report/phrase.hpp"

namespace ansinh {
namespace {

using report::html;
using report::LeafletTable;

constexpr std::string_view leaflet_style = R"(
* { box-sizing: border-box; }
body { font: 9.5pt/1.3 "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; color: #14212b; margin: 1.5em auto; max-width: 56em; padding: 0 1em; }
header { border-bottom: .2em solid #0b5c8a; margin-bottom: .6em; }
h1 { font-size: 1.55em; line-height: 1.15; margin: 0 0 .25em; color: #0b5c8a; }
.who { display: flex; flex-wrap: wrap; gap: .2em 1.6em; margin: 0 0 .5em; font-weight: 600; }
.warning { margin: .3em 0; padding: .3em .7em; background: #fff4d6; border-left: .3em solid #b97800; }
h2 { font-size: 1.1em; margin: .9em 0 .3em; color: #0b5c8a; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid #c9d3da; padding: .18em .45em; text-align: right; font-weight: 400; white-space: nowrap; }
thead th { background: #e8f1f6; font-weight: 600; white-space: normal; text-align: center; vertical-align: bottom; }
tbody th { font-weight: 600; }
tr.marked th, tr.marked td { background: #eef7ee; font-weight: 600; }
th.first, td.first { border-left: 2px solid #9fb4c0; }
figure { margin: .6em 0 0; } figcaption { font-weight: 600; margin-bottom: .3em; }
svg { width: 100%; height: auto; font-family: inherit; }
footer { margin-top: .8em; padding-top: .4em; border-top: 1px solid #9fb4c0; font-size: .78em; color: #33424d; }
footer p { margin: .2em 0; }
)";

// The same page on either paper: what is smaller is the type. On paper the page is as high as the sheet allows, and the
// chart takes what the tables leave, so that no font makes a second page of it.
std::string paper_style(Paper paper) {
  const bool a4 = paper == Paper::a4;
  return fmt::format(
      R"(@page {{ size: {0} portrait; margin: {1}; }}
@media print {{
  body {{ font-size: {2}; margin: 0; max-width: none; padding: 0; height: {3}; display: flex; flex-direction: column; }}
  main {{ flex: 1 1 0; min-height: 0; display: flex; flex-direction: column; }}
  figure {{ flex: 1 1 0; min-height: 0; display: flex; flex-direction: column; }}
  svg {{ flex: 1 1 0; min-height: 0; max-height: {4}; }}
  * {{ -webkit-print-color-adjust: exact; print-color-adjust: exact; }}
}}
)",
      name(paper), a4 ? "12mm" : "8mm", a4 ? "8pt" : "5.9pt", a4 ? "272mm" : "193mm", a4 ? "60mm" : "45mm");
}

std::string head_of(const LeafletTable& table) {
  bool two_lines = false;
  for (const LeafletTable::Heading& heading : table.headings) two_lines = two_lines || !heading.heads.empty();
  std::string first, second;
  for (const LeafletTable::Heading& heading : table.headings) {
    if (heading.heads.empty()) {
      first += fmt::format("<th scope=\"col\"{}>{}</th>", two_lines ? " rowspan=\"2\"" : "", html(heading.text));
      continue;
    }
    first += fmt::format("<th scope=\"colgroup\" colspan=\"{}\" class=\"first\">{}</th>", heading.heads.size(),
                         html(heading.text));
    for (std::size_t i = 0; i < heading.heads.size(); ++i) {
      second += fmt::format("<th scope=\"col\"{}>{}</th>", i == 0 ? " class=\"first\"" : "", html(heading.heads[i]));
    }
  }
  return "<thead><tr>" + first + "</tr>" + (two_lines ? "<tr>" + second + "</tr>" : "") + "</thead>\n";
}

std::string table_of(const LeafletTable& table) {
  std::vector<bool> opens(table.columns());
  std::size_t column = 0;
  for (const LeafletTable::Heading& heading : table.headings) {
    if (!heading.heads.empty()) opens[column] = true;
    column += heading.columns();
  }
  std::string text = "<h2>" + html(table.title) + "</h2>\n<table>\n" + head_of(table) + "<tbody>\n";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    text += i == table.marked ? "<tr class=\"marked\">" : "<tr>";
    for (std::size_t j = 0; j < table.rows[i].size(); ++j) {
      const char* mark = opens[j] ? " class=\"first\"" : "";
      text += j == 0 ? fmt::format("<th scope=\"row\">{}</th>", html(table.rows[i][j]))
                     : fmt::format("<td{}>{}</td>", mark, html(table.rows[i][j]));
    }
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n";
}

}  // namespace

std::string_view name(Paper paper) { return paper == Paper::a4 ? "A4" : "A5"; }
int leaflet_rows(Paper paper) { return paper == Paper::a4 ? 12 : 10; }

std::string leaflet_html(const BenefitRules& rules, const Leaflet& leaflet, Paper paper, Language language) {
  constexpr int chart_width = 640, chart_height = 180;
  const report::LeafletTexts texts = report::leaflet_texts(rules, leaflet, language);
  std::string text = "<!DOCTYPE html>\n<html lang=\"" + std::string{name(language)} +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
                     html(texts.title) + "</title>\n<style>" + std::string{leaflet_style} + paper_style(paper) +
                     "</style>\n</head>\n<body>\n<header>\n<h1>" + html(texts.title) +
                     "</h1>\n<p class=\"who\"><span>" + html(texts.group) + "</span><span>" + html(texts.place) +
                     "</span><span>" + html(texts.day) + "</span></p>\n</header>\n<main>\n";
  for (const std::string& warning : texts.warnings) text += "<p class=\"warning\">" + html(warning) + "</p>\n";
  text += table_of(texts.shares) + table_of(texts.pensions);
  text += "<figure>\n<figcaption>" + html(texts.chart_title) + "</figcaption>\n";
  text += fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n", chart_width, chart_height,
                      html(texts.chart_alternative));
  text +=
      report::leaflet_chart(leaflet, chart_width, chart_height, language) + "</svg>\n</figure>\n</main>\n<footer>\n";
  for (const std::string& line : texts.foot) text += "<p>" + html(line) + "</p>\n";
  return text + "</footer>\n</body>\n</html>\n";
}

}  // namespace ansinh
