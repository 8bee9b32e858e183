// readings: where the law is silent, what this library takes, and which provision leaves it open.
//
// Only readings that an answer of this version can rest on; a value of law that is itself assumed is a row of the book.
#pragma once

#include <array>
#include <string_view>

#include "report/phrase.hpp"

namespace ansinh::report {

struct AssumedReading {
  std::string_view name;
  Phrase taken;
  std::string_view instrument, provision;
};

inline constexpr std::array<AssumedReading, 20> assumed_readings{{
    {"order_of_months",
     {"Khi số tháng Nhà nước còn hỗ trợ ít hơn số tháng của kỳ đóng, những tháng đầu của kỳ được hỗ trợ.",
      "Where fewer months of State support are left than the payment covers, its first months are the supported ones."},
     "Decree 159/2025/NĐ-CP",
     "art. 5(2)"},
    {"central_or_all_months",
     {"Hỗ trợ của địa phương không ghi số tháng riêng thì tính theo số tháng Nhà nước hỗ trợ.",
      "Local support without months of its own is given for the months that the State supports."},
     "Decree 159/2025/NĐ-CP",
     "art. 5(1)"},
    {"local_months_not_given",
     {"Chương trình của địa phương có giới hạn số tháng riêng mà không khai số tháng đã hưởng thì coi như chưa hưởng.",
      "Where a local programme has its own limit of months and the months used are not given, none is taken as used."},
     "Decree 159/2025/NĐ-CP",
     "art. 5(1)"},
    {"cut_order",
     {"Khi các khoản hỗ trợ vượt mức đóng thì giảm hỗ trợ khác trước, rồi địa phương từ lớp sau cùng, rồi Nhà nước.",
      "Where the support exceeds the contribution, support by others is reduced first, then the local layers from the "
      "last, then the State's."},
     "Decree 159/2025/NĐ-CP",
     "art. 5(1)"},
    {"tie",
     {"Số tiền nằm đúng giữa hai đồng được làm tròn lên; các ví dụ chính thức không có trường hợp này.",
      "An amount exactly between two đồng is rounded up; the official examples hold no such case."},
     "Decision 595/QĐ-BHXH (2017)",
     "art. 10, 12"},
    {"first_month_ahead",
     {"Tháng bắt đầu đóng được muộn nhất 12 tháng sau tháng của ngày đóng.",
      "The first month covered is at most 12 months after the month of payment."},
     "Law 41/2024/QH15",
     "art. 36(3)"},
    {"zero_return",
     {"Lãi suất đầu tư của quỹ r = 0 được chấp nhận.", "A return of the fund of r = 0 is accepted."},
     "Decree 159/2025/NĐ-CP",
     "art. 6, 7"},
    {"late_support",
     {"Khi đóng bù cho kỳ đã quá hạn, Nhà nước không hỗ trợ.", "A late make-up is not supported by the State."},
     "Decree 134/2015/NĐ-CP",
     "art. 12(3)"},
    {"refund_order",
     {"Khi hoàn trả mà Nhà nước chỉ hỗ trợ một phần kỳ đóng, những tháng đầu của kỳ là những tháng được hỗ trợ.",
      "In a refund of a payment of which the State supports some months only, its first months are the supported "
      "ones."},
     "Decree 159/2025/NĐ-CP",
     "art. 8(2)"},
    {"refund_to_supporters",
     {"Khi hoàn trả, phần hỗ trợ của địa phương và của tổ chức, cá nhân khác cho những tháng còn lại được trả lại "
      "người đã "
      "hỗ trợ.",
      "In a refund, what local layers and others gave for the months given back goes back to them."},
     "Decree 159/2025/NĐ-CP",
     "art. 8(2)"},
    {"schedule_of_a_cut",
     {"Trong bảng từng tháng, khoản hỗ trợ bị giảm được tính đủ cho những tháng đầu đến khi hết.",
      "In the account month by month, support that was reduced is given in full for the first months until it is used "
      "up."},
     "Decree 159/2025/NĐ-CP",
     "art. 5(1)"},
    {"ahead_by_its_month",
     {"Các năm đóng trước được điều chỉnh theo năm của từng tháng, không theo năm nộp tiền.",
      "Years ahead are indexed by the year of each month, not of the payment."},
     "Decree 159/2025/NĐ-CP",
     "art. 10"},
    {"years_above_cap_split",
     {"Khi các năm đóng cao hơn mức tối đa nằm cả trước và sau tuổi nghỉ hưu thì tính các năm sau tuổi nghỉ hưu trước.",
      "Where years above the cap lie on both sides of the retirement age, those after it are counted first."},
     "Law 41/2024/QH15",
     "art. 100"},
    {"contributions_paid",
     {"“Số tiền đã đóng” là toàn bộ số tiền đóng, gồm phần Nhà nước, không điều chỉnh.",
      "“The amount paid” is the whole contribution, the State's part included, nominal."},
     "Law 41/2024/QH15",
     "art. 102(2), 110(2)"},
    {"support_at_payment",
     {"Tiền hỗ trợ phải trừ của các tháng đóng trước được tính theo chuẩn nghèo và tỷ lệ của ngày đóng.",
      "Support to be taken out of months paid ahead is that of the day of payment."},
     "Decree 159/2025/NĐ-CP",
     "art. 9(2)"},
    {"local_top_up_kept",
     {"Khi hưởng một lần chỉ trừ tiền hỗ trợ của Nhà nước, không trừ phần địa phương hỗ trợ thêm.",
      "Of a one-time payment only the State's support is taken out, not that of a province."},
     "Decree 159/2025/NĐ-CP",
     "art. 9"},
    {"net_below_zero",
     {"Tiền hỗ trợ phải trừ cao hơn mức hưởng một lần thì số được nhận là 0.",
      "Where the support exceeds the one-time payment, nothing is paid and nothing owed."},
     "Decree 159/2025/NĐ-CP",
     "art. 9"},
    {"twelve_months_idle",
     {"“Sau 12 tháng” là đủ 12 tháng kể từ tháng đóng cuối.",
      "“After 12 months” is twelve whole months after the last one paid."},
     "Law 41/2024/QH15",
     "art. 102(1)"},
    {"twelve_months_before",
     {"“12 tháng trước khi sinh con” không gồm tháng sinh.",
      "The twelve months before a birth do not include its own."},
     "Law 41/2024/QH15",
     "art. 94"},
    {"bridge_months",
     {"Thời gian đến tuổi hưởng trợ cấp hưu trí xã hội đếm theo tháng từ tháng đề nghị.",
      "The time to the social pension is counted in months from that of the request."},
     "Decree 159/2025/NĐ-CP",
     "art. 14(3)"},
}};

}  // namespace ansinh::report
