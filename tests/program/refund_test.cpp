// `ansinh refund`: what goes back of the last months of a payment, its forms, its refusals.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

using Words = std::vector<std::string>;

Outcome refund(Words payment, Words rest) {
  payment.insert(payment.begin(), "refund");
  payment.insert(payment.end(), rest.begin(), rest.end());
  return run(std::move(payment));
}

const Words two_years{"--paid-on", "2016-09-01", "--income", "3000000", "--term", "VS2", "--rate", "0.00628"};

TEST(RefundCommand, OfficialExampleAsJson) {
  const Outcome done = refund(two_years, {"--remaining", "8", "--on", "01/01/2018", "--reason", "compulsory",
                                          "--support-refunded", "123.200", "--format", "json"});
  EXPECT_EQ(done.exit_code, 0) << done.out;
  EXPECT_EQ(done.err, "");
  const auto answer = parsed(done.out);
  const Words names = member_names(answer);
  EXPECT_EQ(Words(names.begin(), names.begin() + 10),
            (Words{"status", "gross", "central_support", "province_top_up", "locality_top_up", "other_support",
                   "refund", "months", "flags", "steps"}));
  EXPECT_EQ(number_at(answer, "gross"), 4673704);
  EXPECT_EQ(number_at(answer, "central_support"), 123200);
  EXPECT_EQ(number_at(answer, "refund"), 4550504);
  EXPECT_EQ(number_at(answer, "months"), 8);
  EXPECT_TRUE(at(answer, "flags").GetArray().Empty());
  const auto steps = at(answer, "steps").GetArray();
  EXPECT_EQ(text_at(steps[steps.Size() - 1], "quantity"), "refund");
  EXPECT_EQ(number_at(steps[steps.Size() - 1], "value"), 4550504);
}

TEST(RefundCommand, TextSaysWhoGetsWhatAndWhy) {
  const Outcome done = refund({"--paid-on", "2026-08-01", "--income", "1500000", "--term", "12", "--group", "near_poor",
                               "--province", "01", "--other", "0"},
                              {"--remaining", "4", "--on", "2027-03-15", "--reason", "withdrawal", "--lang", "en"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_EQ(done.out.find("Not settled: "), 0U) << done.out;
  EXPECT_NE(done.out.find("takes the lump-sum benefit, on 2027-03-15"), std::string::npos) << done.out;
  EXPECT_NE(done.out.find("Back: province top-up"), std::string::npos) << done.out;
  EXPECT_NE(done.out.find("Participant gets back          0 đ"), std::string::npos) << done.out;
  // March to July are five months, but four were stated.
  EXPECT_NE(done.out.find("From the month of 2027-03-15 on 5 months are left, but 4 months were stated"),
            std::string::npos)
      << done.out;
}

TEST(RefundCommand, ExplainsEveryStep) {
  const Outcome done =
      refund(two_years, {"--remaining", "8", "--on", "2018-01-01", "--reason", "death", "--explain", "--lang", "vi"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_NE(done.out.find("Σ(1 + 0,628%)^−i, i = 16…23 = 4.673.704 đ"), std::string::npos) << done.out;
  EXPECT_NE(done.out.find("Quyết định 595/QĐ-BHXH (2017), Điều 10 khoản 6"), std::string::npos) << done.out;
}

TEST(RefundCommand, Refusals) {
  const struct {
    Words rest;
    const char* parameter;
    const char* given;
  } refusals[] = {{{"--remaining", "24", "--on", "2018-01-01", "--reason", "death"}, "remaining", "24"},
                  {{"--remaining", "61", "--on", "2018-01-01", "--reason", "death"}, "remaining", "61"},
                  {{"--remaining", "x", "--on", "2018-01-01", "--reason", "death"}, "remaining", "x"},
                  {{"--remaining", "", "--on", "2018-01-01", "--reason", "death"}, "remaining", ""},
                  {{"--remaining", "8", "--on", "30/02/2018", "--reason", "death"}, "on", "30/02/2018"},
                  {{"--remaining", "8", "--on", "2018-09-01", "--reason", "death"}, "on", "2018-09-01"},
                  {{"--remaining", "8", "--on", "2018-01-01", "--reason", "moved"}, "reason", "moved"},
                  {{"--remaining", "8", "--on", "2018-01-01", "--reason", "pension"}, "reason", "pension"},
                  {{"--remaining", "8", "--on", "2018-01-01", "--reason", "death", "--support-refunded", "1,5"},
                   "support_refunded",
                   "1,5"}};
  for (const auto& refusal : refusals) {
    Words rest = refusal.rest;
    rest.insert(rest.end(), {"--format", "json"});
    const Outcome done = refund(two_years, rest);
    EXPECT_EQ(done.exit_code, 3) << done.out;
    const auto answer = parsed(done.out);
    EXPECT_EQ(text_at(answer, "status"), "invalid_argument");
    EXPECT_EQ(text_at(answer, "parameter"), refusal.parameter);
    EXPECT_EQ(text_at(answer, "given"), refusal.given);
  }
}

TEST(RefundCommand, StrictAndUsage) {
  const Words twelve{"--paid-on", "2026-08-01", "--income", "1500000", "--term", "12", "--other", "12000"};
  const Words rest{"--remaining", "4", "--on", "2027-04-15", "--reason", "death", "--strict", "--format", "json"};
  const Outcome strict = refund(twelve, rest);
  EXPECT_EQ(strict.exit_code, 3);
  EXPECT_EQ(text_at(parsed(strict.out), "status"), "not_settled");
  EXPECT_EQ(refund(twelve, {"--remaining", "4"}).exit_code, 2);
}

}  // namespace
}  // namespace program_test
