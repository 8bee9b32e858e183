// Totals: exact, mergeable, and their JSON.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "run_list.hpp"

namespace {

using ansinh::Assessment;
using ansinh::BatchOptions;
using ansinh::Errc;
using ansinh::Money;
using ansinh::SourceOfMoney;
using ansinh::Tally;
using ansinh::Totals;

Assessment example(std::int64_t unit) {
  Assessment a;
  a.contribution = Money{10 * unit};
  a.central_support = Money{4 * unit};
  a.local_top_up = Money{3 * unit};
  a.province_top_up = Money{2 * unit};
  a.locality_top_up = Money{unit};
  a.other_support = Money{unit};
  a.participant_share = Money{2 * unit};
  a.layer_amounts.add({Money{2 * unit}, 0, 0, SourceOfMoney::budget});
  a.layer_amounts.add({Money{unit}, 0, 1, SourceOfMoney::fund});
  return a;
}

void add(Totals& totals, Errc status, const Assessment& a, std::vector<std::string_view> values = {}) {
  totals.add(status, a, values);
}

TEST(TotalsOfAList, Json) {
  Totals totals{{"province", "Nhóm \"x\""}};
  add(totals, Errc::ok, example(1000), {"79", "b"});
  add(totals, Errc::ok, example(1), {"01", "a\tb"});
  add(totals, Errc::income_below_floor, {}, {"01", ""});
  add(totals, Errc::value_not_published, {}, {"01", "b"});
  const std::string one =
      R"("rows":1,"status":{"ok":1},"sums":{"contribution":"10000","central_support":"4000","local_top_up":"3000",)"
      R"("province_top_up":"2000","locality_top_up":"1000","other_support":"1000","participant_share":"2000"},)"
      R"("by_source":{"budget":"2000","fund":"1000"})";
  const auto small = [](const std::string& rows, const std::string& status) {
    return R"("rows":)" + rows + R"(,"status":)" + status +
           R"(,"sums":{"contribution":"10","central_support":"4","local_top_up":"3","province_top_up":"2",)"
           R"("locality_top_up":"1","other_support":"1","participant_share":"2"},"by_source":{"budget":"2","fund":"1"})";
  };
  const std::string none =
      R"("sums":{"contribution":"0","central_support":"0","local_top_up":"0","province_top_up":"0","locality_top_up":"0",)"
      R"("other_support":"0","participant_share":"0"},"by_source":{"budget":"0","fund":"0"})";
  EXPECT_EQ(
      totals.json("sha256:0123456789abcdef"),
      R"({"law_digest":"sha256:0123456789abcdef","rows":4,"status":{"ok":2,"income_below_floor":1,"value_not_published":1},)"
      R"("sums":{"contribution":"10010","central_support":"4004","local_top_up":"3003","province_top_up":"2002",)"
      R"("locality_top_up":"1001","other_support":"1001","participant_share":"2002"},)"
      R"("by_source":{"budget":"2002","fund":"1001"},"by":{"province":{"01":{)" +
          small("3", R"({"ok":1,"income_below_floor":1,"value_not_published":1})") + R"(},"79":{)" + one +
          R"(}},"Nhóm \"x\"":{"":{"rows":1,"status":{"ok":0,"income_below_floor":1},)" + none + R"(},"a\tb":{)" +
          small("1", R"({"ok":1})") + R"(},"b":{"rows":2,"status":{"ok":1,"value_not_published":1},)" + one.substr(27) +
          "}}}}");
}

TEST(TotalsOfAList, JsonOfNothing) {
  EXPECT_EQ(Totals{}.json("d"),
            R"({"law_digest":"d","rows":0,"status":{"ok":0},"sums":{"contribution":"0","central_support":"0",)"
            R"("local_top_up":"0","province_top_up":"0","locality_top_up":"0","other_support":"0",)"
            R"("participant_share":"0"},"by_source":{"budget":"0","fund":"0"},"by":{}})");
}

TEST(TotalsOfAList, ExactBeyond64Bit) {
  Totals totals;
  constexpr std::int64_t large = 100'000'000'000'000'000;  // ten times it is Money::limit
  for (int i = 0; i < 100; ++i) add(totals, Errc::ok, example(large));
  const std::string json = totals.json("");
  EXPECT_NE(json.find(R"("contribution":"100000000000000000000")"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("fund":"10000000000000000000")"), std::string::npos) << json;
}

TEST(TotalsOfAList, AMergeOfPartsIsTheWhole) {
  const auto build = [](int from, int to) {
    Totals totals{{"a", "b"}};
    for (int i = from; i < to; ++i) {
      const std::string value = std::to_string(i % 5);
      const std::string other = std::to_string(i % 3);
      add(totals, i % 4 == 0 ? Errc::payment_late : Errc::ok, i % 4 == 0 ? Assessment{} : example(i), {value, other});
    }
    return totals;
  };
  const Totals whole = build(0, 60);
  Totals merged = build(0, 0);
  for (int from = 0; from < 60; from += 7) ASSERT_TRUE(merged.merge(build(from, std::min(from + 7, 60))));
  EXPECT_EQ(merged.json("d"), whole.json("d"));
  EXPECT_EQ(merged.all(), whole.all());
  ASSERT_NE(merged.of("a", "3"), nullptr);
  EXPECT_EQ(merged.of("a", "3")->rows, 12U);
  EXPECT_EQ(merged.of("a", "5"), nullptr);
  EXPECT_EQ(merged.of("c", "3"), nullptr);

  Totals other{{"b", "a"}};
  const std::string before = merged.json("d");
  EXPECT_FALSE(merged.merge(other));
  EXPECT_EQ(merged.json("d"), before);
}

TEST(TotalsOfAList, ByTheTrimmedTextOfAColumn) {
  BatchOptions options;
  options.by = {"province", "note"};
  const auto outcome = run::list(
      "id,note,paid_on,income,province\n"
      "1,x, 2026-11-22,1500000, 01 \n"
      "2,\" x \",2026-11-22,1500000,01\n"
      "3,y,2026-11-22,1,\"79\"\n"
      "4,y\n"
      "\xFF,y,2026-11-22,1500000,01\n"
      "5,,2026-11-22,1500000,\n",
      options);
  const Totals& totals = outcome.totals;
  EXPECT_EQ(totals.all().rows, 6U);
  EXPECT_EQ(totals.all().count(Errc::ok), 3U);
  EXPECT_EQ(totals.of("province", "01")->rows, 2U);
  EXPECT_EQ(totals.of("province", "79")->count(Errc::income_below_floor), 1U);
  EXPECT_EQ(totals.of("province", "")->rows, 3U) << "the short row, the unreadable one, and the one without";
  EXPECT_EQ(totals.of("note", "x")->contribution, 660'000);
  EXPECT_EQ(totals.of("note", "y")->rows, 2U) << "the short row's note is there; the unreadable row's is not";
}

// The sums by source of the list are those of the layers that `assess` returns.
TEST(TotalsOfAList, BySourceFollowsTheLayers) {
  const auto outcome = run::list("paid_on,income,groups,former_province,locality\n2022-08-15,1500000,poor,01,004\n");
  ansinh::RequestCells cells;
  cells[ansinh::Field::paid_on] = "2022-08-15";
  cells[ansinh::Field::income] = "1500000";
  cells[ansinh::Field::groups] = "poor";
  cells[ansinh::Field::former_province] = "01";
  cells[ansinh::Field::locality] = "004";
  const auto request = ansinh::read_request(ansinh::LawBook::built_in(), cells);
  ASSERT_TRUE(request.ok());
  const auto answer = ansinh::assess(ansinh::built_in_rules(), *request);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->layers().size(), 2U) << "Hà Nội and Long Biên stack";
  std::array<ansinh::Int128, 2> by_source{};
  for (const auto& layer : answer->layers()) by_source[static_cast<std::size_t>(layer.source)] += layer.amount.dong();
  EXPECT_EQ(outcome.totals.all().by_source, by_source);
  EXPECT_EQ(by_source[0] + by_source[1], answer->local_top_up.dong());
}

TEST(TotalsOfAList, TooManyValues) {
  static_assert(Totals::max_values == 1'000'000);
  constexpr std::size_t most = 1'000;
  Totals totals{{"few", "many"}, most};
  for (std::size_t i = 0; i < most; ++i) add(totals, Errc::ok, {}, {"x", std::to_string(i)});
  EXPECT_EQ(totals.column_with_too_many_values(), nullptr);
  Totals more{{"few", "many"}, most};
  add(more, Errc::ok, {}, {"x", "0"});
  ASSERT_TRUE(totals.merge(more));
  EXPECT_EQ(totals.column_with_too_many_values(), nullptr) << "a value that is there already";
  Totals another{{"few", "many"}, most};
  add(another, Errc::ok, {}, {"x", "another"});
  Totals part = totals;
  ASSERT_TRUE(part.merge(another));
  ASSERT_NE(part.column_with_too_many_values(), nullptr) << "none has too many, together they have";
  EXPECT_EQ(*part.column_with_too_many_values(), "many");
  add(totals, Errc::ok, {}, {"x", "one more"});
  ASSERT_NE(totals.column_with_too_many_values(), nullptr);
  Totals fresh{{"few", "many"}, most};
  ASSERT_TRUE(fresh.merge(totals));
  EXPECT_NE(fresh.column_with_too_many_values(), nullptr) << "an incomplete part makes the whole incomplete";
}

TEST(TotalsOfAList, AListOfAMillionPeopleMayBeBrokenDownByAMillionValues) {
  const ansinh::Rules& rules = ansinh::built_in_rules();
  BatchOptions options;
  options.by = {"id"};
  const auto batch = ansinh::Batch::from_header(rules, options, "id,paid_on,income\n");
  const auto* ready = std::get_if<ansinh::Batch>(&batch);
  ASSERT_NE(ready, nullptr);
  ansinh::Totals totals = ready->totals();
  std::string value;
  for (std::size_t i = 0; i < Totals::max_values; ++i) {
    value = std::to_string(i);
    add(totals, Errc::ok, {}, {value});
  }
  EXPECT_EQ(totals.column_with_too_many_values(), nullptr);
  add(totals, Errc::ok, {}, {"one more"});
  EXPECT_NE(totals.column_with_too_many_values(), nullptr);
}

}  // namespace
