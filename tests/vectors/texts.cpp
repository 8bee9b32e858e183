#include <string_view>

#include "vectors/files.hpp"
#include "vectors/requests.hpp"

namespace vectors {

using namespace ansinh;

File malformed() {
  Lines lines{"malformed"};
  const std::string source = "by hand, from the forms of the fields (README.md)";
  const struct {
    const char* field;
    const char* text;
  } cells[] = {
      {"paid_on", "30/02/2026"},
      {"paid_on", "2026-02-29"},
      {"paid_on", "22-11-2026"},
      {"paid_on", "2026/11/22"},
      {"paid_on", "22/11/26"},
      {"paid_on", "today"},
      {"paid_on", "2026-13-01"},
      {"paid_on", "32/01/2026"},
      {"first_month", "2026-13"},
      {"first_month", "2026"},
      {"first_month", "2026-11-22"},
      {"first_month", "13/2026"},
      {"income", "1.5"},
      {"income", "1,5"},
      {"income", "1,500,000"},
      {"income", "-1500000"},
      {"income", "+1500000"},
      {"income", "1500000.0"},
      {"income", "1.50.000"},
      {"income", "1.5000.000"},
      {"income", "1e6"},
      {"income", "1 500 000"},
      {"income", ".500"},
      {"income", "1500."},
      {"income", "1000000000000001"},
      {"income", "99999999999999999999999"},
      {"term", "VS02"},
      {"term", "vs2"},
      {"term", "VS1"},
      {"term", "VS6"},
      {"term", "TH0"},
      {"term", "TH121"},
      {"term", "TH01"},
      {"term", "DB2"},
      {"term", "2"},
      {"term", "0"},
      {"term", "012"},
      {"term", "monthly"},
      {"groups", "other"},
      {"groups", "Poor"},
      {"groups", "poor||near_poor"},
      {"groups", "poor|"},
      {"groups", "|poor"},
      {"groups", "rich"},
      {"groups", "poor,near_poor"},
      {"province", "1"},
      {"province", "001"},
      {"province", "99"},
      {"province", "02"},
      {"province", "00"},
      {"province", "Hà Nội"},
      {"former_province", "03"},
      {"former_province", "1"},
      {"former_province", "18"},
      {"locality", "04"},
      {"locality", "0004"},
      {"locality", "000004"},
      {"locality", "abc"},
      {"months_supported", "121"},
      {"months_supported", "-1"},
      {"months_supported", "1.5"},
      {"months_supported", "ten"},
      {"local_months_used", "601"},
      {"local_months_used", "x"},
      {"fund_return_rate", "0.051"},
      {"fund_return_rate", "5.1%"},
      {"fund_return_rate", "1"},
      {"fund_return_rate", "0.0000000001"},
      {"fund_return_rate", "-0.001"},
      {"fund_return_rate", "0,3,1%"},
      {"fund_return_rate", "abc"},
      {"other_support", "1000000000000001"},
      {"other_support", "0.5"},
      {"other_support", "abc"},
      {"th_support", "Nominal"},
      {"th_support", "none"},
  };
  for (const auto& cell : cells) {
    Cells request{{"paid_on", "2026-11-22"}, {"income", "1500000"}};
    bool replaced = false;
    for (auto& [field, text] : request) {
      if (field != cell.field) continue;
      text = cell.text;
      replaced = true;
    }
    if (!replaced) request.emplace_back(cell.field, cell.text);
    // A value out of its range is repeated in its canonical form, a text that is no value as it was written.
    const std::string given = std::string_view{cell.text} == "5.1%" ? "0.051" : cell.text;
    lines.refuse(cell.field, source, request, cell.field, given);
  }
  lines.refuse("paid_on is missing", source, {{"income", "1500000"}}, "paid_on", "");
  lines.refuse("income is missing", source, {{"paid_on", "2026-11-22"}}, "income", "");
  // The first field at fault is the one reported, in the order of the fields and before any relation or law.
  lines.refuse("two malformed fields", source, {{"paid_on", "2031-01-01"}, {"income", "1.5"}, {"term", "VS9"}},
               "income", "1.5");
  lines.refuse("a malformed field after a relation", source,
               {{"paid_on", "2026-11-22"}, {"first_month", "2029-01"}, {"income", "1500000"}, {"term", "VS9"}}, "term",
               "VS9");
  return lines.file();
}

File forms() {
  Lines lines{"forms"};
  Request q = monthly(Day{2026, 11, 2}, 1'500'000, GroupSet(Group::near_poor) | Group::ethnic_minority);
  q.first_month = Month{2026, 9};
  q.term = months(12);
  q.place.province = present(1);
  q.place.former_province = former(1);
  q.place.locality = locality("00004");
  q.months_supported = 7;
  q.local_months_used = 3;
  q.fund_return_rate = Rate::from_text("0.0031");
  q.other_support = Money{1'500};
  const Cells canonical = cells_of(q);
  lines.add("canonical", by_reference, canonical, q);
  const struct {
    const char* field;
    const char* text;
  } others[] = {{"paid_on", "02/11/2026"},
                {"paid_on", "2/11/2026"},
                {"first_month", "09/2026"},
                {"first_month", "9/2026"},
                {"income", "1.500.000"},
                {"income", "0001500000"},
                {"income", " 1500000\t"},
                {"groups", "ethnic_minority|near_poor"},
                {"groups", "near_poor|ethnic_minority|near_poor"},
                {"months_supported", "007"},
                {"local_months_used", "3"},
                {"fund_return_rate", "0,0031"},
                {"fund_return_rate", "0.31%"},
                {"fund_return_rate", "0,31%"},
                {"fund_return_rate", "0.003100000000"},
                {"other_support", "1.500"},
                {"th_support", "nominal"},
                {"th_support", "compounded"}};
  for (const auto& other : others) {
    Cells cells = canonical;
    bool replaced = false;
    for (auto& [field, text] : cells) {
      if (field != other.field) continue;
      text = other.text;
      replaced = true;
    }
    if (!replaced) cells.emplace_back(other.field, other.text);
    lines.add(other.field, by_reference, cells, q);
  }
  Request plain = monthly(Day{2026, 11, 22}, 1'500'000);
  lines.add("defaults", by_reference, {{"paid_on", "2026-11-22"}, {"income", "1500000"}}, plain);
  lines.add("empty cells are defaults", by_reference,
            {{"paid_on", "2026-11-22"},
             {"first_month", ""},
             {"income", "1500000"},
             {"term", ""},
             {"groups", ""},
             {"province", ""},
             {"former_province", ""},
             {"locality", ""},
             {"months_supported", ""},
             {"local_months_used", ""},
             {"fund_return_rate", ""},
             {"other_support", ""},
             {"th_support", ""}},
            plain);
  return lines.file();
}

}  // namespace vectors
