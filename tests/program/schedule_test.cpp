// `ansinh assess --schedule`: the account month by month in every form, its columns adding up to the answer.
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

using Words = std::vector<std::string>;

Outcome scheduled(Words more) {
  Words words{"assess",     "--paid-on", "2026-08-01", "--income",  "1525000", "--term", "VS3",
              "--province", "01",        "--group",    "near_poor", "--rate",  "0.0031", "--schedule"};
  words.insert(words.end(), more.begin(), more.end());
  return run(std::move(words));
}

TEST(ScheduleOption, JsonAddsUp) {
  const Outcome done = scheduled({"--format", "json"});
  EXPECT_EQ(done.exit_code, 0) << done.out;
  const auto answer = parsed(done.out);
  const auto months = at(answer, "schedule").GetArray();
  ASSERT_EQ(months.Size(), 36U);
  std::int64_t contribution = 0, central = 0, local = 0;
  for (const auto& month : months) {
    contribution += number_at(month, "contribution");
    central += number_at(month, "central_support");
    local += number_at(month, "local_top_up");
    EXPECT_EQ(number_at(month, "cumulative_contribution"), contribution);
    EXPECT_EQ(number_at(month, "cumulative_central_support"), central);
    EXPECT_EQ(number_at(month, "cumulative_local_top_up"), local);
  }
  EXPECT_EQ(contribution, number_at(answer, "contribution"));
  EXPECT_EQ(central, number_at(answer, "central_support"));
  EXPECT_EQ(local, number_at(answer, "local_top_up"));
  EXPECT_EQ(text_at(months[0], "month"), "2026-08");
  EXPECT_EQ(text_at(months[35], "month"), "2029-07");
  EXPECT_EQ(number_at(months[35], "exponent"), -35);

  const auto explained = parsed(scheduled({"--format", "json", "--explain"}).out);
  EXPECT_EQ(at(explained, "schedule").Size(), 36U);
  EXPECT_FALSE(at(at(explained, "explanation"), "steps").GetArray().Empty());
}

TEST(ScheduleOption, CsvIsTheSame) {
  const auto answer = parsed(scheduled({"--format", "json"}).out);
  const Outcome done = scheduled({"--format", "csv"});
  EXPECT_EQ(done.exit_code, 0);
  std::istringstream lines{done.out};
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line,
            "number,month,exponent,contribution,central_support,local_top_up,cumulative_contribution,"
            "cumulative_central_support,cumulative_local_top_up");
  for (const auto& month : at(answer, "schedule").GetArray()) {
    ASSERT_TRUE(std::getline(lines, line));
    std::string expected = std::to_string(number_at(month, "number")) + "," + text_at(month, "month");
    for (const char* column : {"exponent", "contribution", "central_support", "local_top_up", "cumulative_contribution",
                               "cumulative_central_support", "cumulative_local_top_up"}) {
      expected += "," + std::to_string(number_at(month, column));
    }
    EXPECT_EQ(line, expected);
  }
  EXPECT_FALSE(std::getline(lines, line));
}

TEST(ScheduleOption, TextEndsWithTheSums) {
  const Outcome done = scheduled({"--lang", "en"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_NE(done.out.find("\nMonth by month (đồng):\n"), std::string::npos);
  EXPECT_NE(done.out.find("\n2026-08  "), std::string::npos);
  EXPECT_NE(done.out.find("\n    Sum  "), std::string::npos) << done.out;
}

TEST(ScheduleOption, OfMissingMonthsNumbersThem) {
  const Outcome done = run({"assess", "--paid-on", "2026-08-01", "--income", "1500000", "--term", "TH2", "--schedule",
                            "--format", "csv", "--rate", "0.0031"});
  EXPECT_NE(done.out.find("\n1,,2,332049,"), std::string::npos) << done.out;
  EXPECT_NE(done.out.find("\n2,,1,331023,"), std::string::npos) << done.out;
}

TEST(ScheduleOption, RefusalsAndUsage) {
  const Outcome refused = run({"assess", "--paid-on", "2026-08-01", "--income", "1", "--schedule", "--format", "csv"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_EQ(run({"assess", "--paid-on", "2026-08-01", "--income", "1500000", "--format", "csv"}).exit_code, 2);
  EXPECT_EQ(run({"assess", "--paid-on", "2026-08-01", "--income", "1500000", "--format", "html"}).exit_code, 2);
}

}  // namespace
}  // namespace program_test
