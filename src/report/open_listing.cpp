// Everything in the book, and in the reading of it, that is not settled; counted.
#include <string>
#include <vector>

#include "ansinh/benefit_law.hpp"
#include "report/datum_text.hpp"
#include "report/escape.hpp"
#include "report/explanation_parts.hpp"
#include "report/grid.hpp"
#include "report/json.hpp"
#include "report/law_text.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"
#include "report/readings.hpp"

namespace ansinh {
namespace {

using report::say;

// One open item in the form that every format prints.
struct Point {
  std::string kind, name, value, from, to, standing, instrument, provision, text;
};

Point value_point(const LawRow& row, Language language) {
  return {"value",
          std::string{name(row.parameter)},
          text(row.value),
          row.from.text(),
          report::last_day_cell(row.to),
          std::string{name(row.standing)},
          row.citation.instrument,
          row.citation.provision,
          report::sentence(std::string{words(row.parameter, language)}) + ", " + report::row_text(row, language)};
}

Point not_published_point(const OpenItem& item, Language language) {
  const Parameter parameter = item.parameter.value_or(Parameter::fund_return_rate);
  return {"not_published",
          std::string{name(parameter)},
          "",
          item.from.text(),
          report::last_day_cell(item.to),
          "",
          "",
          "",
          say(language, "{0}, {1}: chưa tìm thấy giá trị được công bố", "{0}, {1}: no published value was found",
              report::sentence(std::string{words(parameter, language)}),
              report::period_text(item.from, item.to, language))};
}

Point programme_point(const Programme& programme, Language language) {
  return {"programme",
          programme.id,
          report::territory_cell(programme.territory),
          programme.from.text(),
          report::last_day_cell(programme.to),
          std::string{name(programme.standing)},
          programme.citation.instrument,
          programme.citation.provision,
          say(language, "Chương trình {0}, {1}, {2} ({3})", "Programme {0}, {1}, {2} ({3})",
              report::plain(programme.id), report::territory_text(programme.territory, language),
              report::period_text(programme.from, programme.to, language),
              report::citation_and_standing(programme, language))};
}

Point record_point(const LawBook& book, const Record& record, Language language) {
  return {"record",
          std::string{name(record.kind)},
          report::territory_cell(record.territory),
          record.from.text(),
          report::last_day_cell(record.to),
          std::string{name(record.standing)},
          record.citation.instrument,
          record.citation.provision,
          report::record_line(book, record, language)};
}

Point place_point(const OpenItem& item, Language language) {
  const std::string code = item.former_province ? item.former_province->text() : std::string{};
  const std::string place = item.former_province ? report::former_province_text(*item.former_province, language) : code;
  return {"place_without_record",
          code,
          "",
          item.from.text(),
          report::last_day_cell(item.to),
          "",
          "",
          "",
          say(language, "{}: chưa có thông tin về hỗ trợ thêm của địa phương", "{}: nothing is known of local support",
              place)};
}

Point reading_point(const report::AssumedReading& reading, Language language) {
  const Citation citation{std::string{reading.instrument}, std::string{reading.provision}};
  return {"reading",
          std::string{reading.name},
          "",
          "",
          "",
          std::string{name(Standing::assumed)},
          citation.instrument,
          citation.provision,
          say(language, "{0} ({1} không nói rõ; giả định)", "{0} ({1} leaves it open; assumed)",
              reading.taken.in(language), printed(citation, language))};
}

Point benefit_point(std::string what, std::string value, int first_year, int last_year, const Provision& provision,
                    std::string sentence) {
  return {"benefit_value",
          std::move(what),
          std::move(value),
          std::to_string(first_year) + "-01-01",
          std::to_string(last_year) + "-12-31",
          std::string{name(provision.standing)},
          provision.citation.instrument,
          provision.citation.provision,
          std::move(sentence)};
}

// Of the law of benefits: tables that are assumed, and the ages whose text was not read.
std::vector<Point> benefit_points(Language language) {
  std::vector<Point> all;
  const BenefitLaw& law = BenefitLaw::built_in();
  for (const IndexationTable& table : law.indexation()) {
    if (table.provision.standing != Standing::assumed) continue;
    const int year = table.benefit_year;
    all.push_back(benefit_point(
        "indexation." + std::to_string(year), "", year, year, table.provision,
        say(language, "Bảng hệ số điều chỉnh thu nhập năm {0}: giả định, mỗi hệ số có thể lệch 0,01 ({1})",
            "Table of indexation for {0}: assumed, each coefficient within 0.01 ({1})", year,
            printed(table.provision.citation, language))));
  }
  for (const RetirementAge& age : law.retirement_ages()) {
    if (age.provision.standing != Standing::assumed) continue;
    all.push_back(benefit_point("retirement_age." + std::string{name(age.sex)}, std::to_string(age.months / 12),
                                age.first_year, age.last_year, age.provision,
                                say(language, "Tuổi nghỉ hưu trước năm {0}, {1}: giả định ({2})",
                                    "Retirement age before {0}, {1}: assumed ({2})", age.last_year + 1,
                                    age.sex == Sex::female ? say(language, "nữ", "women") : say(language, "nam", "men"),
                                    printed(age.provision.citation, language))));
  }
  return all;
}

std::vector<Point> points(const LawBook& book, Language language) {
  std::vector<Point> all;
  for (const OpenItem& item : open_items(book)) {
    switch (item.kind) {
      case OpenItem::Kind::value:
        if (item.row != nullptr) all.push_back(value_point(*item.row, language));
        break;
      case OpenItem::Kind::not_published: all.push_back(not_published_point(item, language)); break;
      case OpenItem::Kind::programme:
        if (item.programme != nullptr) all.push_back(programme_point(*item.programme, language));
        break;
      case OpenItem::Kind::record:
        if (item.record != nullptr) all.push_back(record_point(book, *item.record, language));
        break;
      case OpenItem::Kind::place_without_record: all.push_back(place_point(item, language)); break;
    }
  }
  for (Point& point : benefit_points(language)) all.push_back(std::move(point));
  for (const report::AssumedReading& reading : report::assumed_readings) {
    all.push_back(reading_point(reading, language));
  }
  return all;
}

std::string opening(std::size_t count, Language language) {
  return say(language, "Có {} điểm chưa chắc chắn.", "{} points are open.", count);
}

std::string heading(std::string_view kind, Language language) {
  if (kind == "value") return say(language, "Giá trị giả định hoặc dự thảo", "Values that are assumed or drafts");
  if (kind == "benefit_value")
    return say(language, "Giá trị giả định của các chế độ", "Values of benefits that are assumed");
  if (kind == "not_published") return say(language, "Giá trị chưa được công bố", "Values not published");
  if (kind == "programme") return say(language, "Chương trình chưa chắc chắn", "Programmes not well established");
  if (kind == "record") return say(language, "Nơi chưa rõ mức hỗ trợ thêm", "Places whose support is not known");
  if (kind == "place_without_record") return say(language, "Nơi chưa có thông tin", "Places without a record");
  return say(language, "Cách hiểu khi luật không nói rõ", "Readings where the law is silent");
}

std::string as_text(const LawBook& book, const std::vector<Point>& all, Language language) {
  std::string text = opening(all.size(), language) + "\n";
  std::string_view kind;
  for (const Point& point : all) {
    if (point.kind != kind) text += "\n" + heading(point.kind, language) + "\n";
    kind = point.kind;
    text += "  - " + point.text + "\n";
  }
  return text + "\n" +
         say(language, "Dữ liệu luật {0}, rà soát gần nhất ngày {1}.", "Law {0}, last verified on {1}.", book.digest(),
             printed(LawBook::verified_on(), language)) +
         "\n";
}

report::Grid as_grid(const std::vector<Point>& all) {
  report::Grid grid;
  grid.columns = {"kind", "name", "value", "from", "to", "standing", "instrument", "provision", "text"};
  for (const Point& p : all) {
    grid.rows.push_back({p.kind, p.name, p.value, p.from, p.to, p.standing, p.instrument, p.provision, p.text});
  }
  return grid;
}

std::string as_json(const LawBook& book, const std::vector<Point>& all) {
  report::Json json;
  const auto member_or_null = [&](std::string_view key, const std::string& value) {
    json.key(key);
    value.empty() ? json.null() : json.value(value);
  };
  json.begin_object();
  json.member("count", static_cast<std::int64_t>(all.size()));
  json.key("items");
  json.begin_array();
  for (const Point& p : all) {
    json.begin_object();
    json.member("kind", p.kind);
    json.member("name", p.name);
    member_or_null("value", p.value);
    member_or_null("from", p.from);
    member_or_null("to", p.to);
    member_or_null("standing", p.standing);
    json.key("citation");
    if (p.instrument.empty() && p.provision.empty()) {
      json.null();
    } else {
      json.begin_object();
      json.member("instrument", p.instrument);
      json.member("provision", p.provision);
      json.end_object();
    }
    json.member("text", p.text);
    json.end_object();
  }
  json.end_array();
  json.member("law_digest", book.digest());
  json.member("verified_on", LawBook::verified_on().text());
  json.end_object();
  return json.text();
}

}  // namespace

std::size_t open_count(const LawBook& book) { return points(book, Language::en).size(); }

std::string open_listing(const LawBook& book, Format format, Language language) {
  const std::vector<Point> all = points(book, language);
  switch (format) {
    case Format::csv: return report::grid_as_csv(as_grid(all));
    case Format::html:
      return report::grid_as_html(
          as_grid(all), say(language, "Những điểm chưa chắc chắn của luật", "What is open in the law"),
          opening(all.size(), language), say(language, "Dữ liệu luật {}.", "Law {}.", book.digest()), language);
    case Format::json: return as_json(book, all);
    case Format::svg:
    case Format::text: break;
  }
  return as_text(book, all, language);
}

}  // namespace ansinh
