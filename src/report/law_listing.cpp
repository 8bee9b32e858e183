// The law of a book: values, programmes and records, as far as a filter leaves them.
#include <algorithm>
#include <string>
#include <vector>

#include "report/escape.hpp"
#include "report/grid.hpp"
#include "report/json.hpp"
#include "report/law_json.hpp"
#include "report/law_text.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"

namespace ansinh {
namespace {

using report::say;

struct Selection {
  std::vector<const LawRow*> rows;
  std::vector<const Programme*> programmes;
  std::vector<const Record*> records;
  std::vector<const Programme*> by_locality;  // on ground of which the book does not say the province
};

bool in_force(Day from, Day to, const std::optional<Day>& on) { return !on || (from <= *on && *on <= to); }

bool lies_in(const Territory& territory, ProvinceCode province) {
  return std::ranges::find(territory.province, province) != territory.province.end() ||
         std::ranges::any_of(territory.former_province,
                             [&](FormerProvinceCode former) { return former.present() == province; });
}

Selection selected(const LawBook& book, const LawFilter& filter) {
  Selection selection;
  if (filter.parameter || !filter.province) {
    for (const LawRow& row : book.rows()) {
      if (filter.parameter && row.parameter != *filter.parameter) continue;
      if (in_force(row.from, row.to, filter.on)) selection.rows.push_back(&row);
    }
  }
  if (filter.parameter && !filter.province) return selection;
  for (const Programme& programme : book.programmes()) {
    if (!in_force(programme.from, programme.to, filter.on)) continue;
    if (!filter.province || lies_in(programme.territory, *filter.province)) {
      selection.programmes.push_back(&programme);
    } else if (!programme.territory.locality.empty()) {
      selection.by_locality.push_back(&programme);
    }
  }
  for (const Record& record : book.records()) {
    if (!in_force(record.from, record.to, filter.on)) continue;
    if (!filter.province || lies_in(record.territory, *filter.province)) selection.records.push_back(&record);
  }
  return selection;
}

std::string title(const LawFilter& filter, Language language) {
  std::string text = say(language, "Luật bảo hiểm xã hội tự nguyện", "Law of voluntary social insurance");
  if (filter.parameter) text += ": " + std::string{words(*filter.parameter, language)};
  if (filter.province) text += ": " + report::province_text(*filter.province, language);
  if (filter.on) text += say(language, ", ngày {}", ", on {}", printed(*filter.on, language));
  return text;
}

std::string source(const LawBook& book, Language language) {
  return say(language, "Dữ liệu luật {0}, rà soát gần nhất ngày {1}.", "Law {0}, last verified on {1}.", book.digest(),
             printed(LawBook::verified_on(), language));
}

std::string as_text(const LawBook& book, const LawFilter& filter, const Selection& selection, Language language) {
  std::string text = title(filter, language) + "\n";
  const LawRow* previous = nullptr;
  for (const LawRow* row : selection.rows) {
    if (previous == nullptr || previous->parameter != row->parameter) {
      text += fmt::format("\n{} [{}]\n", report::sentence(std::string{words(row->parameter, language)}),
                          name(row->parameter));
    }
    text += "  " + report::row_text(*row, language) + "\n";
    previous = row;
  }
  if (!selection.programmes.empty()) {
    text += "\n" + say(language, "Chương trình của địa phương", "Local programmes") + "\n";
    for (const Programme* programme : selection.programmes) {
      text += "  " + report::programme_block(book, *programme, language);
    }
  }
  if (!selection.records.empty()) {
    text +=
        "\n" + say(language, "Nơi chưa có mức hỗ trợ dùng được", "Places without a rate that could be built in") + "\n";
    for (const Record* record : selection.records) text += "  " + report::record_line(book, *record, language) + "\n";
  }
  if (selection.rows.empty() && selection.programmes.empty() && selection.records.empty()) {
    text += say(language, "\nKhông có dữ liệu: điều này không có nghĩa là không có quy định.\n",
                "\nNothing is recorded; that does not mean that there is no rule.\n");
  }
  if (!selection.by_locality.empty()) {
    std::vector<std::string> ids;
    for (const Programme* programme : selection.by_locality) ids.push_back(report::plain(programme->id));
    text += "\n" +
            say(language, "Không lọc được theo tỉnh, vì chỉ ghi mã huyện hoặc xã: {}.",
                "Bound to a district or commune code alone, so not told apart by province: {}.", report::joined(ids)) +
            "\n";
  }
  return text + "\n" + source(book, language) + "\n";
}

report::Grid as_grid(const LawBook& book, const Selection& selection) {
  report::Grid grid;
  grid.columns = {"kind",       "name",      "value",    "from",    "to",
                  "layer",      "territory", "groups",   "months",  "source_of_money",
                  "instrument", "provision", "standing", "sources", "confidence"};
  for (const LawRow* row : selection.rows) {
    grid.rows.push_back({"value", std::string{name(row->parameter)}, text(row->value), row->from.text(),
                         report::last_day_cell(row->to), "", "", "", "", "", row->citation.instrument,
                         row->citation.provision, std::string{name(row->standing)}, std::string{name(row->sources)},
                         ""});
  }
  for (const Programme* programme : selection.programmes) {
    for (const Rule& rule : programme->rules) {
      grid.rows.push_back({"programme", programme->id, report::per_month_cell(rule.per_month), programme->from.text(),
                           report::last_day_cell(programme->to), programme->layer,
                           report::territory_cell(programme->territory), report::group_names(book, rule.groups),
                           report::months_cell(rule.months), std::string{name(programme->source_of_money)},
                           programme->citation.instrument, programme->citation.provision,
                           std::string{name(programme->standing)}, "", std::string{name(programme->confidence)}});
    }
  }
  for (const Record* record : selection.records) {
    grid.rows.push_back({"record", std::string{name(record->kind)}, "", record->from.text(),
                         report::last_day_cell(record->to), "", report::territory_cell(record->territory),
                         report::group_names(book, record->groups), "", "", record->citation.instrument,
                         record->citation.provision, std::string{name(record->standing)}, "", ""});
  }
  return grid;
}

std::string as_json(const LawBook& book, const Selection& selection) {
  report::Json json;
  json.begin_object();
  json.key("overrides");
  json.begin_array();
  for (const LawRow* row : selection.rows) report::write_row(json, *row);
  json.end_array();
  json.key("programmes");
  json.begin_array();
  for (const Programme* programme : selection.programmes) report::write_programme(json, book, *programme);
  json.end_array();
  json.key("records");
  json.begin_array();
  for (const Record* record : selection.records) report::write_record(json, book, *record);
  json.end_array();
  json.member("law_digest", book.digest());
  json.member("verified_on", LawBook::verified_on().text());
  json.end_object();
  return json.text();
}

}  // namespace

std::string law_listing(const LawBook& book, const LawFilter& filter, Format format, Language language) {
  if (format == Format::json && filter.empty()) return book.canonical_json();
  const Selection selection = selected(book, filter);
  switch (format) {
    case Format::csv: return report::grid_as_csv(as_grid(book, selection));
    case Format::html:
      return report::grid_as_html(as_grid(book, selection), title(filter, language), "", source(book, language),
                                  language);
    case Format::json: return as_json(book, selection);
    case Format::svg:
    case Format::text: break;
  }
  return as_text(book, filter, selection, language);
}

}  // namespace ansinh
