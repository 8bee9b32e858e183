// A population under two laws, as CSV and JSON, and the rows that change.
#include <array>
#include <charconv>

#include "ansinh/population_report.hpp"
#include "ansinh/tally.hpp"
#include "lists/csv_text.hpp"
#include "report/escape.hpp"
#include "report/json.hpp"

namespace ansinh {
namespace {

using report::Json;

struct Sum {
  std::string_view name;
  Int128 Tally::*of;
};
constexpr std::array sums{
    Sum{"contribution", &Tally::contribution},          Sum{"central_support", &Tally::central_support},
    Sum{"local_top_up", &Tally::local_top_up},          Sum{"province_top_up", &Tally::province_top_up},
    Sum{"locality_top_up", &Tally::locality_top_up},    Sum{"other_support", &Tally::other_support},
    Sum{"participant_share", &Tally::participant_share}};

constexpr std::array all_classes{DiffClass::unchanged, DiffClass::gains,        DiffClass::loses,  DiffClass::shifted,
                                 DiffClass::only_law,  DiffClass::only_against, DiffClass::refused};

void write_sums(Json& json, std::string_view name, const Tally& tally) {
  json.key(name);
  json.begin_object();
  for (const Sum& sum : sums) json.member(sum.name, sum_text(tally.*sum.of));
  json.end_object();
}

void write_three(Json& json, Int128 law, Int128 against) {
  json.member("law", sum_text(law));
  json.member("against", sum_text(against));
  json.member("difference", sum_text(law - against));
}

void write_tally(Json& json, const DiffTally& tally) {
  json.member("rows", static_cast<std::int64_t>(tally.all()));
  json.key("classes");
  json.begin_object();
  for (const DiffClass c : all_classes) json.member(name(c), static_cast<std::int64_t>(tally.count(c)));
  json.end_object();
  json.member("gained", sum_text(tally.gained));
  json.member("lost", sum_text(tally.lost));
  json.key("sums");
  json.begin_object();
  write_sums(json, "law", tally.law);
  write_sums(json, "against", tally.against);
  json.key("difference");
  json.begin_object();
  for (const Sum& sum : sums) json.member(sum.name, sum_text(tally.law.*sum.of - tally.against.*sum.of));
  json.end_object();
  json.end_object();
  json.key("by_source");
  json.begin_object();
  for (const auto source : {SourceOfMoney::budget, SourceOfMoney::fund}) {
    const auto i = static_cast<std::size_t>(source);
    json.key(name(source));
    json.begin_object();
    write_three(json, tally.law.by_source[i], tally.against.by_source[i]);
    json.end_object();
  }
  json.end_object();
  write_sums(json, "only_law", tally.only_law);
  write_sums(json, "only_against", tally.only_against);
}

}  // namespace

std::string diff_json(const Diff& diff) {
  Json json;
  json.begin_object();
  json.member("law_digest", diff.law().book().digest());
  json.member("against_digest", diff.against().book().digest());
  json.key("same_law");
  json.value(diff.law().book().digest() == diff.against().book().digest());
  json.key("changes_nothing");
  json.value(diff.changes_nothing());
  write_tally(json, diff.all());
  json.key("refused");
  json.begin_object();
  for (int code = 1; code <= static_cast<int>(Errc::does_not_fit); ++code) {
    const auto reason = static_cast<Errc>(code);
    if (diff.refused(reason) > 0) json.member(name(reason), static_cast<std::int64_t>(diff.refused(reason)));
  }
  json.end_object();
  json.key("groups_left_out");
  json.begin_object();
  json.member("law", static_cast<std::int64_t>(diff.groups_left_out(true)));
  json.member("against", static_cast<std::int64_t>(diff.groups_left_out(false)));
  json.end_object();
  json.key("by_layer");
  json.begin_object();
  for (const DiffLayer& layer : diff.layers()) {
    json.key(layer.layer);
    json.begin_object();
    write_three(json, layer.law, layer.against);
    json.end_object();
  }
  json.end_object();
  json.key("by_province");
  json.begin_object();
  for (const Diff::OfProvince& of : diff.provinces()) {
    json.key(of.province ? of.province->text() : std::string{});
    json.begin_object();
    write_tally(json, of.tally);
    json.end_object();
  }
  json.end_object();
  json.key("by_groups");
  json.begin_object();
  for (const Diff::OfGroups& of : diff.groups()) {
    json.key(report::group_names(diff.reading().book(), of.groups));
    json.begin_object();
    write_tally(json, of.tally);
    json.end_object();
  }
  json.end_object();
  json.end_object();
  return json.text();
}

std::string diff_csv(const Diff& diff) {
  std::vector<std::string> names{"by", "value"};
  for (const DiffClass c : all_classes) names.emplace_back(name(c));
  names.insert(names.end(), {"gained", "lost"});
  for (const char* side : {"law_", "against_", "difference_"}) {
    for (const Sum& sum : sums) names.push_back(side + std::string{sum.name});
  }
  std::string csv;
  // Names may be an overlay's; the rest is numbers, which may be negative.
  const auto add_row = [&csv](std::string_view by, std::string_view value, const std::vector<std::string>& numbers) {
    csv += by;
    csv += ',' + report::csv_cell(value);
    for (const std::string& number : numbers) csv += ',' + number;
    csv += '\n';
  };
  for (const std::string& name : names) csv += (csv.empty() ? "" : ",") + name;
  csv += '\n';
  const auto add = [&](std::string_view by, std::string_view value, const DiffTally& tally) {
    std::vector<std::string> numbers;
    for (const DiffClass c : all_classes) numbers.push_back(std::to_string(tally.count(c)));
    numbers.push_back(sum_text(tally.gained));
    numbers.push_back(sum_text(tally.lost));
    for (const Sum& sum : sums) numbers.push_back(sum_text(tally.law.*sum.of));
    for (const Sum& sum : sums) numbers.push_back(sum_text(tally.against.*sum.of));
    for (const Sum& sum : sums) numbers.push_back(sum_text(tally.law.*sum.of - tally.against.*sum.of));
    add_row(by, value, numbers);
  };
  // Of a layer or a source only the local money is known.
  const auto add_local = [&](std::string_view by, std::string_view value, Int128 law, Int128 against) {
    std::vector<std::string> numbers;
    for (std::size_t i = 2; i < names.size(); ++i) {
      std::string& number = numbers.emplace_back();
      if (names[i] == "law_local_top_up") number = sum_text(law);
      if (names[i] == "against_local_top_up") number = sum_text(against);
      if (names[i] == "difference_local_top_up") number = sum_text(law - against);
    }
    add_row(by, value, numbers);
  };
  const DiffTally all = diff.all();
  add("all", "", all);
  for (const DiffLayer& layer : diff.layers()) add_local("layer", layer.layer, layer.law, layer.against);
  for (const auto source : {SourceOfMoney::budget, SourceOfMoney::fund}) {
    const auto i = static_cast<std::size_t>(source);
    add_local("source", name(source), all.law.by_source[i], all.against.by_source[i]);
  }
  for (const Diff::OfProvince& of : diff.provinces()) {
    add("province", of.province ? of.province->text() : std::string{}, of.tally);
  }
  for (const Diff::OfGroups& of : diff.groups()) {
    add("groups", report::group_names(diff.reading().book(), of.groups), of.tally);
  }
  return csv;
}

std::string diff_rows_header() {
  std::string header = "row,id,change";
  for (const char* side : {"law", "against"}) {
    for (const char* column : {"status", "contribution", "central_support", "local_top_up", "province_top_up",
                               "locality_top_up", "other_support", "participant_share", "months", "supported_months"}) {
      header += std::string{","} + side + '_' + column;
    }
  }
  return header + '\n';
}

void append_diff_row(std::string& out, std::uint64_t row, std::string_view id, const DiffRow& change) {
  const auto number = [&out](std::int64_t value) {
    std::array<char, 24> digits;
    out += ',';
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
  };
  out += std::to_string(row) + ',';
  lists::append_cell(out, id, ',');
  out += ',';
  out += name(change.kind);
  for (const DiffSide* side : {&change.law, &change.against}) {
    out += ',';
    out += name(side->status);
    if (side->status != Errc::ok) {
      out += ",,,,,,,,,";
      continue;
    }
    for (const std::int64_t amount :
         {side->contribution, side->central_support, side->local_top_up, side->province_top_up, side->locality_top_up,
          side->other_support, side->participant_share, std::int64_t{side->months},
          std::int64_t{side->supported_months}}) {
      number(amount);
    }
  }
  out += '\n';
}

}  // namespace ansinh
