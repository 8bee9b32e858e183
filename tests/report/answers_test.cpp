// The plain answer, word for word, in the cases that an agent meets; and its JSON.
#include <gtest/gtest.h>

#include "cases.hpp"

namespace ansinh::test {
namespace {

void expect_text(const Request& request, Language language, std::string_view expected) {
  const Explanation explanation = explain(built_in_rules(), request);
  EXPECT_EQ(assessment_text(built_in_rules(), explanation, language), expected);
}

TEST(Answers, NearPoorIn2024) {
  expect_text(near_poor_on(Day{2024, 11, 22}), Language::vi, R"(Kết quả chắc chắn, theo luật đã rà soát đến 22/11/2026.
Đóng ngày 22/11/2024 cho tháng 11/2024, mức thu nhập 1.500.000 đ/tháng, hộ cận nghèo; không khai nơi cư trú.
  Mức đóng                330.000 đ
  Nhà nước hỗ trợ          82.500 đ  (1/1 tháng được hỗ trợ)
  Địa phương hỗ trợ thêm        0 đ  (không khai nơi cư trú nên không tính)
  Người tham gia đóng     247.500 đ
)");
  expect_text(near_poor_on(Day{2024, 11, 22}), Language::en, R"(Settled, by the law as verified on 2026-11-22.
Paid on 2024-11-22 for 2024-11, income 1.500.000 đ per month, near-poor household; no place given.
  Contribution      330.000 đ
  State support      82.500 đ  (1 of 1 months supported)
  Local top-up            0 đ  (no place given, so none is counted)
  Participant pays  247.500 đ
)");
}

TEST(Answers, NearPoorIn2026) {
  expect_text(near_poor_on(Day{2026, 11, 22}), Language::vi, R"(Kết quả chắc chắn, theo luật đã rà soát đến 22/11/2026.
Đóng ngày 22/11/2026 cho tháng 11/2026, mức thu nhập 1.500.000 đ/tháng, hộ cận nghèo; không khai nơi cư trú.
  Mức đóng                330.000 đ
  Nhà nước hỗ trợ         132.000 đ  (1/1 tháng được hỗ trợ)
  Địa phương hỗ trợ thêm        0 đ  (không khai nơi cư trú nên không tính)
  Người tham gia đóng     198.000 đ
)");
  expect_text(near_poor_on(Day{2026, 11, 22}), Language::en, R"(Settled, by the law as verified on 2026-11-22.
Paid on 2026-11-22 for 2026-11, income 1.500.000 đ per month, near-poor household; no place given.
  Contribution      330.000 đ
  State support     132.000 đ  (1 of 1 months supported)
  Local top-up            0 đ  (no place given, so none is counted)
  Participant pays  198.000 đ
)");
}

TEST(Answers, AfterTheLawWasVerified) {
  expect_text(near_poor_on(Day{2026, 12, 1}), Language::vi,
              R"(Chắc chắn theo luật đã rà soát đến 22/11/2026; ngày đóng sau ngày đó nên luật có thể thay đổi.
Đóng ngày 01/12/2026 cho tháng 12/2026, mức thu nhập 1.500.000 đ/tháng, hộ cận nghèo; không khai nơi cư trú.
  Mức đóng                330.000 đ
  Nhà nước hỗ trợ         132.000 đ  (1/1 tháng được hỗ trợ)
  Địa phương hỗ trợ thêm        0 đ  (không khai nơi cư trú nên không tính)
  Người tham gia đóng     198.000 đ
Lưu ý:
  - ngày đóng sau ngày rà soát luật gần nhất, luật có thể thay đổi
)");
  expect_text(near_poor_on(Day{2026, 12, 1}), Language::en,
              R"(Settled by the law as verified on 2026-11-22; the payment lies after that day, so the law may change.
Paid on 2026-12-01 for 2026-12, income 1.500.000 đ per month, near-poor household; no place given.
  Contribution      330.000 đ
  State support     132.000 đ  (1 of 1 months supported)
  Local top-up            0 đ  (no place given, so none is counted)
  Participant pays  198.000 đ
Note:
  - paid after the day on which the law was last verified; the law may change
)");
}

TEST(Answers, HanoiForAYear) {
  expect_text(hanoi_for_a_year(), Language::vi, R"(Kết quả chắc chắn, theo luật đã rà soát đến 22/11/2026.
Đóng ngày 22/11/2026 cho 12 tháng, từ tháng 11/2026 đến tháng 10/2027, mức thu nhập 3.000.000 đ/tháng, hộ cận nghèo; Hà Nội (mã 01).
  Mức đóng             7.920.000 đ
  Nhà nước hỗ trợ      1.584.000 đ  (12/12 tháng được hỗ trợ)
  Tỉnh hỗ trợ thêm     2.376.000 đ  (Nghị quyết 19/2025/NQ-HĐND của HĐND Hà Nội; theo tin đưa, chưa đọc văn bản; nguồn: ngân sách địa phương)
  Người tham gia đóng  3.960.000 đ
Phải kiểm tra trước, vì mức hỗ trợ của địa phương chỉ dành cho người có đủ:
  - thường trú tại Hà Nội / permanent residence in Hà Nội (chương trình ha_noi_2026)
)");
  expect_text(hanoi_for_a_year(), Language::en, R"(Settled, by the law as verified on 2026-11-22.
Paid on 2026-11-22 for 12 months, 2026-11 to 2027-10, income 3.000.000 đ per month, near-poor household; Hà Nội (code 01).
  Contribution      7.920.000 đ
  State support     1.584.000 đ  (12 of 12 months supported)
  Province top-up   2.376.000 đ  (Resolution 19/2025/NQ-HĐND of the Hà Nội People's Council; reported, the text was not read; paid from: local budget)
  Participant pays  3.960.000 đ
To be checked first, since the local support is only for those who meet:
  - thường trú tại Hà Nội / permanent residence in Hà Nội (programme ha_noi_2026)
)");
}

TEST(Answers, KhanhHoaIsNotSettled) {
  expect_text(
      khanh_hoa(), Language::vi,
      R"(Chưa chắc chắn: mức hỗ trợ thêm của địa phương chưa chắc chắn (Nghị quyết của HĐND Khánh Hòa, tháng 01/2026 (số hiệu và ngày bắt đầu chưa xác nhận); giả định, độ tin cậy trung bình), phần người tham gia đóng chênh lệch nhiều nhất 82.500 đ.
Đóng ngày 22/11/2026 cho tháng 11/2026, mức thu nhập 1.500.000 đ/tháng, hộ cận nghèo; Khánh Hòa (mã 56).
  Mức đóng             330.000 đ
  Nhà nước hỗ trợ      132.000 đ  (1/1 tháng được hỗ trợ)
  Tỉnh hỗ trợ thêm      82.500 đ  (Nghị quyết của HĐND Khánh Hòa, tháng 01/2026 (số hiệu và ngày bắt đầu chưa xác nhận); giả định, độ tin cậy trung bình; nguồn: ngân sách địa phương)
  Người tham gia đóng  115.500 đ
Lưu ý:
  - kết quả chưa chắc chắn
Phải kiểm tra trước, vì mức hỗ trợ của địa phương chỉ dành cho người có đủ:
  - đăng ký thường trú tại Khánh Hòa / registered permanent residence in Khánh Hòa (chương trình khanh_hoa_2026)
)");
  expect_text(
      khanh_hoa(), Language::en,
      R"(Not settled: the local top-up is not well established (Resolution of the Khánh Hòa People's Council of January 2026 (number and first day not confirmed); assumed, medium confidence), the participant's share would differ by 82.500 đ at most.
Paid on 2026-11-22 for 2026-11, income 1.500.000 đ per month, near-poor household; Khánh Hòa (code 56).
  Contribution      330.000 đ
  State support     132.000 đ  (1 of 1 months supported)
  Province top-up    82.500 đ  (Resolution of the Khánh Hòa People's Council of January 2026 (number and first day not confirmed); assumed, medium confidence; paid from: local budget)
  Participant pays  115.500 đ
Note:
  - the answer is not settled
To be checked first, since the local support is only for those who meet:
  - đăng ký thường trú tại Khánh Hòa / registered permanent residence in Khánh Hòa (programme khanh_hoa_2026)
)");
}

TEST(Answers, SupportIsCut) {
  expect_text(
      with_a_cut(), Language::vi,
      R"(Chưa chắc chắn: các khoản hỗ trợ cộng lại vượt mức đóng; thứ tự giảm (hỗ trợ khác, rồi địa phương, rồi Nhà nước) không có văn bản (giả định), chưa xác định được chênh lệch.
Đóng ngày 22/11/2026 cho tháng 11/2026, mức thu nhập 1.500.000 đ/tháng, hộ cận nghèo; không khai nơi cư trú.
  Mức đóng                      330.000 đ
  Nhà nước hỗ trợ               132.000 đ  (1/1 tháng được hỗ trợ)
  Địa phương hỗ trợ thêm              0 đ  (không khai nơi cư trú nên không tính)
  Tổ chức, cá nhân khác hỗ trợ  198.000 đ  (đã cho 300.000 đ)
  Người tham gia đóng                 0 đ
Lưu ý:
  - các khoản hỗ trợ vượt mức đóng nên đã được giảm cho vừa mức đóng
  - kết quả chưa chắc chắn
)");
  expect_text(
      with_a_cut(), Language::en,
      R"(Not settled: the support exceeds the contribution; no text says in which order it is reduced (others, then local layers, then the State: assumed), its effect cannot be bounded.
Paid on 2026-11-22 for 2026-11, income 1.500.000 đ per month, near-poor household; no place given.
  Contribution       330.000 đ
  State support      132.000 đ  (1 of 1 months supported)
  Local top-up             0 đ  (no place given, so none is counted)
  Support by others  198.000 đ  (given: 300.000 đ)
  Participant pays         0 đ
Note:
  - the support exceeded the contribution and was reduced to fit it
  - the answer is not settled
)");
}

TEST(Answers, MonthsRunOut) {
  expect_text(
      months_run_out(), Language::vi,
      R"(Chưa chắc chắn: địa phương chỉ hỗ trợ những tháng Nhà nước hỗ trợ hay hỗ trợ cả kỳ đóng thì không có văn bản; ở đây tính theo số tháng Nhà nước hỗ trợ (giả định), phần người tham gia đóng chênh lệch nhiều nhất 1.386.000 đ.
Đóng ngày 22/11/2026 cho 12 tháng, từ tháng 11/2026 đến tháng 10/2027, mức thu nhập 3.000.000 đ/tháng, hộ cận nghèo; Hà Nội (mã 01).
  Mức đóng             7.920.000 đ
  Nhà nước hỗ trợ        660.000 đ  (5/12 tháng được hỗ trợ)
  Tỉnh hỗ trợ thêm       990.000 đ  (Nghị quyết 19/2025/NQ-HĐND của HĐND Hà Nội; theo tin đưa, chưa đọc văn bản; nguồn: ngân sách địa phương)
  Người tham gia đóng  6.270.000 đ
Lưu ý:
  - đã dùng hết số tháng Nhà nước hỗ trợ, các tháng còn lại không được hỗ trợ
  - kết quả chưa chắc chắn
Phải kiểm tra trước, vì mức hỗ trợ của địa phương chỉ dành cho người có đủ:
  - thường trú tại Hà Nội / permanent residence in Hà Nội (chương trình ha_noi_2026)
)");
  expect_text(
      months_run_out(), Language::en,
      R"(Not settled: no text says whether local support ends with the State's months or covers the whole payment; the State's months are taken (assumed), the participant's share would differ by 1.386.000 đ at most.
Paid on 2026-11-22 for 12 months, 2026-11 to 2027-10, income 3.000.000 đ per month, near-poor household; Hà Nội (code 01).
  Contribution      7.920.000 đ
  State support       660.000 đ  (5 of 12 months supported)
  Province top-up     990.000 đ  (Resolution 19/2025/NQ-HĐND of the Hà Nội People's Council; reported, the text was not read; paid from: local budget)
  Participant pays  6.270.000 đ
Note:
  - the lifetime months of State support are used up; the remaining months are not supported
  - the answer is not settled
To be checked first, since the local support is only for those who meet:
  - thường trú tại Hà Nội / permanent residence in Hà Nội (programme ha_noi_2026)
)");
}

TEST(Answers, LangSonIsNotKnown) {
  expect_text(
      in_lang_son(), Language::vi,
      R"(Chưa chắc chắn: chưa rõ Lạng Sơn (mã 20) có hỗ trợ thêm hay không (mới là dự thảo, Dự thảo nghị quyết của HĐND Lạng Sơn cho 2025-2030: chưa xác nhận đã thông qua; dự thảo, chưa có hiệu lực); người tham gia có thể đóng ít hơn, nhiều nhất là bớt 198.000 đ.
Đóng ngày 22/11/2026 cho tháng 11/2026, mức thu nhập 1.500.000 đ/tháng, hộ cận nghèo; Lạng Sơn (mã 20).
  Mức đóng                330.000 đ
  Nhà nước hỗ trợ         132.000 đ  (1/1 tháng được hỗ trợ)
  Địa phương hỗ trợ thêm        0 đ  (chưa rõ, không có nghĩa là không có)
  Người tham gia đóng     198.000 đ
Lưu ý:
  - chưa rõ địa phương có hỗ trợ thêm hay không
)");
  expect_text(
      in_lang_son(), Language::en,
      R"(Not settled: it is not known whether Lạng Sơn (code 20) adds support (only a draft, Draft resolution of the Lạng Sơn People's Council for 2025-2030: adoption not confirmed; draft, not in force); the participant may pay less, by 198.000 đ at most.
Paid on 2026-11-22 for 2026-11, income 1.500.000 đ per month, near-poor household; Lạng Sơn (code 20).
  Contribution      330.000 đ
  State support     132.000 đ  (1 of 1 months supported)
  Local top-up            0 đ  (not known; that does not mean none)
  Participant pays  198.000 đ
Note:
  - it is not known whether the place adds support
)");
}

TEST(Answers, Before2016) {
  expect_text(
      before_2016(), Language::vi,
      R"(Chưa chắc chắn: tỷ lệ đóng 22% chưa chắc chắn (Luật 71/2006/QH11, Điều 100; theo tin đưa, chưa đọc văn bản, một nguồn), chưa xác định được chênh lệch.
Đóng ngày 01/03/2015 cho tháng 03/2015, mức thu nhập 1.150.000 đ/tháng, hộ cận nghèo; không khai nơi cư trú.
  Mức đóng                253.000 đ
  Nhà nước hỗ trợ               0 đ  (0/1 tháng được hỗ trợ)
  Địa phương hỗ trợ thêm        0 đ  (không khai nơi cư trú nên không tính)
  Người tham gia đóng     253.000 đ
Lưu ý:
  - kết quả chưa chắc chắn
)");
  expect_text(
      before_2016(), Language::en,
      R"(Not settled: the contribution rate, 22%, is not well established (Law 71/2006/QH11, art. 100; reported, the text was not read, one source), its effect cannot be bounded.
Paid on 2015-03-01 for 2015-03, income 1.150.000 đ per month, near-poor household; no place given.
  Contribution      253.000 đ
  State support           0 đ  (0 of 1 months supported)
  Local top-up            0 đ  (no place given, so none is counted)
  Participant pays  253.000 đ
Note:
  - the answer is not settled
)");
}

TEST(Answers, ARefusalIsItsMessage) {
  Request request = near_poor_on(Day{2026, 11, 22});
  request.income = 1'400'000_dong;
  const Explanation explanation = explain(built_in_rules(), request);
  ASSERT_FALSE(explanation.outcome.ok());
  for (const Language language : both_languages) {
    const std::string message = fault_message(built_in_rules(), explanation.outcome.fault(), language);
    EXPECT_EQ(opening_line(built_in_rules(), explanation, language), message);
    EXPECT_EQ(assessment_text(built_in_rules(), explanation, language), message + "\n");
  }
}

TEST(Answers, AGroupOfWhichThePlaceIsNotKnown) {
  Request request = hanoi_for_a_year();
  request.term = 1_months;
  request.groups = Group::security_force;
  const Explanation explanation = explain(built_in_rules(), request);
  EXPECT_EQ(opening_line(built_in_rules(), explanation, Language::en),
            "Not settled: it is not known how much Hà Nội (code 01) adds for this group (what is added is not known: "
            "grassroots security force, Law 30/2023/QH15, art. 23(1)); the participant may pay less, by 561.000 đ at "
            "most.");
}

TEST(Answers, JsonOfTheFirstExample) {
  const auto answer = assess(built_in_rules(), near_poor_on(Day{2026, 11, 22}));
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(assessment_json(built_in_rules(), *answer),
            R"({"status":"ok","contribution":330000,"central_support":132000,"local_top_up":0,"province_top_up":0,)"
            R"("locality_top_up":0,"other_support":0,"participant_share":198000,"months":1,"supported_months":1,)"
            R"("flags":[],"layers":[],"law_digest":")" +
                built_in_rules().book().digest() + "\"}");
}

TEST(Answers, JsonHoldsEveryPart) {
  for (const Request& request : answered_requests()) {
    const auto answer = assess(built_in_rules(), request);
    ASSERT_TRUE(answer.ok());
    const auto json = parsed(assessment_json(built_in_rules(), *answer));
    ASSERT_TRUE(json.IsObject());
    EXPECT_EQ(string_at(json, "status"), "ok");
    EXPECT_EQ(json["contribution"].GetInt64(), answer->contribution.dong());
    EXPECT_EQ(json["central_support"].GetInt64(), answer->central_support.dong());
    EXPECT_EQ(json["local_top_up"].GetInt64(), answer->local_top_up.dong());
    EXPECT_EQ(json["province_top_up"].GetInt64(), answer->province_top_up.dong());
    EXPECT_EQ(json["locality_top_up"].GetInt64(), answer->locality_top_up.dong());
    EXPECT_EQ(json["other_support"].GetInt64(), answer->other_support.dong());
    EXPECT_EQ(json["participant_share"].GetInt64(), answer->participant_share.dong());
    EXPECT_EQ(json["months"].GetInt(), answer->months);
    EXPECT_EQ(json["supported_months"].GetInt(), answer->supported_months);
    std::vector<std::string_view> flags;
    for (const Flag flag : all_flags) {
      if (answer->flags.has(flag)) flags.push_back(name(flag));
    }
    ASSERT_EQ(json["flags"].Size(), flags.size());
    for (std::size_t i = 0; i < flags.size(); ++i) {
      EXPECT_EQ(json["flags"][static_cast<rapidjson::SizeType>(i)].GetString(), flags[i]);
    }
    ASSERT_EQ(json["layers"].Size(), answer->layers().size());
    for (std::size_t i = 0; i < answer->layers().size(); ++i) {
      const auto& layer = json["layers"][static_cast<rapidjson::SizeType>(i)];
      EXPECT_EQ(string_at(layer, "layer"), LawBook::built_in().layers()[answer->layers()[i].layer]);
      EXPECT_EQ(string_at(layer, "programme"), LawBook::built_in().programmes()[answer->layers()[i].programme].id);
      EXPECT_EQ(layer["amount"].GetInt64(), answer->layers()[i].amount.dong());
      EXPECT_EQ(string_at(layer, "source"), name(answer->layers()[i].source));
    }
  }
}

}  // namespace
}  // namespace ansinh::test
