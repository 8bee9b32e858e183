// What ends with 2 because the command line itself is wrong, and what only prints help.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "runner.hpp"

namespace program_test {
namespace {

TEST(Usage, UnknownOrMissingOptionsEndWith2AndPrintNothing) {
  const std::vector<std::vector<std::string>> cases{
      {},
      {"refund"},
      {"Assess"},
      {"--format", "json"},
      {"assess"},
      {"assess", "--paid-on", "2026-11-22"},
      {"assess", "--income", "1500000"},
      {"assess", "--paid-on", "2026-11-22", "--income"},
      {"assess", "--paid-on", "2026-11-22", "--income", "1500000", "--incme", "1"},
      {"assess", "--paid-on", "2026-11-22", "--income", "1500000", "--income", "1600000"},
      {"assess", "--paid-on", "2026-11-22", "--income", "1500000", "more"},
      {"assess", "--paid-on", "2026-11-22", "--income", "1500000", "--group", "poor", "near_poor"},
      {"assess", "--paid-on", "2026-11-22", "--income", "1500000", "--format", "csv"},
      {"assess", "--paid-on", "2026-11-22", "--income", "1500000", "--format", "xml"},
      {"assess", "--paid-on", "2026-11-22", "--income", "1500000", "--lang", "fr"},
      {"table"},
      {"table", "--paid-on", "2026-11-22", "--income", "1500000"},
      {"law", "--open", "--on", "2026-11-22"},
      {"law", "surplus"},
      {"batch"},
      {"batch", "-", "again"},
      {"batch", "-", "--jobs", "0"},
      {"batch", "-", "--jobs", "two"},
      {"batch", "-", "--format", "html"},
      {"batch", "-", "--totals"},
      {"version", "--format", "csv"},
      {"version", "--verbose"},
  };
  for (const auto& arguments : cases) {
    const Outcome done = run(arguments, "paid_on,income\n2026-11-22,1500000\n");
    std::string words;
    for (const std::string& word : arguments) words += word + ' ';
    EXPECT_EQ(done.exit_code, 2) << words;
    EXPECT_EQ(done.out, "") << words;
    EXPECT_EQ(done.err.substr(0, 8), "ansinh: ") << words << done.err;
  }
}

TEST(Usage, HelpEndsWith0) {
  const std::vector<std::vector<std::string>> cases{{"--help"},        {"assess", "--help"}, {"table", "--help"},
                                                    {"law", "--help"}, {"batch", "--help"},  {"version", "-h"}};
  for (const auto& arguments : cases) {
    const Outcome done = run(arguments);
    EXPECT_EQ(done.exit_code, 0);
    EXPECT_EQ(done.err, "");
    EXPECT_NE(done.out.find("--help"), std::string::npos);
  }
  EXPECT_NE(run({"assess", "--help"}).out.find("--months-supported"), std::string::npos);
}

TEST(Usage, ValuesMayBeJoinedByAnEqualsSign) {
  EXPECT_EQ(run({"assess", "--paid-on=2026-11-22", "--income=1500000"}).exit_code, 0);
}

TEST(Usage, AFileMayBeNamedLikeACommand) {
  const Folder folder;
  write_file(folder.path("table"), "paid_on,income\n2026-11-22,1500000\n");
  Launch launch;
  launch.arguments = {"batch", "table"};
  launch.directory = folder.path("");
  EXPECT_EQ(run(launch).exit_code, 0);
}

}  // namespace
}  // namespace program_test
