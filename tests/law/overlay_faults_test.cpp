// Overlays that are refused: every fault with its line, column and key.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ansinh/overlay.hpp"

namespace {

using namespace ansinh;

struct Refused {
  std::string json;
  OverlayError error;
  std::size_t line, column;
  std::string key;
};

void expect_refused(const Refused& wanted) {
  const OverlayResult result = read_overlay(wanted.json, LawBook::built_in());
  ASSERT_FALSE(result.ok()) << wanted.json;
  const OverlayFault& fault = result.faults().front();
  EXPECT_EQ(name(fault.error), name(wanted.error)) << wanted.json;
  EXPECT_EQ(fault.line, wanted.line) << wanted.json;
  EXPECT_EQ(fault.column, wanted.column) << wanted.json;
  EXPECT_EQ(fault.key, wanted.key) << wanted.json;
}

using enum OverlayError;

TEST(OverlayFaults, OfJson) {
  const auto zeros = [](int count) {
    std::string way;
    for (int i = 0; i < count; ++i) way += "[0]";
    return way;
  };
  const std::string deep_enough = std::string(31, '[') + std::string(31, ']');
  const std::vector<Refused> cases{
      {"", truncated, 1, 1, ""},
      {"  \n ", truncated, 2, 2, ""},
      {"{", truncated, 1, 2, ""},
      {"{\"name\":\"x", truncated, 1, 11, "name"},
      {"{\"name\":\"x\"", truncated, 1, 12, ""},
      {"{\"overrides\":[{},", truncated, 1, 18, "overrides[1]"},
      {"{\"overrides\":[{},{\"value\":", truncated, 1, 27, "overrides[1].value"},
      {"{\"name\":tru}", malformed, 1, 12, "name"},
      {"{\"name\":\"x\",}", malformed, 1, 13, ""},
      {"{'name':1}", malformed, 1, 2, ""},
      {"{} {}", malformed, 1, 4, ""},
      {"{\"name\":\"a\nb\"}", malformed, 1, 11, "name"},
      {"{\"name\":\"\xFF\"}", malformed, 1, 10, "name"},
      {"{\"name\":\"\\ud800\"}", malformed, 1, 10, "name"},
      {"{\"name\":\"\xF0", truncated, 1, 11, "name"},
      {"{\"layers\":[\"a\",{\"b\":[3,[4]],\"c\":[5,{},-]}]}", malformed, 1, 40, "layers[1].c[2]"},
      {std::string{"{}\0", 3}, malformed, 1, 3, ""},
      {"// a comment\n{}", malformed, 1, 1, ""},
      {"\xEF\xBB\xBF{}", byte_order_mark, 1, 1, ""},
      {"\xFF\xFE{\x01", malformed, 1, 1, ""},
      {"[]", wrong_kind, 1, 1, ""},
      {"3", wrong_kind, 1, 1, ""},
      {"null", wrong_kind, 1, 1, ""},
      {"{\"x\":" + deep_enough + "}", unknown_key, 1, 2, "x"},
      {"{\"x\":[" + deep_enough + "]}", too_large, 1, 37, "x" + zeros(31)},
      {std::string(1'000'000, '['), too_large, 1, 33, zeros(32)},
      {"{\"name\":1e400}", not_whole, 1, 9, "name"},
      {"{\"layers\":[3,1" + std::string(400, '0') + "]}", out_of_range, 1, 14, "layers[1]"},
  };
  for (const Refused& wanted : cases) expect_refused(wanted);
}

TEST(OverlayFaults, GiveOfABrokenFileOneValueOrTheNextBytes) {
  const auto given = [](const std::string& json) {
    return read_overlay(json, LawBook::built_in()).faults().front().given;
  };
  EXPECT_EQ(given(R"({"name":-1.5e+400,"base":"none"})"), "-1.5e+400");
  EXPECT_EQ(given(R"({"name":"x"} and much more text)"), "and much more text");
  EXPECT_EQ(given("{ễễễễễễễễễ}"), "ễễễễễễ…");
}

TEST(OverlayFaults, SixteenMebibytes) {
  std::string json = "{}";
  json.resize(most_overlay_bytes, ' ');
  EXPECT_TRUE(read_overlay(json, LawBook::built_in()).ok());
  json += ' ';
  expect_refused({json, too_large, 1, 1, ""});
}

TEST(OverlayFaults, OfTheFile) {
  const std::vector<Refused> cases{
      {"{\n  \"nam\": 1\n}", unknown_key, 2, 3, "nam"},
      {R"({"name":"a","name":"b"})", duplicate_key, 1, 13, "name"},
      {R"({"programmes":[],"records":[],"programmes":[]})", duplicate_key, 1, 31, "programmes"},
      {R"({"name":1})", wrong_kind, 1, 9, "name"},
      {R"({"name":true})", wrong_kind, 1, 9, "name"},
      {R"({"base":"mine"})", unknown_name, 1, 9, "base"},
      {R"({"groups":{}})", wrong_kind, 1, 11, "groups"},
      {R"({"groups":[{"vi":"x"}]})", missing_key, 1, 12, "groups[0].name"},
      {R"({"groups":[{"name":""}]})", empty, 1, 20, "groups[0].name"},
      {R"({"groups":[{"name":"Nghèo"}]})", unknown_name, 1, 20, "groups[0].name"},
      {R"({"groups":[{"name":"poor"}]})", duplicate, 1, 12, "groups[0]"},
      {R"({"groups":[{"name":"other"}]})", duplicate, 1, 12, "groups[0]"},
      {R"({"groups":[{"name":"a"},{"name":"a"}]})", duplicate, 1, 25, "groups[1]"},
      {R"({"layers":["a","a"]})", duplicate, 1, 16, "layers[1]"},
      {R"({"layers":["a","province"]})", unordered, 1, 16, "layers[1]"},
      {R"({"layers":["locality","province"]})", unordered, 1, 23, "layers[1]"},
      {R"({"layers":["a","b","c","d","e","f","g"]})", too_large, 1, 36, "layers[6]"},
      {R"({"layers":["Donor"]})", unknown_name, 1, 12, "layers[0]"},
  };
  for (const Refused& wanted : cases) expect_refused(wanted);
  std::string ten_groups = R"({"groups":[)";
  for (char c = 'a'; c < 'k'; ++c) ten_groups += std::string{c == 'a' ? "" : ","} + R"({"name":")" + c + "\"}";
  expect_refused({ten_groups + "]}", too_large, 1, 129, "groups[9]"});
}

// A fault in one member of the only value of a file; the columns count from the member's value.
void expect_value_refused(const std::string& member, OverlayError error, const std::string& key) {
  std::string json = R"({"overrides":[{"parameter":"contribution_rate","from":"2026-01-01",)";
  const std::size_t column = json.size() + member.find(':') + 2;
  json += member + "}]}";
  expect_refused({json, error, 1, column, "overrides[0]." + key});
}

TEST(OverlayFaults, OfARate) {
  for (const char* rate : {"1.000000001", "2", "-0.1", "100", "99999999999999999999"}) {
    expect_value_refused("\"value\":\"" + std::string{rate} + '"', out_of_range, "value");
  }
  for (const char* rate : {"", "a", "0,3", "30%", ".5", "5.", "0.1234567891", "1e-1", "+0.3", " 0.3", "0.3.1"}) {
    expect_value_refused("\"value\":\"" + std::string{rate} + '"', not_a_rate, "value");
  }
  for (const char* number : {"0.3", "1e-1", "1E0", "0.0"}) {
    expect_value_refused("\"value\":" + std::string{number}, not_whole, "value");
  }
  expect_value_refused("\"value\":2", out_of_range, "value");
  expect_value_refused("\"value\":-1", out_of_range, "value");
  expect_value_refused("\"value\":1" + std::string(200, '0'), out_of_range, "value");
  expect_value_refused("\"value\":null", wrong_kind, "value");
  expect_value_refused("\"value\":[\"0.3\"]", wrong_kind, "value");
}

TEST(OverlayFaults, OfAValue) {
  const auto value = [](const char* parameter, const char* text, OverlayError error) {
    const std::string before =
        R"({"overrides":[{"from":"2026-01-01","parameter":")" + std::string{parameter} + R"(","value":)";
    expect_refused({before + text + "}]}", error, 1, before.size() + 1, "overrides[0].value"});
  };
  value("rural_poverty_line", "\"1500000\"", wrong_kind);
  value("rural_poverty_line", "1500000.0", not_whole);
  value("rural_poverty_line", "15e5", not_whole);
  value("rural_poverty_line", "0", out_of_range);
  value("rural_poverty_line", "-1", out_of_range);
  value("rural_poverty_line", "1000000000001", out_of_range);
  value("rural_poverty_line", "9223372036854775808", out_of_range);
  value("income_ceiling_multiple", "0", out_of_range);
  value("income_ceiling_multiple", "1001", out_of_range);
  value("income_ceiling_multiple", "4294967297", out_of_range);
  value("support_cap_months", "121", out_of_range);
  value("due_window.3", "13", out_of_range);
  value("fund_return_rate", "\"0.051\"", out_of_range);
  value("support_from", "\"2018-13\"", not_a_day);
  value("support_from", "\"01/2018\"", not_a_day);
  value("support_from", "\"2018-01-01\"", not_a_day);
  value("income_floor_basis", "\"salary\"", unknown_name);
  value("income_step_rule", "true", wrong_kind);
  value("payment_terms", "\"1,2\"", unknown_name);
  value("payment_terms", "\"1,\"", unknown_name);
  value("payment_terms", "\"1,1\"", duplicate);
  value("payment_terms", "12", wrong_kind);
  value("th_support", "\"none\"", unknown_name);
  value("refund_reasons", "\"death,birth\"", unknown_name);
  expect_refused({R"({"overrides":[{"parameter":"salary","value":1,"from":"2026-01-01"}]})", unknown_name, 1, 28,
                  "overrides[0].parameter"});
}

TEST(OverlayFaults, OfDays) {
  for (const char* day : {"2026-02-30", "2026-13-01", "2026-00-01", "2026-1-1", "22/11/2026", "2026-11-22T00:00", "",
                          "20261122", "0000-01-01", "10000-01-01", " 2026-01-01", "2025-02-29"}) {
    const std::string before = R"({"overrides":[{"parameter":"income_step","value":1,"from":)";
    expect_refused({before + '"' + day + "\"}]}", not_a_day, 1, before.size() + 1, "overrides[0].from"});
  }
  expect_refused({R"({"overrides":[{"parameter":"income_step","value":1,"from":"2026-01-02","to":"2026-01-01"}]})",
                  unordered, 1, 77, "overrides[0].to"});
}

TEST(OverlayFaults, AParameterAndADayTwice) {
  const auto two = [](const char* first, const char* second) {
    const auto row = [](const std::string& period) {
      return R"({"parameter":"income_step","value":1,)" + period + '}';
    };
    return R"({"overrides":[)" + row(first) + ",\n" + row(second) + "]}";
  };
  const char* year = R"("from":"2026-01-01","to":"2026-12-31")";
  for (const char* other :
       {R"("from":"2026-01-01","to":"2026-12-31")", R"("from":"2025-01-01")", R"("from":"2026-12-31")",
        R"("from":"2025-06-01","to":"2026-01-01")", R"("from":"2026-05-01","to":"2026-05-01")"}) {
    expect_refused({two(year, other), duplicate, 2, 1, "overrides[1]"});
    expect_refused({two(other, year), duplicate, 2, 1, "overrides[1]"});
  }
  EXPECT_TRUE(read_overlay(two(year, R"("from":"2027-01-01")"), LawBook::built_in()).ok());
  EXPECT_TRUE(read_overlay(two(year, R"("from":"2025-01-01","to":"2025-12-31")"), LawBook::built_in()).ok());
}

std::string programme(const std::string& members) {
  return R"({"programmes":[{"id":"a","territory":{"province":["38"]},"from":"2026-01-01",)" + members + "}]}";
}

TEST(OverlayFaults, OfAProgramme) {
  // The member at fault is the last; its value begins at `|`.
  const auto member = [](const std::string& text, OverlayError error, const std::string& key) {
    std::string json = programme(text);
    const std::size_t at = json.find('|');
    json.erase(at, 1);
    expect_refused({json, error, 1, at + 1, "programmes[0]." + key});
  };
  const std::string rules = R"("rules":[],)";
  member(rules + R"("layer":|"canton")", unknown_name, "layer");
  member(rules + R"("displaces":|"some")", unknown_name, "displaces");
  member(rules + R"("standing":|"law")", unknown_name, "standing");
  member(rules + R"("confidence":|"sure")", unknown_name, "confidence");
  member(rules + R"("source_of_money":|"bank")", unknown_name, "source_of_money");
  member(rules + R"("conditions":|"x")", wrong_kind, "conditions");
  member(rules + R"("conditions":["a",|1])", wrong_kind, "conditions[1]");
  member(rules + R"("citation":|"x")", wrong_kind, "citation");
  member(rules + R"("citation":|{"provision":"x"})", missing_key, "citation.instrument");
  member(rules + R"("citation":{"instrument":"x",|"article":"y"})", unknown_key, "citation.article");
  member(R"("rules":[|3])", wrong_kind, "rules[0]");
  member(R"("rules":[|{}])", missing_key, "rules[0].per_month");
  member(R"("rules":[{"per_month":|{}}])", wrong_kind, "rules[0].per_month");
  member(R"("rules":[{"per_month":|{"fixed":1,"own_share":"1"}}])", wrong_kind, "rules[0].per_month");
  member(R"("rules":[{"per_month":|{"share":"1"}}])", wrong_kind, "rules[0].per_month");
  member(R"("rules":[{"per_month":|{"stated_income":1}}])", wrong_kind, "rules[0].per_month");
  member(R"("rules":[{"per_month":{|"central_share":"1"}}])", unknown_key, "rules[0].per_month.central_share");
  member(R"("rules":[{"per_month":{"floor_share":|"1.1"}}])", out_of_range, "rules[0].per_month.floor_share");
  member(R"("rules":[{"per_month":{"fixed":|-1}}])", out_of_range, "rules[0].per_month.fixed");
  member(R"("rules":[{"per_month":{"fixed":|1000000000001}}])", out_of_range, "rules[0].per_month.fixed");
  member(R"("rules":[{"per_month":{"fixed":|"5"}}])", wrong_kind, "rules[0].per_month.fixed");
  member(R"("rules":[{"per_month":{"fixed":1},"months":|0}])", out_of_range, "rules[0].months");
  member(R"("rules":[{"per_month":{"fixed":1},"months":|601}])", out_of_range, "rules[0].months");
  member(R"("rules":[{"per_month":{"fixed":1},"months":|"12"}])", unknown_name, "rules[0].months");
  member(R"("rules":[{"per_month":{"fixed":1},"groups":[|"rich"]}])", unknown_name, "rules[0].groups[0]");
  member(R"("rules":[{"per_month":{"fixed":1},"groups":["poor",|"poor"]}])", duplicate, "rules[0].groups[1]");
  member(R"("rules":[{"per_month":{"fixed":1},"groups":|"poor"}])", wrong_kind, "rules[0].groups");
  member(R"("rules":[{"per_month":{"fixed":1}},|{"per_month":{"fixed":2},"groups":[]}])", duplicate, "rules[1]");
  member(R"("rules":[{"groups":["poor","island"],"per_month":{"fixed":1}},)"
         R"(|{"groups":["island","poor"],"per_month":{"fixed":2}}])",
         duplicate, "rules[1]");
}

TEST(OverlayFaults, OfProgrammesTogether) {
  const std::string one = R"({"id":"a","territory":{"province":["38"]},"from":"2026-01-01","rules":[]})";
  expect_refused({"{\"programmes\":[" + one + ",\n " + one + "]}", duplicate, 2, 2, "programmes[1]"});
  expect_refused({R"({"programmes":[{"id":"","territory":{"province":["38"]},"from":"2026-01-01","rules":[]}]})", empty,
                  1, 22, "programmes[0].id"});
}

TEST(OverlayFaults, OfATerritory) {
  const auto ground = [](const std::string& text, OverlayError error, const std::string& key) {
    std::string json = R"({"records":[{"kind":"none","from":"2026-01-01","territory":)" + text + "}]}";
    const std::size_t at = json.find('|');
    json.erase(at, 1);
    expect_refused({json, error, 1, at + 1, "records[0].territory" + key});
  };
  ground("|{}", empty, "");
  ground(R"(|{"province":[]})", empty, "");
  ground(R"({|"district":["001"]})", unknown_key, ".district");
  ground(R"({"province":[|"1"]})", unknown_code, ".province[0]");
  ground(R"({"province":["01",|"99"]})", unknown_code, ".province[1]");
  ground(R"({"province":[|"17"]})", code_of_other_list, ".province[0]");
  ground(R"({"province":[|1]})", wrong_kind, ".province[0]");
  ground(R"({"province":["01",|"01"]})", duplicate, ".province[1]");
  ground(R"({"former_province":[|"99"]})", unknown_code, ".former_province[0]");
  ground(R"({"locality":[|"1234"]})", unknown_code, ".locality[0]");
  ground(R"({"locality":|"004"})", wrong_kind, ".locality");
}

TEST(OverlayFaults, OfTexts) {
  const auto in_every_text = [](const std::string& text, OverlayError error) {
    const std::string quoted = '"' + text + '"';
    expect_refused({"{\"name\":" + quoted + "}", error, 1, 9, "name"});
    expect_refused({R"({"groups":[{"name":"g","vi":)" + quoted + "}]}", error, 1, 29, "groups[0].vi"});
    const std::string before = R"({"programmes":[{"territory":{"province":["38"]},"from":"2026-01-01","rules":[],)";
    for (const auto& [member, key] : {std::pair{"\"id\":", "id"},
                                      {R"("id":"a","citation":{"instrument":)", "citation.instrument"},
                                      {R"("id":"a","citation":{"instrument":"x","provision":)", "citation.provision"},
                                      {R"("id":"a","conditions":[)", "conditions[0]"}}) {
      const std::string json = before + member + quoted;
      const std::string close = std::string{key}.starts_with("cit")   ? "}"
                                : std::string{key}.starts_with("con") ? "]"
                                                                      : "";
      expect_refused({json + close + "}]}", error, 1, before.size() + std::string{member}.size() + 1,
                      "programmes[0]." + std::string{key}});
    }
  };
  for (const char* unsafe : {"\\u0000", "a\\u001b[31m", "\\n", "\\t", "\\u007f", "\\u0085", "\\u061c", "\\u200e",
                             "\u202Eevil", "\\u202e", "\\u2066", "\\u2028", "\\ufeff"}) {
    in_every_text(unsafe, unsafe_text);
  }
  in_every_text(std::string(most_overlay_text + 1, 'x'), too_large);
  in_every_text(std::string(1'000'000, 'x'), too_large);
}

TEST(OverlayFaults, MarkupIsAText) {
  const OverlayResult result =
      read_overlay(R"({"name":"<script>alert('x')</script>","groups":[{"name":"g","vi":"\"'&<>","en":"=1+1"}]})",
                   LawBook::built_in());
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->name, "<script>alert('x')</script>");
  EXPECT_EQ(result->book.groups().back().vi, "\"'&<>");
}

TEST(OverlayFaults, AreAllToldInTheOrderOfTheFile) {
  const OverlayResult result =
      read_overlay("{\"records\":[{}],\n\"overrides\":[1,\n2],\n\"layers\":[\"A\"],\"x\":0}", LawBook::built_in());
  ASSERT_FALSE(result.ok());
  std::vector<std::string> keys;
  for (const OverlayFault& fault : result.faults()) keys.push_back(fault.key);
  EXPECT_EQ(keys, (std::vector<std::string>{"records[0].territory", "records[0].from", "records[0].kind",
                                            "overrides[0]", "overrides[1]", "layers[0]", "x"}));
  std::string many = "{\"overrides\":[0";
  for (int i = 0; i < 1'000; ++i) many += ",0";
  const OverlayResult too_many = read_overlay(many + "]}", LawBook::built_in());
  ASSERT_FALSE(too_many.ok());
  EXPECT_EQ(too_many.faults().size(), 100U);
}

TEST(OverlayFaults, ColumnsCountCharacters) {
  expect_refused({"{\"name\":\"Tỉnh ễ\",\"x\":1}", unknown_key, 1, 18, "x"});
  expect_refused({"{\r\n\t\"name\":\"a\",\r\n\t\"x\":1}", unknown_key, 3, 2, "x"});
}

}  // namespace
