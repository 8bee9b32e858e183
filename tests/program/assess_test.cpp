// `ansinh assess`: one payment, its forms, its refusals.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

using Words = std::vector<std::string>;

Outcome assess(Words arguments) {
  arguments.insert(arguments.begin(), "assess");
  return run(std::move(arguments));
}
Outcome assess_json(Words arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  return assess(std::move(arguments));
}

TEST(Assess, NearPoorOf2026) {
  const Outcome done = assess_json({"--paid-on", "2026-11-22", "--income", "1500000", "--group", "near_poor"});
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_EQ(done.err, "");
  const auto answer = parsed(done.out);
  EXPECT_EQ(member_names(answer), (Words{"status", "contribution", "central_support", "local_top_up", "province_top_up",
                                         "locality_top_up", "other_support", "participant_share", "months",
                                         "supported_months", "flags", "layers", "law_digest"}));
  EXPECT_EQ(text_at(answer, "status"), "ok");
  EXPECT_EQ(number_at(answer, "contribution"), 330000);
  EXPECT_EQ(number_at(answer, "central_support"), 132000);
  EXPECT_EQ(number_at(answer, "local_top_up"), 0);
  EXPECT_EQ(number_at(answer, "other_support"), 0);
  EXPECT_EQ(number_at(answer, "participant_share"), 198000);
  EXPECT_EQ(number_at(answer, "months"), 1);
  EXPECT_EQ(number_at(answer, "supported_months"), 1);
  EXPECT_TRUE(at(answer, "flags").GetArray().Empty());
  EXPECT_TRUE(at(answer, "layers").GetArray().Empty());
  EXPECT_EQ(text_at(answer, "law_digest").substr(0, 7), "sha256:");
  EXPECT_EQ(text_at(answer, "law_digest").size(), 7U + 16U);
}

TEST(Assess, NearPoorOf2024) {
  const Outcome done = assess_json({"--paid-on", "2024-11-22", "--income", "1500000", "--group", "near_poor"});
  EXPECT_EQ(done.exit_code, 0);
  const auto answer = parsed(done.out);
  EXPECT_EQ(number_at(answer, "contribution"), 330000);
  EXPECT_EQ(number_at(answer, "central_support"), 82500);
  EXPECT_EQ(number_at(answer, "participant_share"), 247500);
}

TEST(Assess, EveryOptionReachesTheRequest) {
  // Ha Noi 2022: the province, the district of Long Bien and a donor, on the third of six months with two left.
  const Outcome done = assess_json({"--paid-on",
                                    "22/11/2024",
                                    "--from",
                                    "11/2024",
                                    "--income",
                                    "1.500.000",
                                    "--term",
                                    "6",
                                    "--group",
                                    "escaped_near_poor",
                                    "--group",
                                    "near_poor",
                                    "--province",
                                    "01",
                                    "--former-province",
                                    "01",
                                    "--locality",
                                    "004",
                                    "--months-supported",
                                    "116",
                                    "--local-months-used",
                                    "0",
                                    "--rate",
                                    "0,31%",
                                    "--other",
                                    "10.000",
                                    "--th-support",
                                    "nominal"});
  EXPECT_EQ(done.exit_code, 0) << done.out;
  const auto answer = parsed(done.out);
  EXPECT_EQ(number_at(answer, "contribution"), 6 * 330000);
  EXPECT_EQ(number_at(answer, "months"), 6);
  EXPECT_EQ(number_at(answer, "supported_months"), 4);
  EXPECT_EQ(number_at(answer, "central_support"), 4 * 82500);
  EXPECT_EQ(number_at(answer, "province_top_up"), 4 * 82500);
  // Near-poor, 50 % for the supported months, gives more than 30 % for up to twelve months.
  EXPECT_EQ(number_at(answer, "locality_top_up"), 4 * 165000);
  EXPECT_EQ(number_at(answer, "other_support"), 10000);
  EXPECT_EQ(number_at(answer, "participant_share"), 6 * 330000 - 4 * 82500 * 2 - 4 * 165000 - 10000);
  const auto layers = at(answer, "layers").GetArray();
  ASSERT_EQ(layers.Size(), 2U);
  EXPECT_EQ(text_at(layers[0], "layer"), "province");
  EXPECT_EQ(text_at(layers[1], "layer"), "locality");
  EXPECT_EQ(text_at(layers[1], "source"), "fund");
}

struct Refused {
  const char* status;
  Words arguments;
  const char* given;
};

TEST(Assess, EveryRefusalEndsWith3) {
  const std::vector<Refused> cases{
      {"invalid_argument", {"--paid-on", "2026-02-30", "--income", "1500000"}, "2026-02-30"},
      {"invalid_argument", {"--paid-on", "2026-11-22", "--income", "1.5"}, "1.5"},
      {"invalid_argument", {"--paid-on", "2026-11-22", "--income", "1,5"}, "1,5"},
      {"invalid_argument", {"--paid-on", "2026-11-22", "--income", "-5"}, "-5"},
      {"invalid_argument", {"--paid-on", "2026-11-22", "--income", "1500000", "--term", "vs2"}, "vs2"},
      {"invalid_argument", {"--paid-on", "2026-11-22", "--income", "1500000", "--group", "other"}, "other"},
      {"invalid_argument", {"--paid-on", "2026-11-22", "--income", "1500000", "--province", "1"}, "1"},
      {"invalid_argument", {"--paid-on", "2026-11-22", "--income", "1500000", "--province", "17"}, "17"},
      {"invalid_argument", {"--paid-on", "2026-11-22", "--income", "1500000", "--months-supported", "121"}, "121"},
      {"invalid_argument", {"--paid-on", "2026-11-22", "--income", "1500000", "--rate", "0.06"}, "0.06"},
      {"invalid_argument", {"--paid-on", "2026-11-22", "--income", "1500000", "--from", "2027-12"}, "2027-12"},
      {"day_outside_law", {"--paid-on", "2007-12-31", "--income", "1500000"}, "2007-12-31"},
      {"day_outside_law", {"--paid-on", "2031-01-01", "--income", "1500000"}, "2031-01-01"},
      {"term_not_allowed", {"--paid-on", "2015-12-31", "--income", "1150000", "--term", "12"}, "12"},
      {"income_below_floor", {"--paid-on", "2026-11-22", "--income", "1400000"}, "1400000"},
      {"income_above_ceiling", {"--paid-on", "2026-11-22", "--income", "50600001"}, "50600001"},
      {"income_off_step", {"--paid-on", "2025-06-30", "--income", "1525000"}, "1525000"},
      {"payment_late", {"--paid-on", "2026-09-01", "--income", "1500000", "--term", "3", "--from", "2026-06"}, nullptr},
  };
  for (const Refused& refused : cases) {
    const Outcome done = assess_json(refused.arguments);
    EXPECT_EQ(done.exit_code, 3) << done.out;
    EXPECT_EQ(done.err, "");
    const auto answer = parsed(done.out);
    EXPECT_EQ(member_names(answer), (Words{"status", "parameter", "given", "limit", "day", "provision", "message"}));
    EXPECT_EQ(text_at(answer, "status"), refused.status) << done.out;
    if (refused.given != nullptr) {
      EXPECT_EQ(text_at(answer, "given"), refused.given) << done.out;
    }
    EXPECT_NE(text_at(answer, "message"), "");

    // In words: the same exit, the same message.
    for (const char* language : {"vi", "en"}) {
      Words arguments = refused.arguments;
      arguments.insert(arguments.end(), {"--lang", language});
      const Outcome in_words = assess(arguments);
      EXPECT_EQ(in_words.exit_code, 3);
      const std::string message = text_at(parsed(assess_json(arguments).out), "message");
      EXPECT_NE(in_words.out.find(message), std::string::npos) << in_words.out << message;
    }
  }
}

TEST(Assess, RefusalNamesLimitAndDay) {
  const auto answer = parsed(assess_json({"--paid-on", "2026-11-22", "--income", "1400000"}).out);
  EXPECT_EQ(text_at(answer, "parameter"), "rural_poverty_line");
  EXPECT_EQ(number_at(answer, "limit"), 1500000);
  EXPECT_EQ(text_at(answer, "day"), "2026-11-22");
  EXPECT_NE(text_at(answer, "provision"), "");
}

TEST(Assess, EmptyIncomeIsMissing) {
  const auto answer = parsed(assess_json({"--paid-on", "2026-11-22", "--income", ""}).out);
  EXPECT_EQ(text_at(answer, "status"), "invalid_argument");
}

TEST(Assess, StrictRefusesWhatIsNotSettled) {
  const Words unknown_place{"--paid-on", "2026-11-22", "--income", "1500000", "--province", "25"};
  const auto lax = parsed(assess_json(unknown_place).out);
  ASSERT_EQ(text_at(lax, "status"), "ok");
  const auto flags = at(lax, "flags").GetArray();
  ASSERT_TRUE(std::any_of(flags.begin(), flags.end(),
                          [](const auto& flag) { return std::string{"local_unknown"} == flag.GetString(); }));

  Words strict = unknown_place;
  strict.emplace_back("--strict");
  const Outcome refused = assess_json(strict);
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_EQ(text_at(parsed(refused.out), "status"), "not_settled");
  EXPECT_EQ(assess(strict).exit_code, 3);

  const Outcome settled =
      assess_json({"--paid-on", "2026-11-22", "--income", "1500000", "--group", "near_poor", "--strict"});
  EXPECT_EQ(settled.exit_code, 0);
  EXPECT_EQ(text_at(parsed(settled.out), "status"), "ok");
}

TEST(Assess, TextOpensWithOnePlainLineInTheLanguageAskedFor) {
  const Words arguments{"--paid-on", "2026-11-22", "--income", "1500000", "--group", "near_poor"};
  const Outcome vi = assess(arguments);
  EXPECT_EQ(vi.exit_code, 0);
  EXPECT_NE(vi.out.find("330.000 đ"), std::string::npos) << vi.out;
  EXPECT_NE(vi.out.find("198.000 đ"), std::string::npos) << vi.out;
  ASSERT_FALSE(lines(vi.out).empty());

  Words english = arguments;
  english.insert(english.end(), {"--lang", "en"});
  const Outcome en = assess(english);
  EXPECT_NE(en.out.find("198.000 đ"), std::string::npos) << en.out;
  EXPECT_NE(lines(en.out).front(), lines(vi.out).front());

  // Not settled: the first line says so, and differs from that of a settled answer.
  english.insert(english.end(), {"--province", "25"});
  EXPECT_NE(lines(assess(english).out).front(), lines(en.out).front());
}

TEST(Assess, ExplainEndsInTheSameAnswer) {
  const Words arguments{"--paid-on", "2026-11-22", "--income", "1500000", "--group", "near_poor", "--explain"};
  const Outcome text = assess(arguments);
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_GT(lines(text.out).size(), lines(assess({arguments.begin(), arguments.end() - 1}).out).size());
  EXPECT_NE(text.out.find("159/2025/NĐ-CP"), std::string::npos) << text.out;

  const auto answer = parsed(assess_json(arguments).out);
  EXPECT_EQ(number_at(answer, "participant_share"), 198000);
  const auto& explanation = at(answer, "explanation");
  ASSERT_TRUE(explanation.IsObject());
  EXPECT_FALSE(at(explanation, "steps").GetArray().Empty());
}

TEST(Assess, ExplainedRefusalEndsWith3) {
  const Words arguments{"--paid-on", "2026-11-22", "--income", "1400000", "--explain"};
  EXPECT_EQ(assess(arguments).exit_code, 3);
  const Outcome json = assess_json(arguments);
  EXPECT_EQ(json.exit_code, 3);
  EXPECT_EQ(text_at(parsed(json.out), "status"), "income_below_floor");
}

TEST(Assess, AFullDiskUnderTheAnswerEndsWith4) {
  for (const Sink sink : {Sink::full_disk, Sink::closed_pipe}) {
    Launch launch;
    launch.arguments = {"assess", "--paid-on", "2026-11-22", "--income", "1500000"};
    launch.out = sink;
    const Outcome done = run(launch);
    EXPECT_EQ(done.signal, 0);
    EXPECT_EQ(done.exit_code, 4);
    EXPECT_NE(done.err.find("stdout"), std::string::npos) << done.err;
  }
}

}  // namespace
}  // namespace program_test
