// Columns against one call a row: mixed rows, and every day of change at every place for every group set.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "assess/mixed_rows.hpp"
#include "assess/proof.hpp"
#include "columns/columns_of.hpp"

namespace {

using namespace ansinh;

const ColumnRules& built_in() {
  static const ColumnRules rules{built_in_rules()};
  return rules;
}

std::vector<Request> that_columns_can_say(std::vector<Request> requests) {
  std::erase_if(requests, [](const Request& request) { return !columns::can_say(built_in(), request); });
  return requests;
}

TEST(Columns, MixedRows) {
  for (const std::uint32_t seed : {1U, 2U, 3U}) {
    EXPECT_TRUE(columns::agree(built_in(), that_columns_can_say(proof::mixed_rows(20'000, seed))));
  }
}

// Whatever the entry, none speaks for an income that is none; 2^32 - 1 is what -1 looks like.
TEST(Columns, IncomesAtTheEndsOfTheirRange) {
  std::vector<Request> requests;
  for (const std::int64_t income : {-1LL, 0LL, -0x8000'0000LL, -0x7fff'ffffLL, 0x7fff'ffffLL, 0x8000'0000LL,
                                    0xffff'fffeLL, 0xffff'ffffLL, 0x1'0000'0000LL, 0x1'0016'e360LL}) {
    for (const Day day : {Day{2008, 1, 1}, Day{2024, 6, 1}, Day{2026, 11, 22}, Day{2031, 1, 1}}) {
      for (const bool special : {false, true}) {
        for (const int groups : {0, 4, 0x8000}) {
          Request request;
          request.paid_on = day;
          request.income = Money{income};
          request.groups = GroupSet::from_bits(static_cast<std::uint16_t>(groups));
          if (special) request.other_support = Money{1};
          requests.push_back(request);
        }
      }
    }
  }
  EXPECT_TRUE(columns::agree(built_in(), requests));
}

// Both are checked in every term and count in some only.
TEST(Columns, AReturnAndAnEditionInOrdinaryTerms) {
  auto requests = that_columns_can_say(proof::mixed_rows(20'000, 9));
  static constexpr std::array rates{"0", "0.000000001", "0.0031", "0.05", "0.050000001", "1"};
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (i % 4 != 0) requests[i].fund_return_rate = Rate::from_text(rates[i % rates.size()]);
    if (i % 3 != 0) requests[i].th_support = i % 2 == 0 ? ThSupport::compounded : ThSupport::nominal;
    if (i % 97 == 0) requests[i].term = *Term::missing_months(7);
  }
  EXPECT_TRUE(columns::agree(built_in(), requests));
}

TEST(Columns, EveryNumberOfRows) {
  const auto requests = that_columns_can_say(proof::mixed_rows(1'200, 4));
  for (const std::size_t rows : {0U, 1U, 7U, 8U, 9U, 511U, 512U, 513U, 1'023U, 1'024U, 1'025U}) {
    EXPECT_TRUE(columns::agree(built_in(), std::span{requests}.first(rows))) << rows;
  }
}

// First days of rows of law, programmes and records, and the days after their last ones; and the day before each.
std::vector<Day> days_of_change() {
  std::set<Day> days{first_law_day, last_law_day, LawBook::verified_on(), LawBook::verified_on().next()};
  const auto add = [&](Day from, Day to) {
    for (const Day day : {from, to == open_end ? last_law_day : to.next()}) {
      for (const std::int32_t back : {0, 1}) {
        const Day near = *Day::from_number(day.number() - back);
        if (first_law_day <= near && near <= last_law_day) days.insert(near);
      }
    }
  };
  const LawBook book = LawBook::built_in();
  for (const LawRow& row : book.rows()) add(row.from, row.to);
  for (const Programme& programme : book.programmes()) add(programme.from, programme.to);
  for (const Record& record : book.records()) add(record.from, record.to);
  return {days.begin(), days.end()};
}

std::vector<Place> every_place() {
  std::vector<Place> places{Place{}};
  for (const ProvinceCode province : provinces()) places.push_back({province, {}, {}});
  for (const FormerProvinceCode former : former_provinces()) places.push_back({{}, former, {}});
  for (const auto& text : {"004", "005"}) {
    places.push_back({{}, {}, LocalityCode::from_text(text)});
    places.push_back({{}, *FormerProvinceCode::from_number(1), LocalityCode::from_text(text)});
  }
  return places;
}

// The other fields take turns, on periods without a common divisor, so that every value meets every day and place.
TEST(Columns, EveryDayOfChangeAndPlaceForEveryGroupSet) {
  const std::size_t each = proof::full_sweep() ? 1 : 7;
  static const int terms[] = {1, 3, 6, 12};
  static const int used[] = {0, 0, 107, 108, 109, 114, 117, 118, 119, 120, 121};
  static const std::int64_t beside[] = {0, -1, 1, 50'000, 49'999, 25, 10'000'000, 123'457};
  std::size_t turn = 0;
  for (const Day day : days_of_change()) {
    const auto brackets = income_brackets(LawBook::built_in(), day);
    ASSERT_TRUE(brackets.ok());
    std::vector<Request> requests;
    for (const Place& place : every_place()) {
      for (std::uint16_t held = 0; held < 128; ++held) {
        if (++turn % each != 0) continue;
        Request request;
        request.paid_on = day;
        request.place = place;
        request.groups = GroupSet::from_bits(held);
        request.term = *Term::months(terms[turn % 4]);
        request.months_supported = used[turn % 11];
        const Money edge = turn % 5 == 0 ? brackets->ceiling : brackets->floor;
        request.income = edge + Money{beside[turn % 8]};
        requests.push_back(request);
      }
    }
    const auto result = columns::agree(built_in(), requests);
    ASSERT_TRUE(result) << day.text() << ": " << result.message();
  }
}

// Rates by which no monthly sum is whole: sums of several months then stand in the tables. Also programmes that meet,
// fixed sums, further layers and the fund's money, which no single rule explains.
LawBook with_fractions() {
  const auto lay = [](LawBook book, const auto& piece) {
    const auto next = book.with(piece);
    EXPECT_TRUE(next.ok());
    return next.ok() ? *next : book;
  };
  const auto rate = [](Parameter parameter, std::string_view share) {
    return LawRow{parameter,      *Rate::from_text(share), Day{2018, 1, 1},     open_end,
                  {"a test", ""}, Standing::text,          Sources::two_or_more};
  };
  LawBook book = LawBook::built_in();
  book = lay(book, rate(Parameter::support_rate_poor, "0.33333"));
  book = lay(book, rate(Parameter::support_rate_near_poor, "0.2222225"));
  book = lay(book, rate(Parameter::support_rate_other, "0.1000005"));
  const auto programme = [](const char* id, const char* layer, PerMonth per_month, SourceOfMoney source) {
    Programme made;
    made.id = id;
    made.layer = layer;
    made.citation = {"a test", ""};
    made.territory.former_province = {*FormerProvinceCode::from_number(22), *FormerProvinceCode::from_number(79)};
    made.source_of_money = source;
    made.rules.push_back({.groups = {}, .per_month = per_month, .months = {}});
    return made;
  };
  book = lay(book, programme("a", "province", FloorShare{*Rate::from_text("0.123457")}, SourceOfMoney::budget));
  book = lay(book, programme("b", "province", FixedSum{Money{40'741}}, SourceOfMoney::budget));
  book = lay(book, programme("c", "locality", StatedIncomeShare{Money{1'234'567}, *Rate::from_text("0.07")},
                             SourceOfMoney::fund));
  return book;
}

TEST(Columns, SumsThatAreFractions) {
  const Rules rules{with_fractions()};
  const ColumnRules compiled{rules};
  for (const std::uint32_t seed : {11U, 12U}) {
    auto requests = proof::mixed_rows(20'000, seed, seed == 11);
    for (std::size_t i = 0; i < requests.size(); ++i) {
      if (seed == 11) requests[i].term = *Term::months(std::array{1, 3, 6, 12}[i % 4]);
      if (i % 7 == 0) requests[i].months_supported = 108 + static_cast<int>(i / 7 % 13);
    }
    std::erase_if(requests, [&](const Request& request) { return !columns::can_say(compiled, request); });
    EXPECT_TRUE(columns::agree(compiled, requests));
  }
}

// A hundred million rows in the long sweep.
TEST(Columns, ManyRandomRows) {
  const int rounds = proof::full_sweep() ? 1'000 : 1;
  for (int round = 0; round < rounds; ++round) {
    const auto requests =
        that_columns_can_say(proof::mixed_rows(100'000, static_cast<std::uint32_t>(1'000 + round), round % 2 == 0));
    const auto result = columns::agree(built_in(), requests);
    ASSERT_TRUE(result) << "round " << round << ": " << result.message();
  }
}

}  // namespace
