// --law FILE: laid over the built-in law on every command, in the order given; an unreadable file ends with 2 before
// anything is written.
#include <gtest/gtest.h>

#include <ansinh/law.hpp>
#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

// 30 % of the floor contribution in Thanh Hóa (38), of which the built-in law knows nothing.
std::string programme(const char* share) {
  return R"({"programmes":[{"id":"test_38","territory":{"province":["38"]},"from":"2026-01-01","standing":"reported",
    "citation":{"instrument":"An act of the test"},"rules":[{"per_month":{"floor_share":")" +
         std::string{share} + "\"}}]}]}";
}

class LawFiles : public testing::Test {
 protected:
  std::string file(const std::string& name, std::string_view bytes) {
    write_file(folder_.path(name), bytes);
    return folder_.path(name);
  }
  Folder folder_;
};

std::vector<std::string> assess_in_38(std::vector<std::string> more) {
  std::vector<std::string> all{"assess",     "--paid-on", "2026-11-22", "--income", "1500000",
                               "--province", "38",        "--format",   "json"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

TEST_F(LawFiles, OnEveryCommand) {
  const std::string law = file("a.json", programme("0.30"));
  const auto priced = parsed(run(assess_in_38({"--law", law})).out);
  EXPECT_EQ(number_at(priced, "province_top_up"), 99'000);
  EXPECT_EQ(number_at(priced, "participant_share"), 165'000);
  const std::string digest = text_at(priced, "law_digest");
  EXPECT_NE(digest, ansinh::LawBook::built_in().digest());

  EXPECT_EQ(text_at(parsed(run({"version", "--format", "json", "--law", law}).out), "law_digest"), digest);
  EXPECT_NE(run({"law", "--law", law, "--province", "38"}).out.find("test_38"), std::string::npos);
  EXPECT_NE(run({"table", "--law", law, "--paid-on", "2026-11-22", "--province", "38", "--lang", "en"})
                .out.find("An act of the test"),
            std::string::npos);
  const Outcome rows = run({"batch", "-", "--law", law}, "paid_on,income,province\n2026-11-22,1500000,38\n");
  EXPECT_EQ(rows.exit_code, 0);
  EXPECT_NE(rows.out.find("ok,330000,66000,99000,99000,0,0,165000,1,1,"), std::string::npos) << rows.out;
  const Outcome refund =
      run({"refund", "--law", law, "--paid-on", "2026-08-01", "--income", "1500000", "--term", "12", "--province", "38",
           "--remaining", "5", "--on", "2027-03-15", "--reason", "compulsory", "--format", "json"});
  EXPECT_EQ(refund.exit_code, 0);
  EXPECT_EQ(number_at(parsed(refund.out), "province_top_up"), 495'000);
}

TEST_F(LawFiles, ApplyInTheOrderGiven) {
  const std::string thirty = file("30.json", programme("0.30"));
  const std::string ten = file("10.json", programme("0.10"));
  EXPECT_EQ(number_at(parsed(run(assess_in_38({"--law", thirty, "--law", ten})).out), "province_top_up"), 33'000);
  EXPECT_EQ(number_at(parsed(run(assess_in_38({"--law", ten, "--law", thirty})).out), "province_top_up"), 99'000);
}

TEST_F(LawFiles, ThePrintedBookReadBackIsTheSameLaw) {
  const std::string book = file("book.json", run({"law", "--format", "json"}).out);
  EXPECT_EQ(run({"version", "--law", book}).out, run({"version"}).out);
  EXPECT_EQ(run({"law", "--format", "json", "--law", book}).out, file_bytes(book));
}

TEST_F(LawFiles, AnUnreadableFileEndsWith2AndNothingIsWritten) {
  const std::string wrong = file("wrong.json", "{\n  \"programmes\": [{\"id\": 7}]\n}");
  const std::string output = folder_.path("out.csv"), totals = folder_.path("totals.json");
  const std::vector<std::vector<std::string>> commands{assess_in_38({}),
                                                       {"refund", "--paid-on", "2026-08-01", "--income", "1500000",
                                                        "--remaining", "1", "--on", "2026-08-15", "--reason", "death"},
                                                       {"table", "--paid-on", "2026-11-22"},
                                                       {"law"},
                                                       {"law", "--open"},
                                                       {"version"},
                                                       {"batch", "-", "-o", output, "--totals", totals}};
  for (auto command : commands) {
    command.insert(command.end(), {"--law", wrong, "--lang", "en"});
    const Outcome done = run(command, "paid_on,income\n2026-11-22,1500000\n");
    EXPECT_EQ(done.exit_code, 2) << command.front();
    EXPECT_EQ(done.out, "");
    EXPECT_NE(done.err.find(wrong + ":2:18: programmes[0].territory: "), std::string::npos) << done.err;
    EXPECT_FALSE(exists(output));
    EXPECT_FALSE(exists(output + ".part"));
    EXPECT_FALSE(exists(totals));
  }
  const std::string missing = folder_.path("no such file.json");
  const Outcome none = run(assess_in_38({"--law", missing}));
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_EQ(none.out, "");
  EXPECT_NE(none.err.find(missing), std::string::npos);
  EXPECT_EQ(run(assess_in_38({"--law", folder_.path("")})).exit_code, 2);  // a folder
  EXPECT_EQ(run(assess_in_38({"--law", "/dev/zero"})).exit_code, 2);
}

TEST_F(LawFiles, AMessageIsOneLineInEitherLanguage) {
  const std::string wrong = file("wrong.json", "{\"layers\":[\"\\u001b[31m\\u202e\"],\n\"x\\u0007y\":1,\n\"name\":\"" +
                                                   std::string(1'000'000, 'z') + "\"}");
  for (const char* language : {"vi", "en"}) {
    const Outcome done = run(assess_in_38({"--law", wrong, "--lang", language}));
    EXPECT_EQ(done.exit_code, 2);
    const auto told = lines(done.err);
    ASSERT_EQ(told.size(), 3U) << done.err;
    EXPECT_TRUE(told[0].starts_with(wrong + ":1:12: layers[0]: "));
    EXPECT_TRUE(told[1].starts_with(wrong + ":2:1: x\uFFFDy: "));
    EXPECT_TRUE(told[2].starts_with(wrong + ":3:8: name: "));
    for (const std::string& line : told) EXPECT_LT(line.size(), 600U);
    for (const char* control : {"\x1b", "\x07", "\u202e"}) EXPECT_EQ(done.err.find(control), std::string::npos);
  }
}

}  // namespace
}  // namespace program_test
