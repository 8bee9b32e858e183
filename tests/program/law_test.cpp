// `ansinh law`: the program prints what the library lists, filtered as asked.
#include <gtest/gtest.h>

#include <ansinh/law.hpp>
#include <ansinh/report.hpp>
#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

constexpr const char* formats[] = {"text", "csv", "html", "json"};

std::string with_line_end(std::string text) {
  if (text.empty() || text.back() != '\n') text += '\n';
  return text;
}

TEST(Law, EveryFormatAndLanguageOfEveryListing) {
  const ansinh::LawBook& book = ansinh::LawBook::built_in();
  ansinh::LawFilter filter;
  filter.on = ansinh::Day{2026, 11, 22};
  for (const char* format_name : formats) {
    for (const char* language_name : {"vi", "en"}) {
      const auto format = *ansinh::format_from_name(format_name);
      const auto language = *ansinh::language_from_name(language_name);
      const Outcome all = run({"law", "--format", format_name, "--lang", language_name});
      EXPECT_EQ(all.exit_code, 0);
      EXPECT_EQ(all.out, with_line_end(ansinh::law_listing(book, {}, format, language)));
      const Outcome open = run({"law", "--open", "--format", format_name, "--lang", language_name});
      EXPECT_EQ(open.exit_code, 0);
      EXPECT_EQ(open.out, with_line_end(ansinh::open_listing(book, format, language)));
      const Outcome on = run({"law", "--on", "22/11/2026", "--format", format_name, "--lang", language_name});
      EXPECT_EQ(on.exit_code, 0);
      EXPECT_EQ(on.out, with_line_end(ansinh::law_listing(book, filter, format, language)));
      EXPECT_NE(on.out, all.out);
    }
  }
}

TEST(Law, JsonWithoutFiltersIsTheBookOfTheDigest) {
  EXPECT_EQ(run({"law", "--format", "json"}).out, ansinh::LawBook::built_in().canonical_json() + '\n');
}

TEST(Law, Filters) {
  const Outcome line = run({"law", "--parameter", "rural_poverty_line", "--on", "2026-11-22", "--format", "csv"});
  EXPECT_EQ(line.exit_code, 0);
  EXPECT_NE(line.out.find("1500000"), std::string::npos) << line.out;
  EXPECT_EQ(line.out.find("2200000"), std::string::npos) << line.out;
  const Outcome every_day = run({"law", "--parameter", "rural_poverty_line", "--format", "csv"});
  EXPECT_NE(every_day.out.find("2200000"), std::string::npos) << every_day.out;
  const Outcome province = run({"law", "--province", "22", "--lang", "en"});
  EXPECT_EQ(province.exit_code, 0);
  EXPECT_NE(province.out.find("02/2022/NQ-HĐND"), std::string::npos) << province.out;
  EXPECT_EQ(province.out.find("19/2025/NQ-HĐND"), std::string::npos) << province.out;
}

TEST(Law, MalformedValuesAreRefused) {
  const std::vector<std::vector<std::string>> cases{
      {"law", "--parameter", "poverty"}, {"law", "--on", "2026-13-01"}, {"law", "--province", "17"}};
  for (auto arguments : cases) {
    const std::string given = arguments.back();
    const Outcome text = run(arguments);
    EXPECT_EQ(text.exit_code, 3);
    EXPECT_NE(text.out.find(given), std::string::npos) << text.out;
    arguments.insert(arguments.end(), {"--format", "json"});
    const Outcome json = run(arguments);
    EXPECT_EQ(json.exit_code, 3);
    EXPECT_EQ(text_at(parsed(json.out), "status"), "invalid_argument");
    EXPECT_EQ(text_at(parsed(json.out), "given"), given);
  }
}

}  // namespace
}  // namespace program_test
