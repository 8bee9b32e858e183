// `ansinh table`: the contribution table of a day and place.
#include <gtest/gtest.h>

#include <ansinh/report.hpp>
#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

TEST(Table, EveryFormatAndLanguage) {
  ansinh::TableRequest request;
  request.paid_on = ansinh::Day{2026, 11, 22};
  request.place.province = ansinh::ProvinceCode::from_text("01");
  request.months_supported = 118;
  for (const char* format : {"text", "csv", "html", "json"}) {
    for (const char* language : {"vi", "en"}) {
      const Outcome done = run({"table", "--paid-on", "2026-11-22", "--province", "01", "--months-supported", "118",
                                "--format", format, "--lang", language});
      EXPECT_EQ(done.exit_code, 0);
      EXPECT_EQ(done.err, "");
      std::string expected = *ansinh::contribution_table(
          ansinh::built_in_rules(), request, *ansinh::format_from_name(format), *ansinh::language_from_name(language));
      if (expected.back() != '\n') expected += '\n';
      EXPECT_EQ(done.out, expected);
      EXPECT_FALSE(done.out.empty());
    }
  }
}

TEST(Table, HoldsTheAnswersOfAssess) {
  const Outcome done = run({"table", "--paid-on", "2026-11-22"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_NE(done.out.find("198.000"), std::string::npos);
  // A place changes the table.
  EXPECT_NE(run({"table", "--paid-on", "2026-11-22", "--former-province", "01"}).out, done.out);
  EXPECT_NE(run({"table", "--paid-on", "2024-11-22", "--locality", "004"}).out,
            run({"table", "--paid-on", "2024-11-22"}).out);
}

TEST(Table, Refusals) {
  const std::vector<std::vector<std::string>> cases{{"--paid-on", "2031-01-01"},
                                                    {"--paid-on", "tomorrow"},
                                                    {"--paid-on", ""},
                                                    {"--paid-on", "2026-11-22", "--province", "99"},
                                                    {"--paid-on", "2026-11-22", "--locality", "4"},
                                                    {"--paid-on", "2026-11-22", "--months-supported", "121"}};
  for (const auto& options : cases) {
    std::vector<std::string> arguments{"table", "--format", "json"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome done = run(arguments);
    EXPECT_EQ(done.exit_code, 3) << options[1];
    EXPECT_NE(text_at(parsed(done.out), "status"), "ok");
  }
  EXPECT_EQ(text_at(parsed(run({"table", "--paid-on", "2031-01-01", "--format", "json"}).out), "status"),
            "day_outside_law");
}

TEST(Table, StrictRefusesATableWithACellThatIsNotSettled) {
  EXPECT_EQ(run({"table", "--paid-on", "2026-11-22", "--province", "25"}).exit_code, 0);
  const Outcome refused = run({"table", "--paid-on", "2026-11-22", "--province", "25", "--strict", "--format", "json"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_EQ(text_at(parsed(refused.out), "status"), "not_settled");
  EXPECT_EQ(run({"table", "--paid-on", "2026-11-22", "--strict"}).exit_code, 0);
}

}  // namespace
}  // namespace program_test
