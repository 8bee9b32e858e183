// `ansinh benefit`, `ansinh plan` and `ansinh table --leaflet`.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

namespace fs = std::filesystem;

const std::string record = std::string{EXAMPLES_DIR} + "/benefits/record.csv";

std::vector<std::string> benefit(const std::string& kind, std::vector<std::string> more) {
  std::vector<std::string> all{"benefit", kind, "--record", record};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

std::vector<std::string> plan(std::vector<std::string> more) {
  std::vector<std::string> all{"plan", "--sex", "F", "--birth", "1980-03", "--from", "2026-12"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

TEST(BenefitCommand, APensionAsTheSpecificationNamesIt) {
  const Outcome done =
      run(benefit("pension", {"--sex", "F", "--birth", "1969-05", "--on", "2026-06", "--format", "json"}));
  EXPECT_EQ(done.exit_code, 0) << done.err;
  const auto answer = parsed(done.out);
  EXPECT_STREQ(answer["status"].GetString(), "ok");
  EXPECT_TRUE(answer["eligible"].GetBool());
  EXPECT_TRUE(answer["reason"].IsNull());
  EXPECT_EQ(answer["age_years"].GetInt(), 57);
  EXPECT_EQ(answer["age_months"].GetInt(), 0);
  EXPECT_STREQ(answer["eligible_from"].GetString(), "2026-06");
  EXPECT_STREQ(answer["benefit_years"].GetString(), "16");
  EXPECT_STREQ(answer["rate"].GetString(), "0.47");
  EXPECT_EQ(answer["average_income"].GetInt64(), 3'083'684);
  EXPECT_EQ(answer["pension"].GetInt64(), 1'449'332);
  EXPECT_EQ(answer["lump_sum_above_cap"].GetInt64(), 0);
  EXPECT_EQ(answer["flags"].Size(), 0U);
  EXPECT_GT(answer["steps"].Size(), 20U);
}

TEST(BenefitCommand, EveryKind) {
  const auto once = parsed(run(benefit("one-time", {"--sex", "F", "--birth", "1975-05", "--on", "2026-06", "--case",
                                                    "emigration", "--format", "json"}))
                               .out);
  EXPECT_EQ(once["gross"].GetInt64(), 94'052'368);
  EXPECT_EQ(once["support_deducted"].GetInt64(), 4'441'800);
  EXPECT_EQ(once["net"].GetInt64(), 89'610'568);
  const auto left = parsed(run(benefit("death", {"--on", "2026-06", "--format", "json"})).out);
  EXPECT_EQ(left["funeral_grant"].GetInt64(), 23'400'000);
  EXPECT_EQ(left["survivor_lump_sum"].GetInt64(), 94'052'368);
  const auto pensioner = parsed(
      run({"benefit", "death", "--on", "2026-08", "--pension", "3.000.000", "--months-drawn", "2", "--format", "json"})
          .out);
  EXPECT_EQ(pensioner["survivor_lump_sum"].GetInt64(), 144'000'000);
  const auto born = parsed(run(benefit("maternity", {"--on", "2025-12", "--format", "json"})).out);
  EXPECT_EQ(born["allowance"].GetInt64(), 2'000'000);
  const auto waits =
      parsed(run(benefit("bridge", {"--sex", "M", "--birth", "1960", "--on", "2026-06", "--format", "json"})).out);
  EXPECT_STREQ(waits["reason"].GetString(), "has_pension_rights");
}

TEST(BenefitCommand, ARecordFromStandardInput) {
  const Outcome done =
      run({"benefit", "maternity", "--record", "-", "--on", "2026-08", "--children", "2", "--format", "json"},
          "from,months,income\n2026-01,7,1500000\n");
  EXPECT_EQ(done.exit_code, 0) << done.err << done.out;
  EXPECT_EQ(parsed(done.out)["allowance"].GetInt64(), 4'000'000);
}

TEST(BenefitCommand, ExplainsInBothLanguages) {
  const Outcome vi = run(benefit("pension", {"--sex", "F", "--birth", "1969-05", "--on", "2026-06", "--explain"}));
  EXPECT_NE(vi.out.find("Luật 41/2024/QH15, Điều 99"), std::string::npos) << vi.out;
  EXPECT_NE(vi.out.find("hệ số điều chỉnh 1,96"), std::string::npos);
  const Outcome en =
      run(benefit("pension", {"--sex", "F", "--birth", "1969-05", "--on", "2026-06", "--explain", "--lang", "en"}));
  EXPECT_NE(en.out.find("Law 41/2024/QH15, art. 99"), std::string::npos) << en.out;
}

TEST(BenefitCommand, RefusalsAndTheirExitCodes) {
  // A header that cannot be read, a file that is not there, an option that is missing: 2, nothing written.
  const Outcome header = run({"benefit", "death", "--record", "-", "--on", "2026-08"}, "from,months\n2026-01,7\n");
  EXPECT_EQ(header.exit_code, 2);
  EXPECT_EQ(header.out, "");
  EXPECT_NE(header.err, "");
  EXPECT_EQ(run({"benefit", "death", "--record", "/nowhere/record.csv", "--on", "2026-08"}).exit_code, 2);
  EXPECT_EQ(run({"benefit", "death", "--on", "2026-08"}).exit_code, 2);
  EXPECT_EQ(run({"benefit", "wedding", "--record", record, "--on", "2026-08"}).exit_code, 2);
  // Values: 3, with the span and the reason.
  const Outcome span = run({"benefit", "death", "--record", "-", "--on", "2026-08", "--format", "json", "--lang", "en"},
                           "from,months,income\n2024-01,7,1500000\n2024-03,7,1500000\n");
  EXPECT_EQ(span.exit_code, 3);
  const auto refusal = parsed(span.out);
  EXPECT_STREQ(refusal["status"].GetString(), "invalid_argument");
  EXPECT_STREQ(refusal["parameter"].GetString(), "from");
  EXPECT_STREQ(refusal["given"].GetString(), "2024-03");
  EXPECT_STREQ(refusal["limit"].GetString(), "2024-08");
  EXPECT_EQ(refusal["span"].GetInt(), 2);
  const Outcome future =
      run(benefit("pension", {"--sex", "F", "--birth", "1975-05", "--on", "2035-06", "--lang", "en"}));
  EXPECT_EQ(future.exit_code, 3);
  EXPECT_NE(future.out.find("No table of indexation is published for 2035"), std::string::npos) << future.out;
  const Outcome estimate =
      run(benefit("pension", {"--sex", "F", "--birth", "1975-05", "--on", "2035-06", "--estimate-indexation"}));
  EXPECT_EQ(estimate.exit_code, 0);
  EXPECT_TRUE(estimate.out.starts_with("Minh họa, không phải quyết định."));
  EXPECT_EQ(run(benefit("pension", {"--sex", "W", "--birth", "1975-05", "--on", "2026-06"})).exit_code, 3);
  // A strict caller gets no answer that rests on a reading.
  const Outcome strict = run({"benefit", "death", "--record", "-", "--on", "2026-08", "--strict", "--format", "json"},
                             "from,months,income\n2025-01,7,1500000\n");
  EXPECT_EQ(strict.exit_code, 3);
  EXPECT_STREQ(parsed(strict.out)["status"].GetString(), "not_settled");
}

TEST(PlanCommand, ThreeQuestions) {
  const auto forward = parsed(run(plan({"--income", "3000000", "--term", "12", "--format", "json"})).out);
  EXPECT_EQ(forward["income"].GetInt64(), 3'000'000);
  EXPECT_EQ(forward["months"].GetInt(), 180);
  EXPECT_EQ(forward["pension"].GetInt64(), 1'350'000);
  EXPECT_GT(forward["break_even_months"].GetInt64(), 0);
  EXPECT_STREQ(forward["flags"][0].GetString(), "illustration");
  const auto target = parsed(run(plan({"--target-pension", "2.000.000", "--format", "json"})).out);
  EXPECT_EQ(target["income"].GetInt64(), 4'450'000);  // 45 % of it is 2,002,500; of the level below, 1,980,000
  const auto budget = parsed(run(plan({"--budget", "700000", "--format", "json"})).out);
  EXPECT_EQ(budget["income"].GetInt64(), 3'150'000);  // 22 % of it is 693,000, once the support has run out
  const Outcome vi = run(plan({"--income", "1500000", "--group", "near_poor", "--explain"}));
  EXPECT_TRUE(vi.out.starts_with("Minh họa, không phải quyết định."));
  EXPECT_NE(vi.out.find("Từ tháng 01/2027: 119 kỳ, thu nhập 2.200.000 đ"), std::string::npos) << vi.out;
}

TEST(PlanCommand, Refusals) {
  EXPECT_EQ(run(plan({})).exit_code, 3);
  EXPECT_EQ(run(plan({"--income", "3000000", "--budget", "700000"})).exit_code, 3);
  const Outcome low = run(plan({"--income", "1400000", "--format", "json"}));
  EXPECT_EQ(low.exit_code, 3);
  EXPECT_STREQ(parsed(low.out)["status"].GetString(), "income_below_floor");
  const Outcome far = run(plan({"--target-pension", "99000000", "--lang", "en"}));
  EXPECT_EQ(far.exit_code, 3);
  EXPECT_NE(far.out.find("out of reach"), std::string::npos) << far.out;
  EXPECT_EQ(run({"plan", "--sex", "F"}).exit_code, 2);
}

TEST(LeafletCommand, IsOnePageOfHtmlOrSvg) {
  const std::vector<std::string> page{"table",   "--leaflet", "--paid-on",  "2026-11-22",
                                      "--group", "near_poor", "--province", "01"};
  const Outcome html = run(page);
  EXPECT_EQ(html.exit_code, 0) << html.err;
  EXPECT_TRUE(html.out.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
  EXPECT_NE(html.out.find("size: A4 portrait"), std::string::npos);
  auto small = page;
  small.insert(small.end(), {"--paper", "A5", "--format", "svg", "--lang", "en"});
  const Outcome svg = run(small);
  EXPECT_EQ(svg.exit_code, 0) << svg.err;
  EXPECT_TRUE(svg.out.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"148mm\" height=\"210mm\""))
      << svg.out.substr(0, 120);
  EXPECT_TRUE(svg.out.ends_with("</svg>\n"));
  auto factor = page;
  factor.insert(factor.end(), {"--fixed-factor", "1,35"});
  EXPECT_NE(run(factor).out.find("Hệ số trượt giá cố định không có trong luật"), std::string::npos);
  factor.back() = "0";
  EXPECT_EQ(run(factor).exit_code, 3);
  // A group asks for the page of that group.
  EXPECT_EQ(
      run({"table", "--paid-on", "2026-11-22", "--group", "near_poor", "--province", "01", "--format", "html"}).out,
      html.out);
  EXPECT_EQ(run({"table", "--paid-on", "2026-11-22", "--group", "poor", "--format", "json"}).exit_code, 2);
  EXPECT_EQ(run({"table", "--leaflet", "--paid-on", "2026-11-22", "--format", "csv"}).exit_code, 2);
  EXPECT_EQ(run({"table", "--leaflet", "--paid-on", "2026-11-22", "--province", "79", "--strict"}).exit_code, 3);
}

}  // namespace
}  // namespace program_test
