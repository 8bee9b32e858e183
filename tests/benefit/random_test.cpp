// Random records against the slow path, month by month, with tolerance zero; and what holds of every record.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <random>
#include <vector>

#include "ansinh/benefit.hpp"
#include "benefit/random_record.hpp"
#include "benefit/slow_benefits.hpp"

namespace {

using namespace ansinh;
using random_law::random_record;
using reference::nearest;
using reference::Number;

const BenefitRules& rules() { return built_in_benefit_rules(); }
const slow::Benefits& slow_path() {
  static const slow::Benefits benefits;
  return benefits;
}
std::string described(const std::vector<ContributionSpan>& record) {
  std::string text;
  for (const ContributionSpan& span : record) {
    text += '\n' + span.from.text() + ' ' + std::to_string(span.months) + ' ' + std::to_string(span.income.dong()) +
            ' ' + std::string{name(span.scheme)} + ' ' + std::string{name(span.kind)} + ' ' +
            (span.paid_on ? span.paid_on->text() : "-") + " groups " + std::to_string(span.groups.bits()) + ' ' +
            (span.central_support ? std::to_string(span.central_support->dong()) : "-");
  }
  return text;
}
bool full() {
  const char* sweep = std::getenv("ANSINH_SWEEP");
  return sweep != nullptr && std::string_view{sweep} == "full";
}

TEST(RandomRecords, PensionsEqualTheSlowPath) {
  std::mt19937_64 random{20261126};
  int eligible = 0, not_published = 0;
  for (int i = 0; i < (full() ? 2'000'000 : 20'000); ++i) {
    const Month on = Month{2025, 7} + static_cast<int>(random() % 17);
    const auto record = random_record(random, on, true);
    const bool woman = random() % 2 == 0;
    const PensionRequest request{{woman ? Sex::female : Sex::male, Month{1960, 1} + static_cast<int>(random() % 120)},
                                 on};
    const auto answer = pension(rules(), request, record);
    const auto months = slow::Benefits::months(record);
    if (!answer.ok()) {
      // Due under the law before, in a year whose table or edition is not known.
      ASSERT_EQ(answer.code(), Errc::value_not_published) << i;
      ASSERT_GE(months.size(), 240U);
      ++not_published;
      continue;
    }
    ASSERT_EQ(answer->sums.months(), static_cast<int>(months.size()));
    if (!answer->early_choice) {
      const Month reached = slow_path().age_reached(woman, request.person.birth);
      ASSERT_EQ(answer->age_reached, reached);
      ASSERT_EQ(answer->eligible, reached <= on && months.size() >= 180) << i;
    }
    if (!answer->eligible || answer->eligible_from < Month{2025, 7}) continue;
    ++eligible;
    const auto average = slow_path().average(record, answer->eligible_from.year());
    ASSERT_TRUE(average);
    const Number years = slow::Benefits::years(static_cast<int>(months.size()));
    ASSERT_EQ(answer->average_income.dong(), nearest(*average).dong) << i;
    ASSERT_EQ(answer->pension.dong(), nearest(*average * slow::Benefits::rate(woman, years)).dong) << i;
    const Number above = slow::Benefits::years_above_cap(woman, years);
    ASSERT_EQ(Number(answer->halves_above_cap, 2), above);
    const Number after(answer->halves_above_cap_after, 2);
    ASSERT_EQ(answer->lump_sum_above_cap.dong(), nearest(*average * ((above - after) / 2 + after * 2)).dong);
  }
  EXPECT_GT(eligible, 400);
  EXPECT_LT(not_published, eligible / 10);
}

TEST(RandomRecords, OneTimePaymentsEqualTheSlowPath) {
  std::mt19937_64 random{20261127};
  int under_a_year = 0;
  for (int i = 0; i < (full() ? 2'000'000 : 20'000); ++i) {
    const Month on = Month{2025, 7} + static_cast<int>(random() % 17);
    auto record = random_record(random, on, true);
    if (random() % 4 == 0 && !record.empty()) {
      record.resize(1);
      record.front().months = 1 + static_cast<int>(random() % 13) % record.front().months;
    }
    const auto why = random() % 2 == 0 ? OneTimeCase::emigration : OneTimeCase::terminal_illness;
    const auto answer = one_time(rules(), {{Sex::female, Month{1980, 1}}, on, why}, record);
    ASSERT_TRUE(answer.ok()) << i << ' ' << name(answer.code());
    if (record.empty()) continue;
    const auto average = slow_path().average(record, on.year());
    ASSERT_TRUE(average);
    Number gross = *average * slow::Benefits::averages(record);
    if (slow::Benefits::months(record).size() < 12) {
      ++under_a_year;
      gross = std::min(Number{nearest(slow_path().contributions(record)).dong}, Number{nearest(*average * 2).dong});
    }
    const std::int64_t whole = nearest(gross).dong;
    const std::int64_t support =
        why == OneTimeCase::emigration ? std::min(whole, nearest(slow_path().support(record)).dong) : 0;
    ASSERT_EQ(answer->gross.dong(), whole) << i;
    ASSERT_EQ(answer->support_deducted.dong(), support) << i << described(record);
    ASSERT_EQ(answer->net.dong(), whole - support) << i;
  }
  EXPECT_GT(under_a_year, 500);
}

TEST(RandomRecords, SurvivorsEqualTheSlowPath) {
  std::mt19937_64 random{20261128};
  for (int i = 0; i < (full() ? 1'000'000 : 10'000); ++i) {
    const Month on = Month{2025, 7} + static_cast<int>(random() % 17);
    const auto record = random_record(random, on, random() % 2 == 0);
    const auto answer = death(rules(), {on}, record);
    ASSERT_TRUE(answer.ok()) << i;
    if (record.empty()) continue;
    const auto months = slow::Benefits::months(record);
    const Number average = *slow_path().average(record, on.year());
    std::int64_t lump = months.size() < 60 ? nearest(slow_path().contributions(record)).dong
                                           : nearest(average * slow::Benefits::averages(record)).dong;
    const bool mixed = std::any_of(months.begin(), months.end(), [](const auto& month) { return month.compulsory; });
    if (mixed) lump = std::max(lump, nearest(average * 3).dong);
    ASSERT_EQ(answer->survivor_lump_sum.dong(), lump) << i;
  }
}

// How a record is cut into spans changes nothing.
TEST(RandomRecords, ASpanCutInTwoIsTheSameRecord) {
  const bool holds = rc::check("cut", [](std::uint64_t seed, int cut) {
    std::mt19937_64 random{seed};
    const Month on{2026, 9};
    const auto record = random_record(random, on, true);
    std::vector<ContributionSpan> pieces;
    for (const ContributionSpan& span : record) {
      const int first = 1 + (cut & 0x7fff) % span.months;
      if (first == span.months || span.central_support) {
        pieces.push_back(span);
        continue;
      }
      ContributionSpan part = span;
      part.months = first;
      pieces.push_back(part);
      part.months = span.months - first;
      if (span.kind != SpanKind::missing) part.from = span.from + first;
      pieces.push_back(part);
    }
    const OneTimeRequest request{{Sex::female, Month{1980, 1}}, on, OneTimeCase::emigration};
    const auto whole = one_time(rules(), request, record);
    const auto cut_up = one_time(rules(), request, pieces);
    RC_ASSERT(whole.ok() && cut_up.ok());
    RC_ASSERT(whole->gross == cut_up->gross);
    RC_ASSERT(whole->support_deducted == cut_up->support_deducted);
  });
  EXPECT_TRUE(holds);
}

// A higher income in any span never brings a lower pension.
TEST(RandomRecords, PensionsRiseWithIncome) {
  const bool holds = rc::check("monotone", [](std::uint64_t seed, std::uint32_t more) {
    std::mt19937_64 random{seed};
    auto record = random_record(random, Month{2026, 9}, false);
    record.insert(record.begin(),
                  {Month{2008, 1}, 180, Money{1'500'000}, Scheme::voluntary, SpanKind::missing, Day{2022, 1, 1}});
    const PensionRequest request{{Sex::female, Month{1960, 1}}, Month{2026, 9}};
    const auto before = pension(rules(), request, record);
    record.front().income += Money{std::int64_t{more % 20'000'000U}};
    const auto after = pension(rules(), request, record);
    RC_ASSERT(before.ok() && after.ok());
    RC_ASSERT(before->pension <= after->pension);
  });
  EXPECT_TRUE(holds);
}

}  // namespace
