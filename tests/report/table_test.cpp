// The contribution table: every cell, in every format, is what `assess` answers.
#include <gtest/gtest.h>

#include "cases.hpp"

namespace ansinh::test {
namespace {

struct Group5 {
  std::string name;
  GroupSet groups;
};
const std::vector<Group5> groups{{"poor", Group::poor},
                                 {"island", Group::island},
                                 {"near_poor", Group::near_poor},
                                 {"ethnic_minority", Group::ethnic_minority},
                                 {"other", GroupSet{}}};

struct Case {
  std::string what;
  TableRequest request;
  std::vector<std::string> terms;
};

std::vector<Case> cases() {
  TableRequest hanoi{Day{2026, 11, 22}, {}, 0};
  hanoi.place.province = ProvinceCode::from_number(1);
  TableRequest khanh_hoa{Day{2026, 11, 22}, {}, 115};
  khanh_hoa.place.province = ProvinceCode::from_number(56);
  TableRequest long_bien{Day{2025, 8, 1}, {}, 0};
  long_bien.place.province = ProvinceCode::from_number(1);
  long_bien.place.locality = LocalityCode::from_text("004");
  TableRequest given_return{Day{2024, 11, 22}, {}, 0};
  given_return.fund_return_rate = Rate::from_text("0.00628");
  TableRequest settled = hanoi;
  settled.settled_only = true;
  const std::vector<std::string> ordinary{"1", "3", "6", "12"};
  const std::vector<std::string> all{"1", "3", "6", "12", "VS2", "VS3", "VS4", "VS5"};
  return {{"no place", {Day{2024, 11, 22}, {}, 0}, ordinary},
          {"before 2016", {Day{2015, 3, 1}, {}, 0}, {"1", "3", "6"}},
          {"Ha Noi", hanoi, all},
          {"Khanh Hoa, months run out", khanh_hoa, all},
          {"Long Bien, cut", long_bien, ordinary},
          {"return given", given_return, all},
          {"only what is settled", settled, ordinary}};
}

Request payment(const TableRequest& table, Money income, Term term, GroupSet group) {
  Request request;
  request.paid_on = table.paid_on;
  request.place = table.place;
  request.months_supported = table.months_supported;
  request.fund_return_rate = table.fund_return_rate;
  request.income = income;
  request.term = term;
  request.groups = group;
  return request;
}

std::string printed_table(const TableRequest& request, Format format, Language language) {
  const auto table = contribution_table(built_in_rules(), request, format, language);
  EXPECT_TRUE(table.ok());
  return table.ok() ? *table : std::string{};
}

std::string flag_names(Flags flags) {
  std::string names;
  for (const Flag flag : all_flags) {
    if (!flags.has(flag)) continue;
    if (!names.empty()) names += '|';
    names += name(flag);
  }
  return names;
}

TEST(Table, CsvHoldsEveryCell) {
  for (const Case& c : cases()) {
    SCOPED_TRACE(c.what);
    const auto lines = lines_of(printed_table(c.request, Format::csv, Language::vi));
    const auto brackets = income_brackets(LawBook::built_in(), c.request.paid_on);
    ASSERT_TRUE(brackets.ok());
    ASSERT_EQ(lines.size(), 1 + c.terms.size() * static_cast<std::size_t>(brackets->count) * groups.size());
    ASSERT_EQ(lines[0],
              "paid_on,term,level,income,group,contribution,central_support,local_top_up,province_top_up,"
              "locality_top_up,other_support,participant_share,months,supported_months,flags");
    std::size_t line = 1;
    for (const std::string& term_text : c.terms) {
      const Term term = *Term::from_text(term_text);
      for (int m = 0; m < brackets->count; ++m) {
        for (const Group5& group : groups) {
          const auto answer = assess(built_in_rules(), payment(c.request, brackets->level(m), term, group.groups));
          ASSERT_TRUE(answer.ok());
          std::string row = c.request.paid_on.text() + "," + term_text + "," + std::to_string(m) + "," +
                            std::to_string(brackets->level(m).dong()) + "," + group.name;
          for (const Money amount :
               {answer->contribution, answer->central_support, answer->local_top_up, answer->province_top_up,
                answer->locality_top_up, answer->other_support, answer->participant_share}) {
            row += "," + std::to_string(amount.dong());
          }
          row += "," + std::to_string(answer->months) + "," + std::to_string(answer->supported_months) + "," +
                 flag_names(answer->flags);
          ASSERT_EQ(lines[line++], row);
        }
      }
    }
  }
}

TEST(Table, JsonHoldsTheSameCells) {
  const std::vector<Case> all = cases();
  for (const Case& c : {all[1], all[4]}) {
    SCOPED_TRACE(c.what);
    const auto table = parsed(printed_table(c.request, Format::json, Language::en));
    ASSERT_TRUE(table.IsObject());
    EXPECT_EQ(string_at(table, "paid_on"), c.request.paid_on.text());
    EXPECT_EQ(string_at(table, "law_digest"), LawBook::built_in().digest());
    EXPECT_FALSE(table["sources"].GetArray().Empty());
    const auto brackets = income_brackets(LawBook::built_in(), c.request.paid_on);
    EXPECT_EQ(table["floor"].GetInt64(), brackets->floor.dong());
    EXPECT_EQ(table["ceiling"].GetInt64(), brackets->ceiling.dong());
    const auto lines = lines_of(printed_table(c.request, Format::csv, Language::en));
    ASSERT_EQ(table["rows"].Size() + 1, lines.size());
    const auto header = cells_of(lines[0]);
    for (rapidjson::SizeType i = 0; i < table["rows"].Size(); i += 97) {
      const auto& row = table["rows"][i];
      const auto cells = cells_of(lines[i + 1]);
      for (std::size_t column = 1; column < header.size(); ++column) {
        const auto& value = row[header[column].c_str()];
        if (value.IsString()) {
          EXPECT_EQ(std::string{value.GetString()}, cells[column]);
        } else if (value.IsArray()) {
          std::string flags;
          for (const auto& flag : value.GetArray()) {
            flags += flags.empty() ? "" : "|";
            flags += flag.GetString();
          }
          EXPECT_EQ(flags, cells[column]);
        } else {
          EXPECT_EQ(std::to_string(value.GetInt64()), cells[column]);
        }
      }
    }
  }
}

// The numbers of a line of the text table.
std::vector<std::int64_t> amounts_of(const std::string& line) {
  std::vector<std::int64_t> amounts;
  std::string digits;
  for (const char c : line + " ") {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c == ' ') {
      if (!digits.empty()) amounts.push_back(std::stoll(digits));
      digits.clear();
    } else if (c != '.') {
      return {};
    }
  }
  return amounts;
}

TEST(Table, TextFitsAHundredColumnsAndHoldsEveryShare) {
  for (const Case& c : cases()) {
    for (const Language language : both_languages) {
      SCOPED_TRACE(c.what);
      const auto brackets = income_brackets(LawBook::built_in(), c.request.paid_on);
      std::vector<std::vector<std::int64_t>> expected;
      for (const std::string& term_text : c.terms) {
        for (int m = 0; m < brackets->count; ++m) {
          std::vector<std::int64_t> row{brackets->level(m).dong()};
          for (const Group5& group : groups) {
            const auto answer = assess(
                built_in_rules(), payment(c.request, brackets->level(m), *Term::from_text(term_text), group.groups));
            if (row.size() == 1) row.push_back(answer->contribution.dong());
            row.push_back(answer->participant_share.dong());
          }
          expected.push_back(row);
        }
      }
      std::vector<std::vector<std::int64_t>> found;
      for (const std::string& line : lines_of(printed_table(c.request, Format::text, language))) {
        ASSERT_LE(characters(line), 100U) << line;
        if (auto row = amounts_of(line); row.size() == 7) found.push_back(row);
      }
      EXPECT_EQ(found, expected);
    }
  }
}

TEST(Table, HeadOfTheTextTable) {
  const std::string text = printed_table(cases()[2].request, Format::text, Language::vi);
  EXPECT_EQ(text.substr(0, text.find("\n    1.550.000")), R"(BẢNG MỨC ĐÓNG BẢO HIỂM XÃ HỘI TỰ NGUYỆN
Ngày đóng: 22/11/2026.
Nơi cư trú: Hà Nội (mã 01).
Mức thu nhập từ 1.500.000 đ đến 50.600.000 đ một tháng, mỗi bậc 50.000 đ.
Đóng cho nhiều năm về sau tính theo r = 0,31% một tháng (Công văn 151/BHXH-ĐTQ và 59/TB-BHXH; theo
  tin đưa, chưa đọc văn bản, một nguồn).
Lưu ý (đóng cho nhiều năm về sau; Hộ nghèo, Hộ cận nghèo): các khoản hỗ trợ vượt mức đóng nên đã
  được giảm cho vừa mức đóng.
Lưu ý (đóng cho nhiều năm về sau): kết quả chưa chắc chắn.

KỲ ĐÓNG 1 tháng (đồng): mức đóng và số tiền người tham gia đóng
                                              Đang sinh
   Thu nhập /                               sống tại xã               Người dân tộc     Đối tượng
        tháng      Mức đóng      Hộ nghèo  đảo, đặc khu  Hộ cận nghèo      thiểu số          khác
-------------------------------------------------------------------------------------------------
Nhà nước hỗ trợ                   165.000       165.000       132.000        99.000        66.000
Địa phương hỗ trợ thêm            165.000        33.000       198.000        33.000        33.000
-------------------------------------------------------------------------------------------------
    1.500.000       330.000             0       132.000             0       198.000       231.000)");
}

TEST(Table, FlagsAreSaidOnceInTheHead) {
  const std::string khanh_hoa = printed_table(cases()[3].request, Format::text, Language::en);
  EXPECT_NE(khanh_hoa.find("\nNote: the answer is not settled.\n"), std::string::npos);
  EXPECT_NE(khanh_hoa.find("lifetime months of State support are used up"), std::string::npos);
  EXPECT_NE(khanh_hoa.find("\nMonths of State support already received: 115.\n"), std::string::npos);
  const std::string hanoi = printed_table(cases()[2].request, Format::text, Language::en);
  EXPECT_EQ(hanoi.find("\nNote:"), std::string::npos);
  EXPECT_NE(hanoi.find("\nNote (years ahead): the answer is not settled.\n"), std::string::npos);
}

TEST(Table, SaysByWhichReturnYearsAheadAreOrWhyTheyAreNot) {
  const auto all = cases();
  const auto head = [&](std::size_t i, Language language) {
    return printed_table(all[i].request, Format::text, language);
  };
  EXPECT_NE(head(0, Language::en).find("Years ahead are left out: the fund's return (r)"), std::string::npos);
  EXPECT_NE(head(0, Language::vi).find("Chưa có bảng đóng cho nhiều năm về sau"), std::string::npos);
  EXPECT_EQ(head(1, Language::en).find("ears ahead"), std::string::npos) << "there were none";
  EXPECT_NE(head(5, Language::en).find("Years ahead by r = 0.628% per month, given by the caller."), std::string::npos);
  EXPECT_NE(head(6, Language::en).find("Years ahead are left out, since they are not settled."), std::string::npos);
  EXPECT_NE(head(6, Language::vi).find("Bỏ qua bảng đóng cho nhiều năm về sau"), std::string::npos);
}

TEST(Table, HtmlIsOnePageWithLanguageDayAndSource) {
  const Case hanoi = cases()[2];
  for (const Language language : both_languages) {
    const std::string page = printed_table(hanoi.request, Format::html, language);
    EXPECT_EQ(page.find("<!DOCTYPE html>\n<html lang=\"" + std::string{name(language)} + "\">"), 0U);
    EXPECT_EQ(page.find("src="), std::string::npos);
    EXPECT_EQ(page.find("href="), std::string::npos);
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_NE(page.find("@media print"), std::string::npos);
    const std::string footer = page.substr(page.find("<footer>"));
    EXPECT_NE(footer.find(printed(Day{2026, 11, 22}, language)), std::string::npos);
    EXPECT_NE(footer.find(printed(Citation{"Decree 159/2025/NĐ-CP", "art. 5(1)"}, language)), std::string::npos);
    EXPECT_NE(footer.find(LawBook::built_in().digest()), std::string::npos);
    const auto brackets = income_brackets(LawBook::built_in(), Day{2026, 11, 22});
    for (const std::string& term : hanoi.terms) {
      for (int m = 0; m < brackets->count; m += 100) {
        std::string row = "<tr><th scope=\"row\">" + printed(brackets->level(m)) + "</th>";
        for (const Group5& group : groups) {
          const auto answer = assess(built_in_rules(),
                                     payment(hanoi.request, brackets->level(m), *Term::from_text(term), group.groups));
          if (group.name == "poor") row += "<td>" + printed(answer->contribution) + "</td>";
          row += "<td>" + printed(answer->participant_share) + "</td>";
        }
        EXPECT_NE(page.find(row + "</tr>"), std::string::npos) << row;
      }
    }
  }
}

TEST(Table, RefusesWhatAssessRefuses) {
  EXPECT_EQ(contribution_table(built_in_rules(), {Day{2007, 1, 1}, {}, 0}, Format::text, Language::vi).code(),
            Errc::day_outside_law);
  EXPECT_EQ(contribution_table(built_in_rules(), {Day{2026, 11, 22}, {}, 121}, Format::json, Language::vi).code(),
            Errc::invalid_argument);
  TableRequest elsewhere{Day{2026, 11, 22}, {}, 0};
  elsewhere.place.province = ProvinceCode::from_number(1);
  elsewhere.place.former_province = FormerProvinceCode::from_number(15);
  EXPECT_EQ(contribution_table(built_in_rules(), elsewhere, Format::csv, Language::vi).code(), Errc::invalid_argument);
}

}  // namespace
}  // namespace ansinh::test
