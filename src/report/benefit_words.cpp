// Flags, reasons and readings of benefits in words.
#include "ansinh/benefit_report.hpp"
#include "report/phrase.hpp"

namespace ansinh {
namespace {

using report::Phrase;

constexpr Phrase phrase(BenefitFlag flag) {
  switch (flag) {
    case BenefitFlag::illustration:
      return {"minh họa, không phải quyết định: tính cho thời gian sau ngày rà soát luật",
              "an illustration, not a decision: it looks beyond the day on which the law was last verified"};
    case BenefitFlag::estimated_indexation:
      return {"ước tính: dùng bảng hệ số điều chỉnh gần nhất, vì bảng của năm hưởng chưa được công bố",
              "an estimate: the last table of indexation stands in for one that is not published yet"};
    case BenefitFlag::income_raised:
      return {"mức thu nhập được nâng theo mức thấp nhất khi mức này tăng cao hơn mức đã chọn",
              "the income follows the floor where that rises above the income chosen"};
    case BenefitFlag::support_exhausted:
      return {"số tháng được Nhà nước hỗ trợ hết trong thời gian này", "the months of State support run out within"};
    case BenefitFlag::local_unknown:
      return {"chưa có dữ liệu về hỗ trợ của tỉnh", "whether the province adds support is not known"};
    case BenefitFlag::unsettled:
      return {"có điểm luật chưa rõ hoặc giá trị chưa chắc chắn", "rests on a reading or a value that is not settled"};
  }
  return {};
}

constexpr Phrase phrase(NotEligible reason) {
  switch (reason) {
    case NotEligible::none: return {"đủ điều kiện", "eligible"};
    case NotEligible::age: return {"chưa đủ tuổi", "the age is not reached"};
    case NotEligible::months: return {"chưa đủ thời gian đóng", "too few months of contributions"};
    case NotEligible::age_and_months:
      return {"chưa đủ tuổi và thời gian đóng", "neither the age nor the months are reached"};
    case NotEligible::has_pension_rights:
      return {"đã đủ thời gian đóng để hưởng lương hưu", "there are enough months for a pension"};
    case NotEligible::not_idle:
      return {"chưa đủ 12 tháng không đóng", "fewer than twelve months without a contribution"};
    case NotEligible::joined_after_2025:
      return {"bắt đầu đóng từ ngày 01/07/2025", "no contributions before 2025-07-01"};
    case NotEligible::enough_years: return {"đã đóng từ 20 năm trở lên", "20 years of contributions and more"};
    case NotEligible::under_compulsory: return {"hưởng theo BHXH bắt buộc", "the compulsory scheme gives it"};
    case NotEligible::social_pension_age:
      return {"đã đến tuổi hưởng trợ cấp hưu trí xã hội", "old enough for the social pension"};
    case NotEligible::not_in_force: return {"chế độ này chưa có vào thời điểm đó", "the benefit did not exist then"};
    case NotEligible::pensioner: return {"đang hưởng lương hưu", "draws a pension"};
  }
  return {};
}

constexpr Phrase phrase(BenefitReading reading) {
  switch (reading) {
    case BenefitReading::indexation_standing:
      return {"bảng hệ số điều chỉnh chưa có nguồn chắc chắn, mỗi hệ số có thể lệch 0,01",
              "the table of coefficients is not well established; each may be off by 0.01"};
    case BenefitReading::age_before_2021:
      return {"tuổi nghỉ hưu trước năm 2021 chưa được đọc trong văn bản",
              "the retirement age before 2021 was not read in its text"};
    case BenefitReading::rate_standing:
      return {"tỷ lệ hưởng theo luật trước ngày 01/07/2025 chưa được đọc trong văn bản",
              "the replacement rate before 2025-07-01 was not read in its text"};
    case BenefitReading::ahead_by_its_month:
      return {
          "các năm đóng trước được điều chỉnh theo năm của tháng đóng, không theo năm nộp tiền; văn bản không nói rõ",
          "years ahead are indexed by the year of each month, not of the payment; no text says so"};
    case BenefitReading::years_above_cap_split:
      return {
          "luật không nói cách chia tháng lẻ của các năm đóng cao hơn mức tối đa ra trước và sau tuổi nghỉ hưu; ở đây "
          "tính các năm sau tuổi nghỉ hưu trước",
          "the law does not split the odd months of years above the cap before and after the retirement age; those "
          "after it are counted first"};
    case BenefitReading::contributions_paid:
      return {
          "luật không nói “số tiền đã đóng” gồm phần Nhà nước hay không và có điều chỉnh hay không; ở đây là toàn bộ "
          "số tiền đóng, không điều chỉnh",
          "the law does not say whether “the amount paid” includes the State's part, or is indexed; here it is the "
          "whole contribution, nominal"};
    case BenefitReading::support_at_payment:
      return {
          "tiền Nhà nước hỗ trợ cho các tháng đóng trước hoặc đóng một lần được tính theo chuẩn nghèo và tỷ lệ của "
          "ngày "
          "đóng",
          "support of months paid ahead or at once is taken with the poverty line and the rate of the day of payment"};
    case BenefitReading::local_top_up_kept:
      return {"chỉ trừ tiền hỗ trợ của Nhà nước; luật không nói có trừ phần tỉnh hỗ trợ thêm hay không",
              "only the State's support is taken out; whether a province's top-up is too, the law does not say"};
    case BenefitReading::net_below_zero:
      return {"tiền hỗ trợ phải trừ cao hơn mức hưởng: không còn gì để trả, và không phải nộp lại",
              "the support to be taken out exceeds the benefit: nothing is left, and nothing is owed"};
    case BenefitReading::twelve_months_idle:
      return {"“sau 12 tháng” được hiểu là đủ 12 tháng kể từ tháng đóng cuối",
              "“after 12 months” is read as twelve whole months after the last one paid"};
    case BenefitReading::twelve_months_before:
      return {"“12 tháng trước khi sinh con” không tính tháng sinh",
              "the month of the birth is none of the twelve before it"};
    case BenefitReading::bridge_months:
      return {"thời gian đến tuổi hưởng trợ cấp hưu trí xã hội được đếm theo tháng, từ tháng đề nghị",
              "the time to the social pension is counted in months from that of the request"};
    case BenefitReading::value_standing:
      return {"một giá trị của luật chưa có nguồn chắc chắn", "a value of the law is not well established"};
  }
  return {};
}

}  // namespace

std::string_view words(BenefitFlag flag, Language language) { return phrase(flag).in(language); }
std::string_view words(NotEligible reason, Language language) { return phrase(reason).in(language); }
std::string_view words(BenefitReading reading, Language language) { return phrase(reading).in(language); }

}  // namespace ansinh
