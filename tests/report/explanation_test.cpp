// The explanation: word for word in the first example, and every step, doubt, condition and note in its place in all.
#include <gtest/gtest.h>

#include "cases.hpp"

namespace ansinh::test {
namespace {

std::string explained(const Request& request, Language language) {
  return explanation_text(built_in_rules(), explain(built_in_rules(), request), language);
}

TEST(Explanation, NearPoorIn2026) {
  EXPECT_EQ(explained(near_poor_on(Day{2026, 11, 22}), Language::vi),
            std::string{R"(Kết quả chắc chắn, theo luật đã rà soát đến 22/11/2026.
  1. Ngày đóng là 22/11/2026.
  2. Kỳ đóng bắt đầu từ tháng 11/2026 (không khai, lấy mặc định).
  3. Mức thu nhập làm căn cứ đóng là 1.500.000 đ/tháng.
  4. Kỳ đóng gồm 1 tháng.
  5. Lương cơ sở (mức tham chiếu) là 2.530.000 đ/tháng (Nghị định 161/2026/NĐ-CP, Điều 3 khoản 2).
  6. Chuẩn hộ nghèo khu vực nông thôn là 1.500.000 đ/tháng (Nghị định 351/2025/NĐ-CP, Điều 2; theo tin đưa, chưa đọc văn bản, từ hai nguồn trở lên).
  7. Mức thu nhập thấp nhất được chọn là 1.500.000 đ/tháng (Luật 41/2024/QH15, Điều 31 khoản 2).
  8. Mức thu nhập cao nhất bằng số lần lương cơ sở (mức tham chiếu) là 20 (Luật 41/2024/QH15, Điều 31 khoản 2).
  9. Mức thu nhập cao nhất được chọn là 2.530.000 đ × 20 = 50.600.000 đ/tháng.
 10. Bước giữa hai bậc thu nhập là 50.000 đ (Phần mềm thu, từ khi có Luật 41/2024/QH15; theo thực tế áp dụng, không có văn bản, một nguồn).
 11. Thời hạn đóng, tính từ tháng bắt đầu, là 1 tháng (Luật 41/2024/QH15, Điều 36 khoản 3).
 12. Ngày cuối cùng đóng đúng hạn là 30/11/2026, hết 1 tháng kể từ tháng 11/2026.
 13. Tỷ lệ đóng là 22% (Luật 41/2024/QH15, Điều 36 khoản 1).
 14. Mức đóng của cả kỳ là 22% × 1.500.000 đ × 1 tháng = 330.000 đ, làm tròn đến đồng.
 15. Nhà nước hỗ trợ từ tháng 01/2018 (Quyết định 595/QĐ-BHXH (2017), Điều 12 khoản 5).
 16. Số tháng của kỳ đóng thuộc diện được Nhà nước hỗ trợ là 1 tháng (đếm theo lịch).
 17. Trước đó Nhà nước đã hỗ trợ 0 tháng.
 18. Mỗi người được Nhà nước hỗ trợ nhiều nhất 120 tháng (Nghị định 159/2025/NĐ-CP, Điều 5 khoản 2).
 19. Số tháng Nhà nước còn hỗ trợ là 120 tháng (120 tháng − 0 tháng, không thấp hơn 0).
 20. Trong kỳ này Nhà nước hỗ trợ 1 tháng, số nhỏ nhất trong 1 tháng và 120 tháng.
 21. Tỷ lệ Nhà nước hỗ trợ trên mức đóng theo chuẩn hộ nghèo là 40% (đối tượng: hộ cận nghèo; Nghị định 159/2025/NĐ-CP, Điều 5 khoản 1).
 22. Nhà nước hỗ trợ 40% × 22% × 1.500.000 đ × 1 tháng = 132.000 đ, làm tròn đến đồng.
 23. Tổ chức, cá nhân khác hỗ trợ 0 đ.
 24. Người tham gia đóng 330.000 đ − 132.000 đ − 0 đ = 198.000 đ.
Dữ liệu luật: )"} +
                built_in_rules().book().digest() + R"(, rà soát gần nhất ngày 22/11/2026.
)");
  EXPECT_EQ(explained(near_poor_on(Day{2026, 11, 22}), Language::en),
            std::string{R"(Settled, by the law as verified on 2026-11-22.
  1. The day of payment is 2026-11-22.
  2. The first month covered is 2026-11 (not given, the default).
  3. The contributory income is 1.500.000 đ per month.
  4. The payment covers 1 month.
  5. The base salary (reference level) is 2.530.000 đ per month (Decree 161/2026/NĐ-CP, art. 3(2)).
  6. The rural poverty line is 1.500.000 đ per month (Decree 351/2025/NĐ-CP, art. 2; reported, the text was not read, two or more sources).
  7. The lowest income that may be chosen is 1.500.000 đ per month (Law 41/2024/QH15, art. 31(2)).
  8. The highest income, in times of the base salary (reference level), is 20 (Law 41/2024/QH15, art. 31(2)).
  9. The highest income that may be chosen is 2.530.000 đ × 20 = 50.600.000 đ per month.
 10. The step between two levels of income is 50.000 đ (Collection software since Law 41/2024/QH15; practice, no text, one source).
 11. The due window, counted from the first month, is 1 month (Law 41/2024/QH15, art. 36(3)).
 12. The last day in time is 2026-11-30, the end of 1 month from 2026-11.
 13. The contribution rate is 22% (Law 41/2024/QH15, art. 36(1)).
 14. The contribution for the whole payment is 22% × 1.500.000 đ × 1 month = 330.000 đ, to the nearest đồng.
 15. The State supports months from 2018-01 (Decision 595/QĐ-BHXH (2017), art. 12(5)).
 16. The months of the payment that the State can support are 1 month (counted by the calendar).
 17. The State has already supported 0 months.
 18. In a lifetime the State supports at most 120 months (Decree 159/2025/NĐ-CP, art. 5(2)).
 19. The months of State support left are 120 months (120 months − 0 months, not below 0).
 20. In this payment the State supports 1 month, the least of 1 month and 120 months.
 21. Of the contribution on the poverty line the State pays 40% (group: near-poor household; Decree 159/2025/NĐ-CP, art. 5(1)).
 22. The State pays 40% × 22% × 1.500.000 đ × 1 month = 132.000 đ, to the nearest đồng.
 23. Other organisations or individuals give 0 đ.
 24. The participant pays 330.000 đ − 132.000 đ − 0 đ = 198.000 đ.
Law: )"} + built_in_rules().book().digest() +
                R"(, last verified on 2026-11-22.
)");
}

TEST(Explanation, EndsOfTheOthers) {
  const auto ends = [](const Request& request, Language language, const std::string& end) {
    const std::string text = explained(request, language);
    const std::string rest =
        built_in_rules().book().digest() +
        (language == Language::vi ? ", rà soát gần nhất ngày 22/11/2026.\n" : ", last verified on 2026-11-22.\n");
    EXPECT_TRUE(text.ends_with(end + rest)) << text;
  };
  ends(hanoi_for_a_year(), Language::vi,
       R"( 22. Nhà nước hỗ trợ 40% × 22% × 1.500.000 đ × 12 tháng = 1.584.000 đ, làm tròn đến đồng.
 23. Chương trình của địa phương hỗ trợ 60% mức đóng theo chuẩn hộ nghèo (đối tượng: hộ cận nghèo; chương trình ha_noi_2026; Nghị quyết 19/2025/NQ-HĐND của HĐND Hà Nội; theo tin đưa, chưa đọc văn bản).
 24. Địa phương hỗ trợ thêm 60% × 22% × 1.500.000 đ × 12 tháng = 2.376.000 đ, làm tròn đến đồng (tỉnh hỗ trợ thêm).
 25. Tổ chức, cá nhân khác hỗ trợ 0 đ.
 26. Người tham gia đóng 7.920.000 đ − 1.584.000 đ − 0 đ − 2.376.000 đ = 3.960.000 đ.
Phải kiểm tra trước, vì mức hỗ trợ của địa phương chỉ dành cho người có đủ:
  - thường trú tại Hà Nội / permanent residence in Hà Nội (chương trình ha_noi_2026)
Dữ liệu luật: )");
  ends(months_run_out(), Language::en,
       R"( 19. The months of State support left are 5 months (120 months − 115 months, not below 0).
 20. In this payment the State supports 5 months, the least of 12 months and 5 months.
 21. Of the contribution on the poverty line the State pays 40% (group: near-poor household; Decree 159/2025/NĐ-CP, art. 5(1)).
 22. The State pays 40% × 22% × 1.500.000 đ × 5 months = 660.000 đ, to the nearest đồng.
 23. The local programme pays 60% of the contribution on the poverty line (group: near-poor household; programme ha_noi_2026; Resolution 19/2025/NQ-HĐND of the Hà Nội People's Council; reported, the text was not read).
 24. The local top-up is 60% × 22% × 1.500.000 đ × 5 months = 990.000 đ, to the nearest đồng (province top-up).
 25. Other organisations or individuals give 0 đ.
 26. The participant pays 7.920.000 đ − 660.000 đ − 0 đ − 990.000 đ = 6.270.000 đ.
Note:
  - the lifetime months of State support are used up; the remaining months are not supported
  - the answer is not settled
To be checked first, since the local support is only for those who meet:
  - thường trú tại Hà Nội / permanent residence in Hà Nội (programme ha_noi_2026)
Not settled:
  - No text says whether local support ends with the State's months or covers the whole payment; the State's months are taken (assumed), the participant's share would differ by 1.386.000 đ at most.
Remarks:
  - The return r = 0.31% was checked; it has no effect on a payment of 1, 3, 6 or 12 months.
  - The edition of the support for missing months (nominal) was checked; it has no effect on this payment term.
Law: )");
  ends(with_a_cut(), Language::vi, R"( 23. Tổ chức, cá nhân khác hỗ trợ 300.000 đ.
 24. Các khoản hỗ trợ cộng lại là 132.000 đ + 300.000 đ = 432.000 đ.
 25. Các khoản hỗ trợ vượt mức đóng 102.000 đ (432.000 đ − 330.000 đ, không thấp hơn 0).
 26. Hỗ trợ khác được tính là 198.000 đ (300.000 đ − 102.000 đ, không thấp hơn 0).
 27. Các khoản hỗ trợ vượt mức đóng 0 đ (102.000 đ − 300.000 đ, không thấp hơn 0).
 28. Người tham gia đóng 330.000 đ − 132.000 đ − 198.000 đ = 0 đ.
Lưu ý:
  - các khoản hỗ trợ vượt mức đóng nên đã được giảm cho vừa mức đóng
  - kết quả chưa chắc chắn
Chưa chắc chắn:
  - Các khoản hỗ trợ cộng lại vượt mức đóng; thứ tự giảm (hỗ trợ khác, rồi địa phương, rồi Nhà nước) không có văn bản (giả định), chưa xác định được chênh lệch.
Dữ liệu luật: )");
  ends(before_2016(), Language::en,
       R"( 14. In this payment the State supports 0 months (there is no support on that day).
 15. The State pays 0 đ (no month is supported).
 16. Other organisations or individuals give 0 đ.
 17. The participant pays 253.000 đ − 0 đ − 0 đ = 253.000 đ.
Note:
  - the answer is not settled
Not settled:
  - The contribution rate, 22%, is not well established (Law 71/2006/QH11, art. 100; reported, the text was not read, one source), its effect cannot be bounded.
Law: )");
}

TEST(Explanation, OneNumberedLineAStepAndTheShareLast) {
  for (const Request& request : answered_requests()) {
    const Explanation explanation = explain(built_in_rules(), request);
    ASSERT_TRUE(explanation.outcome.ok());
    for (const Language language : both_languages) {
      const auto lines = lines_of(explanation_text(built_in_rules(), explanation, language));
      EXPECT_EQ(lines.front(), opening_line(built_in_rules(), explanation, language));
      ASSERT_GT(lines.size(), explanation.steps.size());
      for (std::size_t i = 0; i < explanation.steps.size(); ++i) {
        const std::string number = std::to_string(i + 1) + ". ";
        EXPECT_NE(lines[i + 1].find(number), std::string::npos) << lines[i + 1];
        EXPECT_EQ(lines[i + 1].back(), '.') << lines[i + 1];
        EXPECT_EQ(lines[i + 1].find_first_of("{}"), std::string::npos) << lines[i + 1];
        if (const LawRow* row = explanation.steps[i].row) {
          EXPECT_NE(lines[i + 1].find(printed(row->citation, language)), std::string::npos) << lines[i + 1];
          if (row->standing != Standing::text && row->standing != Standing::official_example) {
            EXPECT_NE(lines[i + 1].find(words(row->standing, language)), std::string::npos) << lines[i + 1];
          }
        }
      }
      const std::string share = printed(explanation.outcome->participant_share);
      EXPECT_NE(lines[explanation.steps.size()].find("= " + share), std::string::npos);
      EXPECT_NE(lines.back().find(built_in_rules().book().digest()), std::string::npos);
    }
  }
}

TEST(Explanation, OpensSettledOnlyWhenItIs) {
  for (const Request& request : answered_requests()) {
    const Explanation explanation = explain(built_in_rules(), request);
    const Flags flags = explanation.outcome->flags;
    const bool open = flags.has(Flag::unsettled) || flags.has(Flag::local_unknown);
    EXPECT_EQ(opening_line(built_in_rules(), explanation, Language::en).find("Not settled: ") == 0, open);
    EXPECT_EQ(opening_line(built_in_rules(), explanation, Language::vi).find("Chưa chắc chắn: ") == 0, open);
    for (const Doubt& doubt : explanation.doubts) {
      if (!doubt.effect) continue;
      EXPECT_NE(opening_line(built_in_rules(), explanation, Language::vi).find(printed(*doubt.effect)),
                std::string::npos);
    }
  }
}

TEST(Explanation, JsonHoldsTheStepsAsValues) {
  const Rules& rules = built_in_rules();
  for (const Request& request : answered_requests()) {
    const Explanation explanation = explain(rules, request);
    const auto json = parsed(explanation_json(rules, explanation, Language::en));
    ASSERT_TRUE(json.IsObject());
    EXPECT_EQ(json["participant_share"].GetInt64(), explanation.outcome->participant_share.dong());
    const auto& explained = json["explanation"];
    const auto& steps = explained["steps"];
    ASSERT_EQ(steps.Size(), explanation.steps.size());
    for (rapidjson::SizeType i = 0; i < steps.Size(); ++i) {
      const Step& step = explanation.steps[i];
      const auto& value = steps[i]["value"];
      if (value.IsString()) {
        EXPECT_EQ(value.GetString(), step.value.text());
      } else if (value.IsNull()) {
        EXPECT_EQ(step.value.kind(), Datum::Kind::none);
      } else {
        EXPECT_EQ(value.GetInt64(), step.value.number());
      }
      ASSERT_EQ(steps[i]["inputs"].Size(), step.input_count);
      for (rapidjson::SizeType j = 0; j < step.input_count; ++j)
        EXPECT_EQ(steps[i]["inputs"][j].GetUint(), step.inputs[j]);
      EXPECT_EQ(steps[i].HasMember("citation"), step.row != nullptr || step.programme != nullptr);
      if (step.row != nullptr) {
        EXPECT_EQ(string_at(steps[i]["citation"], "instrument"), step.row->citation.instrument);
        EXPECT_EQ(string_at(steps[i], "standing"), name(step.row->standing));
        EXPECT_EQ(string_at(steps[i], "sources"), name(step.row->sources));
      }
    }
    EXPECT_EQ(string_at(steps[steps.Size() - 1], "quantity"), "participant_share");
    EXPECT_EQ(steps[steps.Size() - 1]["value"].GetInt64(), explanation.outcome->participant_share.dong());
    EXPECT_EQ(explained["doubts"].Size(), explanation.doubts.size());
    EXPECT_EQ(explained["unknown"].Size(), explanation.unknown.size());
    EXPECT_EQ(string_at(explained, "verified_on"), "2026-11-22");
  }
}

TEST(Explanation, JsonOfARefusalKeepsItsStatus) {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.income = 1'400'000_dong;
  const Explanation explanation = explain(built_in_rules(), request);
  const auto json = parsed(explanation_json(built_in_rules(), explanation, Language::vi));
  EXPECT_EQ(string_at(json, "status"), "income_below_floor");
  EXPECT_EQ(json["explanation"]["steps"].Size(), explanation.steps.size());
}

}  // namespace
}  // namespace ansinh::test
