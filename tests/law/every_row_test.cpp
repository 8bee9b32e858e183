// Every row of the law matters: each row of the built-in book, nudged, moves an answer or a refusal of some request.
// Rows that no built-in rule reads (poverty lines of days without support, the edition of support for missing months
// before there was any) are read by a test programme laid over the book; reasons for a refund move one.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/law.hpp"
#include "ansinh/refund.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::literals;

// The same row with another value, as small a step as an answer can show.
LawRow nudged(LawRow row) {
  if (auto* money = std::get_if<Money>(&row.value)) {
    *money += Money{row.parameter == Parameter::income_step ? 1 : 50'000};
  } else if (auto* rate = std::get_if<Rate>(&row.value)) {
    // A hundredth more, which is within 0...1 for every rate there is.
    const std::int64_t one = 1'000'000'000;
    std::int64_t billionths = rate->digits();
    for (int i = rate->decimals(); i < 9; ++i) billionths *= 10;
    row.value = Rate::from_decimal(billionths + one / 100, 9).value();
  } else if (auto* number = std::get_if<int>(&row.value)) {
    // TH121 is no term, so a longer TH could not show.
    *number +=
        row.parameter == Parameter::support_cap_months || row.parameter == Parameter::missing_months_max ? -1 : 1;
  } else if (auto* month = std::get_if<Month>(&row.value)) {
    *month = *month + 1;
  } else if (auto* basis = std::get_if<FloorBasis>(&row.value)) {
    *basis = *basis == FloorBasis::base_salary ? FloorBasis::rural_poverty_line : FloorBasis::base_salary;
  } else if (auto* rule = std::get_if<StepRule>(&row.value)) {
    *rule = *rule == StepRule::required ? StepRule::noted : StepRule::required;
  } else if (const auto* terms = std::get_if<TermSet>(&row.value)) {
    row.value = TermSet{terms->bits() ^ TermSet::three};
  } else if (auto* edition = std::get_if<ThSupport>(&row.value)) {
    *edition = *edition == ThSupport::compounded ? ThSupport::nominal : ThSupport::compounded;
  } else if (std::holds_alternative<RefundReasons>(row.value)) {
    row.value = RefundReasons{RefundReason::withdrawal};
  }
  return row;
}

// A day on which the row is in force and the law is in force.
std::vector<Day> days_of(const LawRow& row) {
  const Day first = std::max(row.from, first_law_day);
  const Day last = std::min(row.to, last_law_day);
  return first == last ? std::vector<Day>{first} : std::vector<Day>{first, last};
}

// Requests among which a nudge of any row must show.
std::vector<Request> requests_on(const LawBook& book, Day day) {
  std::vector<Request> all;
  const auto brackets = income_brackets(book, day);
  std::vector<Money> incomes{1'000'000_dong};
  if (brackets.ok()) {
    incomes = {brackets->floor,
               brackets->floor + 50'000_dong,
               brackets->floor + 25'000_dong,
               brackets->ceiling,
               brackets->level(brackets->count - 1),
               brackets->level(brackets->count / 2),
               brackets->ceiling + 50'000_dong};
  }
  std::vector<Term> terms;
  for (const char* term : {"1", "3", "6", "12", "VS2", "TH60", "TH61", "TH120", "TH121", "DB1", "DB12"}) {
    if (const auto read = Term::from_text(term)) terms.push_back(*read);
  }
  for (const Money income : incomes) {
    for (const Term term : terms) {
      for (const int shift : {99, 0, -1, -3, -4, -7, 1}) {
        for (const Group group :
             {Group::poor, Group::island, Group::near_poor, Group::ethnic_minority, Group::security_force}) {
          Request q;
          q.paid_on = day;
          q.income = income;
          q.term = term;
          q.groups = group;
          if (group != Group::near_poor) q.place.locality = LocalityCode::from_text("99999");
          if (shift != 99) q.first_month = day.month() + shift;
          if (group == Group::poor && shift == 0) q.months_supported = 119;
          // r is given on every other request, so that the published one shows on the others.
          if (shift % 2 == 0) q.fund_return_rate = "0.0031"_rate;
          all.push_back(q);
        }
      }
    }
  }
  return all;
}

bool differs(const Result<Assessment>& a, const Result<Assessment>& b) {
  if (a.ok() != b.ok()) return true;
  if (!a.ok()) return a.code() != b.code() || !(a.fault().limit == b.fault().limit);
  return !(*a == *b);
}

// A refund of a payment of three months, asked for in its second month.
bool refund_moves(const Rules& a, const Rules& b, Day event) {
  RefundRequest request;
  request.payment.paid_on = event;
  request.payment.first_month = event.month() - 1;
  request.payment.term = 3_months;
  const auto brackets = income_brackets(a.book(), event);
  if (!brackets.ok()) return false;
  request.payment.income = brackets->floor;
  request.remaining = 2;
  request.on = event;
  return refund(a, request).ok() != refund(b, request).ok();
}

// Reads the poverty line and the rate on every day, in a locality of its own.
Programme reading_programme() {
  Programme p;
  p.id = "reads_every_line";
  p.layer = "locality";
  p.territory.locality.push_back(*LocalityCode::from_text("99999"));
  p.citation = {"a test", ""};
  p.rules.push_back({{}, FloorShare{"0.5"_rate}, {RuleMonths::Kind::all, 0}});
  return p;
}

TEST(EveryRow, MovesAnAnswer) {
  const auto book = LawBook::built_in().with(reading_programme());
  ASSERT_TRUE(book.ok());
  const Rules rules{*book};
  int rows = 0;
  for (const LawRow& row : LawBook::built_in().rows()) {
    SCOPED_TRACE(std::string(name(row.parameter)) + " from " + row.from.text());
    const auto changed = book->with(nudged(row));
    ASSERT_TRUE(changed.ok());
    EXPECT_NE(changed->digest(), book->digest());
    const Rules changed_rules{*changed};
    bool moved = false;
    for (const Day day : days_of(row)) {
      for (const Request& q : requests_on(*book, day)) {
        if (!differs(assess(rules, q), assess(changed_rules, q))) continue;
        moved = true;
        break;
      }
      moved = moved || refund_moves(rules, changed_rules, day);
      if (moved) break;
    }
    EXPECT_TRUE(moved) << "no answer moves";
    ++rows;
  }
  EXPECT_GT(rows, 60);
}

// Its standing too: a row that is settled and is made assumed, or the other way round, moves the flag of some answer
// that rests on it. Bounds and windows never do.
TEST(EveryRow, OfAnAmountCarriesItsStanding) {
  const auto book = LawBook::built_in().with(reading_programme());
  ASSERT_TRUE(book.ok());
  for (const LawRow& row : LawBook::built_in().rows()) {
    const bool of_an_amount =
        row.parameter == Parameter::contribution_rate || row.parameter == Parameter::rural_poverty_line ||
        row.parameter == Parameter::fund_return_rate || row.parameter == Parameter::th_support ||
        (row.parameter >= Parameter::support_rate_poor && row.parameter <= Parameter::support_rate_other);
    SCOPED_TRACE(std::string(name(row.parameter)) + " from " + row.from.text());
    LawRow other = row;
    other.standing = row.settled() ? Standing::assumed : Standing::text;
    const auto changed = book->with(other);
    ASSERT_TRUE(changed.ok());
    const Rules rules{*book};
    const Rules changed_rules{*changed};
    bool moved = false;
    for (const Day day : days_of(row)) {
      for (const Request& q : requests_on(*book, day)) {
        if (differs(assess(rules, q), assess(changed_rules, q))) moved = true;
      }
    }
    // Where the contribution rate itself is assumed, the flag is set whatever the line is.
    const bool hidden = (row.parameter == Parameter::rural_poverty_line || row.parameter == Parameter::th_support) &&
                        row.from < Day{2016, 1, 1};
    EXPECT_EQ(moved, of_an_amount && !hidden);
  }
}

TEST(EveryProgramme, MovesAnAnswerWithEachOfItsRules) {
  const LawBook& book = LawBook::built_in();
  for (const Programme& p : book.programmes()) {
    for (std::size_t i = 0; i < p.rules.size(); ++i) {
      SCOPED_TRACE(p.id + ", rule " + std::to_string(i));
      Programme other = p;
      auto& share = std::get<FloorShare>(other.rules[i].per_month).share;
      share = Rate::from_decimal(share.digits() * (share.decimals() == 1 ? 10 : 1) + 1, 2).value();
      const auto changed = book.with(other);
      ASSERT_TRUE(changed.ok());
      EXPECT_NE(changed->digest(), book.digest());
      const Rules changed_rules{*changed};
      Request q;
      q.paid_on = p.from;
      q.income = 10'000'000_dong;
      q.groups = p.rules[i].groups;
      if (!p.territory.province.empty()) q.place.province = p.territory.province.front();
      if (!p.territory.locality.empty()) q.place.locality = p.territory.locality.front();
      const auto before = assess(built_in_rules(), q);
      const auto after = assess(changed_rules, q);
      ASSERT_TRUE(before.ok());
      ASSERT_TRUE(after.ok());
      EXPECT_LT(before->local_top_up, after->local_top_up);
    }
  }
}

// A record moves the flag: without it the place is unknown, or a group is a known zero.
TEST(EveryRecord, OfSomethingKnownMovesTheFlag) {
  Request q;
  q.paid_on = Day{2025, 6, 30};
  q.income = 1500000_dong;
  q.place.province = ProvinceCode::from_text("20");
  ASSERT_TRUE(assess(built_in_rules(), q)->flags.has(Flag::local_unknown));
  Record none;
  none.territory.province.push_back(*ProvinceCode::from_text("20"));
  none.kind = RecordKind::none;
  none.citation = {"a test", ""};
  const auto known = LawBook::built_in().with(none);
  ASSERT_TRUE(known.ok());
  EXPECT_FALSE(assess(Rules{*known}, q)->flags.has(Flag::local_unknown));
  q.groups = Group::security_force;
  EXPECT_TRUE(assess(Rules{*known}, q)->flags.has(Flag::local_unknown));
  for (const RecordKind kind : {RecordKind::none_found, RecordKind::unknown, RecordKind::draft}) {
    Record record = none;
    record.kind = kind;
    const auto not_known = LawBook::built_in().with(record);
    ASSERT_TRUE(not_known.ok());
    EXPECT_TRUE(assess(Rules{*not_known}, q)->flags.has(Flag::local_unknown));
  }
}

}  // namespace
