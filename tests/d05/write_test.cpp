// A list of participants becomes a D05-TS.
#include <gtest/gtest.h>

#include "ansinh/d05.hpp"
#include "d05_list.hpp"

namespace d05 {
namespace {

using ansinh::BatchOptions;
using Write = BatchOptions::Write;

run::Outcome written(const std::string& list, Write write = Write::d05) {
  BatchOptions options;
  options.write = write;
  return run::list(list, options);
}

const std::string people =
    "id,name,participant_number,birth_date,result_form,kind,note,paid_on,first_month,income,term,groups,province,"
    "months_supported,other_support\n"
    "a,\"Lò \"\"Chi\"\"; An\",0123456789,02/09/1985,điện tử,Đóng tiếp,ghi chú,22/11/2026,12/2026,1.500.000,3,near_poor,"
    "22,12,50000\n"
    "b,,,,,,,2026-11-22,,1400000,,,,,\n"
    "c,,,,,,,2026-11-22,,1500000,,,,120,\n";

TEST(Write, TheFormWithTheColumnsThatItHasNot) {
  const run::Outcome done = written(people);
  EXPECT_TRUE(done.header.starts_with("\xEF\xBB\xBFMẫu D05-TS (Quyết định 366/QĐ-BHXH ngày 29/4/2026);"));
  EXPECT_TRUE(done.header.ends_with(
      "\r\nA;B;1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;paid_on;term;fund_return_rate;groups;province;former_province;"
      "locality;months_supported;local_months_used;th_support\r\n"));
  // 990,000 = State 396,000 + province 297,000 (30 %) + other 50,000 + 247,000. The refused row is left out, and the
  // numbers go on.
  EXPECT_EQ(
      done.rows,
      "1;\"Lò \"\"Chi\"\"; An\";0123456789;02/09/1985;12/2026;3;1500000;990000;247000;40;30;297000;;50000;điện tử;"
      "Đóng tiếp;ghi chú;22/11/2026;3;;near_poor;22;;;12;;\r\n"
      "2;;;;11/2026;1;1500000;330000;330000;0;;0;;;;;;2026-11-22;;;;;;;120;;\r\n");
  EXPECT_EQ(done.footer, ";Cộng;;;;;;1320000;577000;;;297000;;50000;;;;;;;;;;;;;\r\n");
  EXPECT_EQ(done.row_count, 3U);
  ASSERT_EQ(done.refusals.size(), 1U);
  EXPECT_EQ(done.refusals[0].id, "b");
}

TEST(Write, TheFormAlone) {
  const run::Outcome done = written(people, Write::d05_form_only);
  EXPECT_TRUE(done.header.ends_with("\r\nA;B;1;2;3;4;5;6;7;8;9;10;11;12;13;14;15\r\n"));
  EXPECT_EQ(done.footer, ";Cộng;;;;;;1320000;577000;;;297000;;50000;;;\r\n");
  std::string_view rows = done.rows;
  std::vector<std::string> cells;
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(ansinh::take_row(rows, ansinh::d05_delimiter, cells));
    EXPECT_EQ(cells.size(), ansinh::d05_columns);
  }
  EXPECT_FALSE(ansinh::take_row(rows, ansinh::d05_delimiter, cells));
}

TEST(Write, WhatIsUnknownIsNotWrittenAsNothing) {
  const std::string list = "paid_on,income,province\n2026-11-22,1500000,66\n2026-11-22,1500000,01\n";
  const run::Outcome done = written(list, Write::d05_form_only);
  std::string_view rows = done.rows;
  std::vector<std::string> cells;
  ASSERT_TRUE(ansinh::take_row(rows, ansinh::d05_delimiter, cells));
  EXPECT_EQ(cells[11], "");
  ASSERT_TRUE(ansinh::take_row(rows, ansinh::d05_delimiter, cells));
  EXPECT_EQ(cells[10], "10");
  EXPECT_EQ(cells[11], "33000");
}

TEST(Write, AListInTheFormBecomesOneInTheNewForm) {
  const std::string old =
      head_2023() +
      row({"1",       "Lò Thị Chi", "7900000001", "001085000001", "Thôn 1", "22/11/2024", "0001", "1.500.000", "3",
           "11/2024", "",           "",           "25",           "",       "",           "",     "",          "",
           "NV01",    "ghi chú"});
  EXPECT_EQ(written(old).rows,
            "1;Lò Thị Chi;7900000001;;11/2024;3;1500000;990000;742500;25;;0;;;;;ghi chú;22/11/2024;3;;near_poor;;;;0;;"
            "\r\n");
}

TEST(Write, ANumberOfAParticipantIsCheckedHereToo) {
  const run::Outcome done = written("paid_on,income,participant_number\n2026-11-22,1500000,123\n");
  ASSERT_EQ(done.refusals.size(), 1U);
  EXPECT_EQ(done.refusals[0].hint, ansinh::Hint::lost_leading_zeros);
  EXPECT_EQ(done.refusals[0].column, 3U);
}

}  // namespace
}  // namespace d05
