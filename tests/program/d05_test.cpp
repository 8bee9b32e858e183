// `ansinh batch` on the official list D05-TS: checked, settled, written.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "json.hpp"
#include "runner.hpp"

namespace program_test {
namespace {

const std::string number_row = "A;B;1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;paid_on;province;collector;commune\r\n";
const std::string head = "\xEF\xBB\xBFMẫu D05-TS;;;;;;;;;;;;;;;;;;;;\r\n" + number_row;
const std::string right_row =
    "1;Lò Thị Chi;7900000001;;11/2026;1;1.500.000;330.000;99.000;40;30;99.000;;;;TM;;22/11/2026;22;NV01;00070\r\n";
const std::string wrong_row =
    "2;Lò Thị Chi;7900000002;;11/2026;1;1.500.000;330.000;132.000;40;30;99.000;;;;DT;;22/11/2026;22;NV01;00070\r\n";
const std::string refused_row =
    "3;Lò Thị Chi;790000003;;11/2026;1;1.500.000;330.000;99.000;40;30;99.000;;;;TM;;22/11/2026;22;NV01;00070\r\n";
const std::string people =
    "name,paid_on,income,groups,province,participant_number\n"
    "Lò Thị Chi,2026-11-22,1500000,near_poor,22,0123456789\n"
    "\"=1+1\",2026-11-22,2000000,,22,\n";

std::string text_between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  if (begin == std::string::npos) return {};
  return text.substr(begin + from.size(), text.find(to, begin + from.size()) - begin - from.size());
}

TEST(D05, DisagreementsAreCountedAndEndWith0) {
  const Folder folder;
  const Outcome done =
      run({"batch", "-", "--lang", "en", "--totals", folder.path("t.json")}, head + right_row + wrong_row);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  const std::vector<std::string> rows = lines(done.out);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].substr(0, 12), "d05_A;d05_B;");
  EXPECT_TRUE(rows[1].ends_with(";;ok")) << rows[1];
  EXPECT_TRUE(rows[2].ends_with(";participant_share: 132000 ≠ 99000")) << rows[2];
  EXPECT_NE(done.err.find("Compared with the law: 1 row states something else\n"
                          "  participant_share: 1 row, stated less right +33.000 đ\n"),
            std::string::npos)
      << done.err;
  const auto totals = parsed(file_bytes(folder.path("t.json")));
  EXPECT_EQ(number_at(totals, "check_disagreements"), 1);
  EXPECT_EQ(text_at(at(at(totals, "check"), "participant_share"), "difference"), "33000");
}

TEST(D05, ARefusalNamesRowLineAndColumn) {
  const Folder folder;
  const Outcome done =
      run({"batch", "-", "--lang", "en", "--refusals", folder.path("r")}, head + right_row + refused_row);
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_EQ(lines(done.err)[0].substr(0, 54), "row 2 (file: 4, column 3), id 790000003: invalid_argum");
  const auto refusal = parsed(lines(file_bytes(folder.path("r")))[0]);
  EXPECT_EQ(number_at(refusal, "line"), 4);
  EXPECT_EQ(number_at(refusal, "column"), 3);
  EXPECT_EQ(text_at(refusal, "field"), "participant_number");
}

TEST(D05, AParticipantListedTwiceIsAWarning) {
  const Outcome done = run({"batch", "-", "--lang", "en"}, head + right_row + wrong_row + right_row);
  EXPECT_EQ(done.exit_code, 0);
  EXPECT_EQ(lines(done.err)[0],
            "row 3 (file: 5, column 3): warning: participant 7900000001 is listed for the same month 2026-11 in row 1 "
            "(file: 3)");
  const Outcome json = run({"batch", "-", "--format", "json"}, head + right_row + right_row);
  const auto warning = parsed(lines(json.err)[0]);
  EXPECT_EQ(text_at(warning, "warning"), "listed_twice");
  EXPECT_EQ(number_at(warning, "row"), 2);
  EXPECT_EQ(number_at(warning, "column"), 3);
  EXPECT_EQ(number_at(warning, "first_line"), 3);
}

TEST(D05, LocalMoneyWithoutAPlaceIsHintedAtOnce) {
  std::string placeless;
  for (int i = 0; i < 1300; ++i) {
    placeless += "1;Lò Thị Chi;;;11/2026;1;1.500.000;330.000;99.000;40;30;99.000;;;;TM;;22/11/2026;;NV01;00070\r\n";
  }
  const std::string list = head + right_row + placeless;
  const Outcome vi = run({"batch", "-", "--jobs", "2"}, list);
  EXPECT_EQ(vi.exit_code, 0) << vi.err;
  EXPECT_TRUE(lines(vi.out)[1].ends_with(";;ok")) << lines(vi.out)[1];
  EXPECT_TRUE(
      lines(vi.out)[2].ends_with(";\"local_rate: 30 ≠ 0; local_top_up: 99000 ≠ 0; "
                                 "participant_share: 99000 ≠ 198000\""))
      << lines(vi.out)[2];
  EXPECT_EQ(lines(vi.err)[0],
            "cảnh báo: 1.300 dòng ghi tiền địa phương hỗ trợ mà không khai nơi cư trú, nên đối chiếu với 0; khai bằng "
            "--province (hoặc --former-province, --locality) hay bằng cột province, former_province, locality");
  const Outcome en = run({"batch", "-", "--lang", "en"}, head + placeless.substr(0, placeless.find('\n') + 1));
  EXPECT_EQ(lines(en.err)[0],
            "warning: 1 row states local money but has no place, so it is compared with 0; give --province (or "
            "--former-province, --locality), or a column province, former_province or locality");
  const Outcome json = run({"batch", "-", "--format", "json"}, list);
  const auto warning = parsed(lines(json.err)[0]);
  EXPECT_EQ(text_at(warning, "warning"), "local_without_place");
  EXPECT_EQ(number_at(warning, "rows"), 1300);
  const Outcome placed = run({"batch", "-", "--province", "22"}, list);
  EXPECT_EQ(placed.err.find("cảnh báo"), std::string::npos) << placed.err;
}

TEST(D05, TheSameOnAnyNumberOfThreads) {
  std::string list = head;
  for (int i = 0; i < 3000; ++i) list += i % 100 == 7 ? refused_row : i % 10 == 3 ? wrong_row : right_row;
  const Outcome one = run({"batch", "-", "--jobs", "1"}, list);
  const Outcome four = run({"batch", "-", "--jobs", "4"}, list);
  EXPECT_EQ(one.exit_code, 3);
  EXPECT_EQ(one.out, four.out);
  EXPECT_EQ(one.err, four.err);
}

TEST(D05, AFaultOfTheNumberRowEndsWith2) {
  struct Case {
    std::string list, said;
  };
  std::string merged = head;
  merged.replace(merged.find(";5;6"), 4, ";5;");
  std::string moved = head;
  moved.replace(moved.find(";5;6"), 4, ";6;5");
  const std::vector<Case> cases{
      {merged, ": 6 (line 2) (column 8)"},
      {moved, ": 5 (line 2) (column 7)"},
      {"Mẫu D05-TS\r\n" + right_row, "number row (A, B, 1, 2 ...) (line 2)"},
      {"D05-TS\nA;B;C;1;2;3;4;5;6;7\n", "(2017)"},
  };
  for (const Case& c : cases) {
    for (const char* language : {"vi", "en"}) {
      const Folder folder;
      const Outcome done = run({"batch", "-", "-o", folder.path("out"), "--lang", language}, c.list);
      EXPECT_EQ(done.exit_code, 2) << done.err;
      const bool english = std::string{language} == "en";
      EXPECT_TRUE(!english || done.err.find(c.said) != std::string::npos) << done.err;
      EXPECT_FALSE(exists(folder.path("out")) || exists(folder.path("out.part")));
    }
  }
}

TEST(D05, SettlementByCollectorCommuneGroupAndKind) {
  const Folder folder;
  const Outcome done =
      run({"batch", "-", "--settlement", folder.path("s.json"), "--commission-first", "5", "--commission-continued",
           "2,5", "--organisation", "3456789000", "--collector", "NV99", "--commune", "00001"},
          head + right_row + wrong_row + refused_row);
  EXPECT_EQ(done.exit_code, 3) << done.err;
  EXPECT_FALSE(exists(folder.path("s.json.part")));
  const auto settlement = parsed(file_bytes(folder.path("s.json")));
  const auto& d11 = at(settlement, "d11")[0];
  // What the list gives wins over the options. Commission is of what the law makes the participant pay: 99,000.
  EXPECT_EQ(text_at(d11, "organisation"), "3456789000");
  EXPECT_EQ(text_at(d11, "collector"), "NV01");
  EXPECT_EQ(text_at(at(d11, "first_time"), "commission"), "4950");
  EXPECT_EQ(text_at(at(d11, "continued"), "commission"), "2475");
  EXPECT_EQ(text_at(d11, "commission"), "7425");
  const auto& b09a = at(settlement, "b09a")[0];
  EXPECT_EQ(text_at(b09a, "commune"), "00070");
  EXPECT_EQ(text_at(b09a, "group"), "near_poor");
  EXPECT_EQ(number_at(b09a, "participants"), 2);
  EXPECT_EQ(text_at(b09a, "central_support"), "264000");
}

TEST(D05, APlainListIsSettledToo) {
  const Folder folder;
  const std::string list =
      "paid_on,income,kind,commune,participant_number\n2026-11-22,1500000,TM,00070,0123456789\n"
      "2026-11-22,1500000,TM,00070,12345\n";
  const Outcome plain =
      run({"batch", "-"}, "paid_on,income,kind,commune,participant_number\n2026-11-22,1500000,TM,00070,0123456789\n");
  const Outcome done = run({"batch", "-", "--settlement", folder.path("s.json"), "--commission-first", "10"}, list);
  EXPECT_EQ(done.exit_code, 3);
  // Rows and columns as without the settlement; only the participant's number is looked at besides.
  EXPECT_EQ(lines(done.out)[1], lines(plain.out)[1]);
  const auto settlement = parsed(file_bytes(folder.path("s.json")));
  EXPECT_EQ(text_at(at(settlement, "d11")[0], "commission"), "26400");
  EXPECT_EQ(text_at(at(settlement, "b09a")[0], "central_support"), "66000");
}

TEST(D05, UsageOfItsOptions) {
  const Folder folder;
  const std::string out = folder.path("s.json");
  EXPECT_EQ(run({"batch", "-", "--settlement", out, "--commission-first", "five"}, head).exit_code, 2);
  EXPECT_EQ(run({"batch", "-", "--settlement", out, "--commission-continued", "101"}, head).exit_code, 2);
  EXPECT_FALSE(exists(out) || exists(out + ".part"));
  EXPECT_EQ(run({"batch", "-", "--commission-first", "5"}, head).exit_code, 2);
  EXPECT_EQ(run({"batch", "-", "--form-only"}, head).exit_code, 2);
  EXPECT_EQ(run({"batch", "-", "--to", "d04"}, head).exit_code, 2);
  EXPECT_EQ(run({"batch", "-", "--to", "d05", "-o", folder.path("no such folder/a.xlsx")}, people).exit_code, 2);
}

TEST(D05, WritesAListThatIsFoundRight) {
  const Outcome written = run({"batch", "-", "--to", "d05"}, people);
  EXPECT_EQ(written.exit_code, 0);
  EXPECT_NE(written.out.find("1;Lò Thị Chi;0123456789;;11/2026;1;1500000;330000;99000;40;30;99000;;;;;;2026-11-22;;;"
                             "near_poor;22;;;0;;\r\n"),
            std::string::npos)
      << written.out;
  EXPECT_TRUE(written.out.ends_with(";Cộng;;;;;;770000;407000;;;165000;;0;;;;;;;;;;;;;\r\n")) << written.out;
  const Outcome read = run({"batch", "-"}, written.out);
  EXPECT_EQ(read.exit_code, 0);
  for (std::size_t i = 1; i < lines(read.out).size(); ++i) {
    EXPECT_TRUE(lines(read.out)[i].ends_with(";ok")) << lines(read.out)[i];
  }
  // Numbers go on from block to block.
  std::string many = "paid_on,income\n";
  for (int i = 0; i < 20'000; ++i) many += "2026-11-22,1500000\n";
  const Outcome blocks = run({"batch", "-", "--to", "d05", "--form-only", "--jobs", "3"}, many);
  EXPECT_NE(blocks.out.find("\n20000;"), std::string::npos);
  EXPECT_EQ(lines(blocks.out).size(), 7U + 20'000U + 1U);
}

TEST(D05, TheWorkbookHoldsNumbersAsNumbers) {
  const Folder folder;
  const Outcome done = run({"batch", "-", "--to", "d05", "-o", folder.path("list.xlsx")}, people);
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(done.out, "");
  EXPECT_FALSE(exists(folder.path("list.xlsx.part")));
  Launch unpack;
  unpack.program = CMAKE;
  unpack.arguments = {"-E", "tar", "xf", "list.xlsx"};
  unpack.directory = folder.path("");
  ASSERT_EQ(run(unpack).exit_code, 0);
  const std::string sheet = file_bytes(folder.path("xl/worksheets/sheet1.xml"));
  // Rows 1-4 title, 5 and 6 headings, 7 numbers, 8 and 9 participants, 10 the sum.
  const auto cell = [&](const std::string& place) { return text_between(sheet, "<c r=\"" + place + "\"", "</c>"); };
  EXPECT_NE(cell("I8").find("<v>99000</v>"), std::string::npos) << cell("I8");
  EXPECT_EQ(cell("I8").find("t="), std::string::npos);
  EXPECT_NE(cell("J8").find("<v>40</v>"), std::string::npos);
  EXPECT_NE(cell("H10").find("<v>770000</v>"), std::string::npos);
  // Numbers of participants and codes keep their zeros, and a name is no formula.
  EXPECT_NE(cell("C8").find("inlineStr"), std::string::npos);
  EXPECT_NE(cell("C8").find("0123456789"), std::string::npos);
  EXPECT_NE(cell("B9").find("inlineStr"), std::string::npos);
  EXPECT_NE(cell("B9").find("=1+1"), std::string::npos);
  EXPECT_NE(cell("G5").find("Mức thu nhập tháng đóng BHXH"), std::string::npos);
  EXPECT_NE(sheet.find("<mergeCell ref=\"J5:N5\"/>"), std::string::npos);
  EXPECT_NE(cell("R7").find("paid_on"), std::string::npos);
}

}  // namespace
}  // namespace program_test
