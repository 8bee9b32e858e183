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

TEST(Law, CheckOfAFile) {
  const std::string file = EXAMPLES_DIR "/overlays/merger_ho_chi_minh.json";
  const Outcome text = run({"law", "check", file, "--lang", "en"});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_EQ(text.err, "");
  EXPECT_NE(text.out.find(file + ":12:5: binh_duong: "), std::string::npos) << text.out;
  const Outcome json = run({"law", "check", file, "--format", "json"});
  EXPECT_EQ(json.exit_code, 0);
  const auto answer = parsed(json.out);
  EXPECT_TRUE(at(answer, "valid").IsTrue());
  EXPECT_EQ(at(answer, "errors").Size(), 0U);
  ASSERT_EQ(at(answer, "warnings").Size(), 3U);
  EXPECT_EQ(text_at(at(answer, "warnings")[0], "warning"), "above_floor");
  EXPECT_EQ(number_at(at(answer, "warnings")[0], "line"), 4);
  EXPECT_EQ(text_at(answer, "law_digest"),
            text_at(parsed(run({"version", "--format", "json", "--law", file}).out), "law_digest"));
}

TEST(Law, CheckOfAFileWithFaults) {
  const Folder folder;
  const std::string file = folder.path("wrong.json");
  write_file(file, "{\"layers\":[\"a\",\"a\"],\n\"base\":\"x\"}");
  const Outcome text = run({"law", "check", file, "--lang", "en"});
  EXPECT_EQ(text.exit_code, 2);
  EXPECT_TRUE(text.out.starts_with(file + ":1:16: layers[1]: ")) << text.out;
  EXPECT_NE(text.out.find('\n' + file + ":2:8: base: "), std::string::npos) << text.out;
  const Outcome json = run({"law", "check", file, "--format", "json"});
  EXPECT_EQ(json.exit_code, 2);
  const auto answer = parsed(json.out);
  EXPECT_TRUE(at(answer, "valid").IsFalse());
  ASSERT_EQ(at(answer, "errors").Size(), 2U);
  EXPECT_EQ(text_at(at(answer, "errors")[1], "error"), "unknown_name");
  EXPECT_EQ(text_at(at(answer, "errors")[1], "key"), "base");
  EXPECT_EQ(run({"law", "check", folder.path("none.json")}).exit_code, 2);
  EXPECT_EQ(run({"law", "check"}).exit_code, 2);
}

// Over other files of law: a group that one adds is known to the next.
TEST(Law, CheckOverOtherFiles) {
  const Folder folder;
  const std::string names = folder.path("names.json"), uses = folder.path("uses.json");
  write_file(names, R"({"groups":[{"name":"g"}]})");
  write_file(uses,
             R"({"records":[{"territory":{"province":["38"]},"from":"2026-01-01","kind":"unknown","groups":["g"]}]})");
  EXPECT_EQ(run({"law", "check", uses}).exit_code, 2);
  EXPECT_EQ(run({"law", "check", uses, "--law", names}).exit_code, 0);
  // Before the word an option would be one of `law`: it is not silently left out.
  const Outcome before = run({"law", "--law", names, "check", uses});
  EXPECT_EQ(before.exit_code, 2);
  EXPECT_EQ(before.out, "");
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
