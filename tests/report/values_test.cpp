// Amounts, days, rates, terms and citations as they are printed.
#include <gtest/gtest.h>

#include "cases.hpp"

namespace ansinh::test {
namespace {

TEST(Values, AmountsAreInGroupsOfThree) {
  EXPECT_EQ(printed(Money{}), "0 đ");
  EXPECT_EQ(printed(999_dong), "999 đ");
  EXPECT_EQ(printed(1'000_dong), "1.000 đ");
  EXPECT_EQ(printed(1'500'000_dong), "1.500.000 đ");
  EXPECT_EQ(printed(-12'345_dong), "-12.345 đ");
  EXPECT_EQ(printed(-123_dong), "-123 đ");
  EXPECT_EQ(printed(1'000'000'000'000'000'000_dong), "1.000.000.000.000.000.000 đ");
}

TEST(Values, DaysAndMonths) {
  EXPECT_EQ(printed(Day{2026, 11, 22}, Language::vi), "22/11/2026");
  EXPECT_EQ(printed(Day{2026, 2, 3}, Language::vi), "03/02/2026");
  EXPECT_EQ(printed(Day{2026, 2, 3}, Language::en), "2026-02-03");
  EXPECT_EQ(printed(Month{2026, 1}, Language::vi), "01/2026");
  EXPECT_EQ(printed(Month{2026, 1}, Language::en), "2026-01");
}

TEST(Values, RatesAreExactPercentages) {
  EXPECT_EQ(printed("0.22"_rate, Language::vi), "22%");
  EXPECT_EQ(printed("0.5"_rate, Language::en), "50%");
  EXPECT_EQ(printed("1"_rate, Language::en), "100%");
  EXPECT_EQ(printed("0"_rate, Language::en), "0%");
  EXPECT_EQ(printed("0.0031"_rate, Language::vi), "0,31%");
  EXPECT_EQ(printed("0.0031"_rate, Language::en), "0.31%");
  EXPECT_EQ(printed("0.00826"_rate, Language::en), "0.826%");
  EXPECT_EQ(printed("0.125"_rate, Language::vi), "12,5%");
  EXPECT_EQ(printed("0.000000001"_rate, Language::en), "0.0000001%");
}

TEST(Values, Terms) {
  EXPECT_EQ(printed(1_months, Language::en), "1 month");
  EXPECT_EQ(printed(12_months, Language::vi), "12 tháng");
  EXPECT_EQ(printed(*Term::years_ahead(2), Language::vi), "2 năm về sau (VS2)");
  EXPECT_EQ(printed(*Term::missing_months(61), Language::en), "61 missing months (TH61)");
  EXPECT_EQ(printed(*Term::late(3), Language::vi), "đóng bù kỳ 3 tháng (DB3)");
}

TEST(Values, Groups) {
  const LawBook& book = LawBook::built_in();
  EXPECT_EQ(printed(book, GroupSet{}, Language::vi), "đối tượng khác");
  EXPECT_EQ(printed(book, Group::near_poor, Language::vi), "hộ cận nghèo");
  EXPECT_EQ(printed(book, {Group::poor, Group::ethnic_minority}, Language::vi), "hộ nghèo, người dân tộc thiểu số");
  EXPECT_EQ(printed(book, GroupSet::from_bits(1U << 12U), Language::en), "a group without a name (number 12)");
}

struct Cited {
  Citation citation;
  std::string vi;
};

TEST(Values, CitationsInVietnamese) {
  const std::vector<Cited> cases{
      {{"Law 41/2024/QH15", "art. 31(2)"}, "Luật 41/2024/QH15, Điều 31 khoản 2"},
      {{"Decree 159/2025/NĐ-CP", "art. 5(1)"}, "Nghị định 159/2025/NĐ-CP, Điều 5 khoản 1"},
      {{"Decree 134/2015/NĐ-CP", "art. 9(1)(e)"}, "Nghị định 134/2015/NĐ-CP, Điều 9 khoản 1 điểm e"},
      {{"Decree 134/2015/NĐ-CP", "art. 9, 12(3)"}, "Nghị định 134/2015/NĐ-CP, Điều 9, Điều 12 khoản 3"},
      {{"Decree 159/2025/NĐ-CP", "art. 6 and 7"}, "Nghị định 159/2025/NĐ-CP, Điều 6 và Điều 7"},
      {{"Decision 595/QĐ-BHXH (2017)", "example 8"}, "Quyết định 595/QĐ-BHXH (2017), ví dụ 8"},
      {{"Circular 11/2025/TT-BNV", ""}, "Thông tư 11/2025/TT-BNV"},
      {{"Letters 151/BHXH-ĐTQ and 59/TB-BHXH", ""}, "Công văn 151/BHXH-ĐTQ và 59/TB-BHXH"},
      {{"VSS letter 1819/BHXH-QLT 2026", ""}, "Công văn của BHXH Việt Nam 1819/BHXH-QLT 2026"},
      {{"Resolution 19/2025/NQ-HĐND of the Hà Nội People's Council", ""}, "Nghị quyết 19/2025/NQ-HĐND của HĐND Hà Nội"},
      {{"Resolution of the Hà Nội People's Council of 2022 (number not confirmed)", ""},
       "Nghị quyết của HĐND Hà Nội, năm 2022 (số hiệu chưa xác nhận)"},
      {{"Decree on the base salary from 2016-05-01", "number not confirmed"},
       "Nghị định về mức lương cơ sở, từ ngày 01/05/2016, số hiệu chưa xác nhận"},
      {{"", "art. 3"}, "Điều 3"},
      {{"", ""}, ""},
  };
  for (const Cited& c : cases) EXPECT_EQ(printed(c.citation, Language::vi), c.vi);
}

TEST(Values, CitationsInEnglishStayAsTheyAre) {
  EXPECT_EQ(printed(Citation{"Decree 159/2025/NĐ-CP", "art. 5(1)"}, Language::en), "Decree 159/2025/NĐ-CP, art. 5(1)");
}

TEST(Values, WhatIsNotRecognisedIsKept) {
  for (const Citation& citation :
       {Citation{"Nghị quyết 12/2027/NQ-HĐND", "Điều 2 khoản 1"}, Citation{"Lawton and Decree", "art. x(1"},
        Citation{"Resolution {} of the {}", "art. (1)"}, Citation{"Decree ", "art."}}) {
    EXPECT_EQ(printed(citation, Language::vi), citation.instrument + ", " + citation.provision);
  }
}

// Every citation of the built-in book reads as Vietnamese: none of its English words is left.
TEST(Values, NoEnglishIsLeftInTheBookInVietnamese) {
  const LawBook& book = LawBook::built_in();
  std::vector<const Citation*> citations;
  for (const LawRow& row : book.rows()) citations.push_back(&row.citation);
  for (const Programme& programme : book.programmes()) citations.push_back(&programme.citation);
  for (const Record& record : book.records()) citations.push_back(&record.citation);
  ASSERT_GT(citations.size(), 50U);
  for (const Citation* citation : citations) {
    const std::string text = " " + printed(*citation, Language::vi) + " ";
    for (const char* english : {" the ",  " of ",    " not ",  " and ",     " on ",     " in ",       " from ",
                                " no ",   "art.",    "Decree", "Law ",      "Decision", "Resolution", "resolution",
                                "Report", "Article", "seen",   "confirmed", "former",   "Letter"}) {
      EXPECT_EQ(text.find(english), std::string::npos) << text << " still says " << english;
    }
  }
}

}  // namespace
}  // namespace ansinh::test
