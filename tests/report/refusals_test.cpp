// Refusals: what each says in both languages, and its JSON.
#include <gtest/gtest.h>

#include "cases.hpp"

namespace ansinh::test {
namespace {

Fault refused(const Request& request) {
  const auto answer = assess(built_in_rules(), request);
  EXPECT_FALSE(answer.ok());
  return answer.ok() ? Fault{} : answer.fault();
}

void expect_message(const Fault& fault, std::string_view vi, std::string_view en) {
  EXPECT_EQ(fault_message(built_in_rules(), fault, Language::vi), vi);
  EXPECT_EQ(fault_message(built_in_rules(), fault, Language::en), en);
}

TEST(Refusals, IncomeBelowTheFloor) {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.income = 1'400'000_dong;
  expect_message(refused(request),
                 "Mức thu nhập 1.400.000 đ thấp hơn mức thấp nhất được chọn cho ngày đóng 22/11/2026. Được chọn từ "
                 "1.500.000 đ đến 50.600.000 đ. Căn cứ: Luật 41/2024/QH15, Điều 31 khoản 2; Nghị định "
                 "351/2025/NĐ-CP, Điều 2.",
                 "The income of 1.400.000 đ is below the lowest that may be chosen for a payment on 2026-11-22. It may "
                 "be from 1.500.000 đ to 50.600.000 đ. Source: Law 41/2024/QH15, art. 31(2); Decree 351/2025/NĐ-CP, "
                 "art. 2.");
}

TEST(Refusals, JsonOfAnIncomeBelowTheFloor) {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.income = 1'400'000_dong;
  const Fault fault = refused(request);
  EXPECT_EQ(fault_json(built_in_rules(), fault, Language::en),
            "{\"status\":\"income_below_floor\",\"parameter\":\"rural_poverty_line\",\"given\":\"1400000\","
            "\"limit\":1500000,\"day\":\"2026-11-22\",\"provision\":\"Law 41/2024/QH15, art. 31(2); Decree "
            "351/2025/NĐ-CP, art. 2\",\"message\":\"" +
                fault_message(built_in_rules(), fault, Language::en) + "\"}");
}

TEST(Refusals, IncomeAboveTheCeiling) {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.income = 50'600'001_dong;
  expect_message(refused(request),
                 "Mức thu nhập 50.600.001 đ cao hơn mức cao nhất được chọn cho ngày đóng 22/11/2026. Được chọn từ "
                 "1.500.000 đ đến 50.600.000 đ. Căn cứ: Luật 41/2024/QH15, Điều 31 khoản 2; Nghị định "
                 "161/2026/NĐ-CP, Điều 3 khoản 2.",
                 "The income of 50.600.001 đ is above the highest that may be chosen for a payment on 2026-11-22. It "
                 "may be from 1.500.000 đ to 50.600.000 đ. Source: Law 41/2024/QH15, art. 31(2); Decree "
                 "161/2026/NĐ-CP, art. 3(2).");
}

TEST(Refusals, IncomeOffTheStep) {
  Request request = near_poor_on(Day{2024, 11, 22});
  request.income = 1'520'000_dong;
  expect_message(refused(request),
                 "Mức thu nhập 1.520.000 đ không đúng bậc cho ngày đóng 22/11/2024; bậc gần nhất là 1.500.000 đ và "
                 "1.550.000 đ. Căn cứ: Nghị định 134/2015/NĐ-CP, Điều 10 khoản 1.",
                 "The income of 1.520.000 đ is not on a legal level for a payment on 2024-11-22; the nearest are "
                 "1.500.000 đ and 1.550.000 đ. Source: Decree 134/2015/NĐ-CP, art. 10(1).");
}

// The levels beside every income off the step are the ones on either side, whatever the day.
TEST(Refusals, NearestLevelsAreTheOnesBeside) {
  for (const Day day : {Day{2015, 3, 1}, Day{2019, 8, 1}, Day{2024, 11, 22}, Day{2008, 1, 1}}) {
    const auto brackets = income_brackets(LawBook::built_in(), day);
    ASSERT_TRUE(brackets.ok());
    ASSERT_TRUE(brackets->step_required);
    for (const int m : {0, 1, 7, brackets->count - 2}) {
      for (const Money income : {brackets->level(m) + 1_dong, brackets->level(m + 1) - 1_dong}) {
        Request request = near_poor_on(day);
        request.income = income;
        const std::string message = fault_message(built_in_rules(), refused(request), Language::en);
        const std::string nearest =
            "the nearest are " + printed(brackets->level(m)) + " and " + printed(brackets->level(m + 1)) + ".";
        EXPECT_NE(message.find(nearest), std::string::npos) << message;
      }
    }
  }
}

TEST(Refusals, OffTheStepAboveTheLastLevelNamesTheLastLevel) {
  // A ceiling off the grid: 20 x 1,234,560 = 24,691,200 over levels from 1,500,000 in steps of 50,000.
  const auto book = LawBook::built_in().with(LawRow{Parameter::base_salary,
                                                    1'234'560_dong,
                                                    Day{2024, 11, 1},
                                                    Day{2024, 11, 30},
                                                    {"Test", "art. 1"},
                                                    Standing::text,
                                                    Sources::two_or_more});
  ASSERT_TRUE(book.ok());
  const Rules rules{*book};
  Request request = near_poor_on(Day{2024, 11, 22});
  request.income = 24'680'000_dong;
  const auto answer = assess(rules, request);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.code(), Errc::income_off_step);
  const std::string message = fault_message(rules, answer.fault(), Language::en);
  EXPECT_NE(message.find("; the nearest is 24.650.000 đ."), std::string::npos) << message;
}

TEST(Refusals, LatePaymentNamesTheLastDay) {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.first_month = Month{2026, 3};
  request.term = 12_months;
  expect_message(refused(request),
                 "Ngày đóng 22/11/2026 đã quá hạn đóng của kỳ này; ngày cuối cùng đóng đúng hạn là 30/09/2026. Căn cứ: "
                 "Luật 41/2024/QH15, Điều 36 khoản 3.",
                 "The payment on 2026-11-22 is late for its period; its last day in time was 2026-09-30. Source: Law "
                 "41/2024/QH15, art. 36(3).");
  const auto json = parsed(fault_json(built_in_rules(), refused(request), Language::vi));
  EXPECT_EQ(string_at(json, "status"), "payment_late");
  EXPECT_EQ(string_at(json, "parameter"), "due_window.12");
  EXPECT_EQ(string_at(json, "limit"), "2026-09-30");
}

TEST(Refusals, DayOutsideTheLaw) {
  expect_message(refused(near_poor_on(Day{2007, 12, 31})),
                 "Ngày đóng 31/12/2007 nằm ngoài thời gian có dữ liệu luật, từ 01/01/2008 đến 31/12/2030.",
                 "The day of payment 2007-12-31 is outside the law covered, 2008-01-01 to 2030-12-31.");
  const auto before = parsed(fault_json(built_in_rules(), refused(near_poor_on(Day{2007, 12, 31})), Language::en));
  EXPECT_EQ(string_at(before, "limit"), "2008-01-01");
  EXPECT_TRUE(before["provision"].IsNull());
  const auto after = parsed(fault_json(built_in_rules(), refused(near_poor_on(Day{2031, 1, 1})), Language::en));
  EXPECT_EQ(string_at(after, "limit"), "2030-12-31");
}

TEST(Refusals, TermNotAllowed) {
  Request year = before_2016();
  year.term = 12_months;
  expect_message(refused(year),
                 "Phương thức 12 tháng không được áp dụng cho ngày đóng 01/03/2015; các phương thức được áp dụng: 1 "
                 "tháng, 3 tháng, 6 tháng, thời gian còn thiếu (TH). Căn cứ: Luật 71/2006/QH11, Điều 100 khoản 2.",
                 "The payment term 12 months is not allowed for a payment on 2015-03-01; the law of that day has: 1 "
                 "month, 3 months, 6 months, missing months (TH). Source: Law 71/2006/QH11, art. 100(2).");
  Request missing = near_poor_on(Day{2026, 11, 22});
  missing.term = *Term::missing_months(61);
  expect_message(refused(missing),
                 "Phương thức 61 tháng còn thiếu (TH61) không được áp dụng cho ngày đóng 22/11/2026; chỉ được đóng một "
                 "lần nhiều nhất 60 tháng. Căn cứ: Nghị định 159/2025/NĐ-CP, Điều 7 khoản 1.",
                 "The payment term 61 missing months (TH61) is not allowed for a payment on 2026-11-22; at most 60 "
                 "months may be paid at once. Source: Decree 159/2025/NĐ-CP, art. 7(1).");
  Request early = near_poor_on(Day{2024, 11, 22});
  early.term = *Term::late(3);
  expect_message(refused(early),
                 "Chưa được đóng bù: kỳ đóng này còn trong hạn đến hết ngày 31/01/2025. Căn cứ: Nghị định "
                 "134/2015/NĐ-CP, Điều 12.",
                 "No late make-up yet: this period may still be paid in time until 2025-01-31. Source: Decree "
                 "134/2015/NĐ-CP, art. 12.");
}

TEST(Refusals, ValueNotPublished) {
  Request request = near_poor_on(Day{2025, 8, 1});
  request.term = *Term::years_ahead(2);
  expect_message(refused(request),
                 "Chưa có lãi suất đầu tư bình quân tháng của quỹ (r) được công bố cho ngày đóng 01/08/2025, nên chưa "
                 "tính được. Có thể tự khai lãi suất này (fund_return_rate).",
                 "No monthly return of the fund (r) is published for a payment on 2025-08-01, so nothing can be "
                 "computed. The rate may be given (fund_return_rate).");
}

TEST(Refusals, FormerProvinceElsewhereExplainsBothCodes) {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.place.province = ProvinceCode::from_number(1);
  request.place.former_province = FormerProvinceCode::from_number(15);
  expect_message(
      refused(request),
      "Tỉnh cũ Yên Bái (mã cũ 15) nay thuộc Lào Cai (mã 15), không thuộc Hà Nội (mã 01); mã 15 là Yên Bái "
      "trong danh mục trước 01/07/2025 và là Lào Cai trong danh mục từ 01/07/2025.",
      "The former province Yên Bái (former code 15) lies in Lào Cai (code 15), not in Hà Nội (code 01); code "
      "15 is Yên Bái in the list before 2025-07-01 and Lào Cai in the list since.");
}

TEST(Refusals, CodeOfTheOtherListNamesThePlace) {
  Fault fault;
  fault.field = Field::province;
  fault.hint = Hint::code_of_former_list;
  fault.given = Datum{std::string_view{"17"}};
  expect_message(fault,
                 "Mã tỉnh (danh mục từ 01/07/2025) “17” không có trong danh mục này: mã 17 là Hòa Bình trong danh mục "
                 "trước 01/07/2025; từ 01/07/2025 địa bàn này thuộc Phú Thọ (mã 25). Hãy ghi mã này ở ô tỉnh cũ "
                 "(former_province), hoặc ghi mã tỉnh mới.",
                 "There is no such province code (list since 2025-07-01): “17”: code 17 is Hòa Bình in the list before "
                 "2025-07-01; since then that ground belongs to Phú Thọ (code 25). Give it as former_province, or give "
                 "the present code.");
}

TEST(Refusals, OutOfRangeNamesBothEndsAndJsonTheOneCrossed) {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.months_supported = 121;
  expect_message(refused(request),
                 "Số tháng đã được Nhà nước hỗ trợ: 121 tháng nằm ngoài phạm vi cho phép, từ 0 tháng đến 120 tháng.",
                 "Months of State support already received: 121 months is out of range, 0 months to 120 months.");
  EXPECT_EQ(parsed(fault_json(built_in_rules(), refused(request), Language::en))["limit"].GetInt(), 120);
  request.months_supported = -1;
  EXPECT_EQ(parsed(fault_json(built_in_rules(), refused(request), Language::en))["limit"].GetInt(), 0);
  request = near_poor_on(Day{2026, 11, 22});
  request.fund_return_rate = "0.051"_rate;
  EXPECT_EQ(string_at(parsed(fault_json(built_in_rules(), refused(request), Language::en)), "limit"), "0.05");
  request = near_poor_on(Day{2026, 11, 22});
  request.first_month = Month{2027, 12};
  EXPECT_EQ(string_at(parsed(fault_json(built_in_rules(), refused(request), Language::en)), "limit"), "2027-11");
}

TEST(Refusals, MalformedSaysHowToWrite) {
  Fault fault;
  fault.field = Field::income;
  fault.hint = Hint::malformed;
  fault.given = Datum{std::string_view{"1,5"}};
  expect_message(
      fault,
      "Không nhận được mức thu nhập làm căn cứ đóng “1,5”; cần ghi số đồng nguyên, như 1500000 hoặc "
      "1.500.000, không có dấu phẩy hay phần lẻ.",
      "The contributory income “1,5” cannot be read; it must be whole đồng, as 1500000 or 1.500.000, without "
      "comma or decimals.");
}

TEST(Refusals, StrictCallers) {
  const Request request = in_lang_son();
  const auto answer = assess(built_in_rules(), request);
  ASSERT_TRUE(answer.ok());
  const auto fault = not_settled(request, *answer);
  ASSERT_TRUE(fault.has_value());
  expect_message(*fault, "Chỉ nhận kết quả chắc chắn, nhưng chưa rõ địa phương này có hỗ trợ thêm hay không.",
                 "Only a settled answer was asked for, but it is not known whether this place adds support.");
}

// Whatever a fault holds, its message is a whole sentence without a hole, and its JSON can be read.
TEST(Refusals, EveryCodeHintAndFieldHasAMessage) {
  const Rules& rules = built_in_rules();
  std::vector<Errc> codes;
  for (int i = 0; i <= static_cast<int>(Errc::not_settled); ++i) codes.push_back(static_cast<Errc>(i));
  const Citation rule{"Law 41/2024/QH15", "art. 36(2)"};
  const std::vector<Datum> values{Datum{},
                                  Datum{1'234'567_dong},
                                  Datum{"0.0031"_rate},
                                  Datum{Day{2026, 11, 22}},
                                  Datum{Month{2026, 11}},
                                  Datum{*Term::late(6)},
                                  Datum{GroupSet{Group::poor}},
                                  Datum{GroupSet::from_bits(0xffff)},
                                  Datum{*ProvinceCode::from_number(15)},
                                  Datum{*FormerProvinceCode::from_number(15)},
                                  Datum{std::string_view{"15"}},
                                  Datum{std::string_view{"{} %s {0}\n<b>\xff"}},
                                  Datum::count(3),
                                  Datum::months(7)};
  for (const Errc code : codes) {
    for (int hint = 0; hint <= static_cast<int>(Hint::paid_once); ++hint) {
      for (int field = 0; field <= static_cast<int>(Field::stated_rate); ++field) {
        Fault fault;
        fault.code = code;
        fault.hint = static_cast<Hint>(hint);
        fault.field = static_cast<Field>(field);
        const std::size_t n = static_cast<std::size_t>(hint * 31 + field * 7 + static_cast<int>(code));
        fault.given = values[n % values.size()];
        fault.limit = values[(n / 3) % values.size()];
        fault.other_limit = values[(n / 5) % values.size()];
        fault.has_day = n % 2 == 0;
        fault.day = Day{2026, 11, 22};
        fault.rule = n % 3 == 0 ? &rule : nullptr;
        fault.parameter = n % 4 == 0 ? name(Parameter::fund_return_rate) : std::string_view{};
        for (const Language language : both_languages) {
          const std::string message = fault_message(rules, fault, language);
          ASSERT_GT(message.size(), 10U);
          ASSERT_EQ(message.back(), '.') << message;
          ASSERT_EQ(message.find("()"), std::string::npos) << message;
          ASSERT_EQ(message.find("  "), std::string::npos) << message;
          ASSERT_EQ(message.find('\n'), std::string::npos) << message;
          const bool braces_given = fault.given.raw_text().find('{') != std::string_view::npos ||
                                    fault.limit.raw_text().find('{') != std::string_view::npos ||
                                    fault.other_limit.raw_text().find('{') != std::string_view::npos;
          ASSERT_TRUE(braces_given || message.find_first_of("{}") == std::string::npos) << message;
          const auto json = parsed(fault_json(rules, fault, language));
          ASSERT_TRUE(json.IsObject());
          ASSERT_EQ(json.MemberCount(), 7U);
          ASSERT_EQ(string_at(json, "status"), name(code));
          ASSERT_EQ(string_at(json, "message"), message);
          ASSERT_TRUE(json["given"].IsString());
        }
      }
    }
  }
}

}  // namespace
}  // namespace ansinh::test
