// Every name of the library in words. One table a kind of name; Vietnamese and English side by side.
#include <string>
#include <string_view>

#include "ansinh/report.hpp"
#include "report/escape.hpp"
#include "report/phrase.hpp"

namespace ansinh {
namespace {

using report::Phrase;

constexpr Phrase phrase(Errc code) {
  switch (code) {
    case Errc::ok: return {"đã tính", "priced"};
    case Errc::invalid_argument: return {"dữ liệu không hợp lệ", "invalid value"};
    case Errc::day_outside_law:
      return {"ngày đóng nằm ngoài thời gian có dữ liệu luật", "day of payment outside the law covered"};
    case Errc::term_not_allowed: return {"phương thức đóng không được áp dụng", "payment term not allowed"};
    case Errc::income_below_floor: return {"thu nhập thấp hơn mức thấp nhất", "income below the floor"};
    case Errc::income_above_ceiling: return {"thu nhập cao hơn mức cao nhất", "income above the ceiling"};
    case Errc::income_off_step: return {"thu nhập không đúng bậc", "income off the step"};
    case Errc::payment_late: return {"đóng quá hạn", "payment late"};
    case Errc::value_not_published: return {"giá trị chưa được công bố", "value not published"};
    case Errc::not_settled: return {"kết quả chưa chắc chắn", "answer not settled"};
    case Errc::does_not_fit: return {"số tiền vượt quá khổ của cột", "amount too large for its column"};
  }
  return {};
}

constexpr Phrase phrase(Field field) {
  switch (field) {
    case Field::paid_on: return {"ngày đóng", "day of payment"};
    case Field::first_month: return {"tháng bắt đầu đóng", "first month covered"};
    case Field::income: return {"mức thu nhập làm căn cứ đóng", "contributory income"};
    case Field::term: return {"phương thức đóng", "payment term"};
    case Field::groups: return {"đối tượng", "groups"};
    case Field::province: return {"mã tỉnh (danh mục từ 01/07/2025)", "province code (list since 2025-07-01)"};
    case Field::former_province:
      return {"mã tỉnh cũ (danh mục trước 01/07/2025)", "former province code (list before 2025-07-01)"};
    case Field::locality: return {"mã huyện cũ hoặc mã xã", "code of a former district or a commune"};
    case Field::months_supported:
      return {"số tháng đã được Nhà nước hỗ trợ", "months of State support already received"};
    case Field::local_months_used:
      return {"số tháng đã được địa phương hỗ trợ", "months of local support already received"};
    case Field::fund_return_rate:
      return {"lãi suất đầu tư bình quân tháng của quỹ (r)", "monthly return of the fund (r)"};
    case Field::other_support: return {"số tiền hỗ trợ khác", "support by others"};
    case Field::th_support:
      return {"cách tính hỗ trợ cho thời gian còn thiếu", "edition of the support for missing months"};
    case Field::row: return {"dòng dữ liệu", "row"};
    case Field::book: return {"dữ liệu luật", "value of law"};
    case Field::remaining: return {"số tháng được hoàn trả", "months to be given back"};
    case Field::on: return {"ngày phát sinh hoàn trả", "day of the event"};
    case Field::reason: return {"trường hợp hoàn trả", "reason for the refund"};
    case Field::support_refunded: return {"số tiền Nhà nước hỗ trợ phải hoàn trả", "State support to be given back"};
    case Field::participant_number: return {"mã số BHXH hoặc số định danh", "participant's number"};
    case Field::stated_amount: return {"số tiền ghi trong danh sách", "amount that the list states"};
    case Field::stated_rate: return {"tỷ lệ ghi trong danh sách", "rate that the list states"};
    case Field::record: return {"quá trình đóng", "contribution record"};
    case Field::event: return {"tháng phát sinh", "month of the event"};
    case Field::from: return {"tháng bắt đầu", "first month"};
    case Field::months: return {"số tháng", "months"};
    case Field::scheme: return {"loại bảo hiểm (scheme)", "scheme"};
    case Field::kind: return {"cách đóng (kind)", "kind of payment"};
    case Field::central_support: return {"số tiền Nhà nước đã hỗ trợ", "State support received"};
    case Field::sex: return {"giới tính", "sex"};
    case Field::birth: return {"tháng sinh", "month of birth"};
    case Field::one_time_case: return {"trường hợp hưởng một lần", "case of the one-time payment"};
    case Field::children: return {"số con", "number of children"};
    case Field::drawn_pension: return {"lương hưu đang hưởng", "pension being drawn"};
    case Field::months_drawn: return {"số tháng đã hưởng lương hưu", "months of pension drawn"};
    case Field::target_pension: return {"mức lương hưu mong muốn", "target pension"};
    case Field::budget: return {"số tiền có thể đóng mỗi tháng", "budget per month"};
    case Field::months_so_far: return {"số tháng đã đóng", "months contributed so far"};
    case Field::average_so_far: return {"mức bình quân thu nhập đã đóng", "average income so far"};
    case Field::fixed_factor: return {"hệ số trượt giá cố định", "fixed price factor"};
  }
  return {};
}

constexpr Phrase phrase(Flag flag) {
  switch (flag) {
    case Flag::projected:
      return {"ngày đóng sau ngày rà soát luật gần nhất, luật có thể thay đổi",
              "paid after the day on which the law was last verified; the law may change"};
    case Flag::off_step:
      return {"mức thu nhập nằm giữa hai bậc mà phần mềm thu thường dùng",
              "the income lies between two of the levels that collection software keeps to"};
    case Flag::support_cut:
      return {"các khoản hỗ trợ vượt mức đóng nên đã được giảm cho vừa mức đóng",
              "the support exceeded the contribution and was reduced to fit it"};
    case Flag::support_exhausted:
      return {"đã dùng hết số tháng Nhà nước hỗ trợ, các tháng còn lại không được hỗ trợ",
              "the lifetime months of State support are used up; the remaining months are not supported"};
    case Flag::local_unknown:
      return {"chưa rõ địa phương có hỗ trợ thêm hay không", "it is not known whether the place adds support"};
    case Flag::unsettled: return {"kết quả chưa chắc chắn", "the answer is not settled"};
  }
  return {};
}

constexpr Phrase phrase(Standing standing) {
  switch (standing) {
    case Standing::text: return {"theo văn bản", "read in the text"};
    case Standing::official_example: return {"theo ví dụ chính thức", "official example"};
    case Standing::practice: return {"theo thực tế áp dụng, không có văn bản", "practice, no text"};
    case Standing::reported: return {"theo tin đưa, chưa đọc văn bản", "reported, the text was not read"};
    case Standing::assumed: return {"giả định", "assumed"};
    case Standing::draft: return {"dự thảo, chưa có hiệu lực", "draft, not in force"};
    case Standing::none_found: return {"không tìm thấy quy định", "no rule found"};
  }
  return {};
}

constexpr Phrase phrase(Sources sources) {
  switch (sources) {
    case Sources::none: return {"không có nguồn", "no source"};
    case Sources::one: return {"một nguồn", "one source"};
    case Sources::two_or_more: return {"từ hai nguồn trở lên", "two or more sources"};
  }
  return {};
}

constexpr Phrase phrase(Confidence confidence) {
  switch (confidence) {
    case Confidence::high: return {"độ tin cậy cao", "high confidence"};
    case Confidence::medium: return {"độ tin cậy trung bình", "medium confidence"};
    case Confidence::low: return {"độ tin cậy thấp", "low confidence"};
    case Confidence::draft: return {"dự thảo", "a draft"};
  }
  return {};
}

constexpr Phrase phrase(Parameter parameter) {
  switch (parameter) {
    case Parameter::contribution_rate: return {"tỷ lệ đóng", "contribution rate"};
    case Parameter::base_salary:
      return {"lương cơ sở (mức tham chiếu; trước 07/2013: lương tối thiểu chung)",
              "base salary (reference level; before 2013-07 the general minimum wage)"};
    case Parameter::rural_poverty_line: return {"chuẩn hộ nghèo khu vực nông thôn", "rural poverty line"};
    case Parameter::income_floor_basis: return {"căn cứ của mức thu nhập thấp nhất", "what the lowest income rests on"};
    case Parameter::income_ceiling_multiple:
      return {"số lần lương cơ sở (mức tham chiếu) của mức thu nhập cao nhất",
              "multiple of the base salary (reference level) for the highest income"};
    case Parameter::income_step: return {"bước giữa hai bậc thu nhập", "step between two levels of income"};
    case Parameter::income_step_rule: return {"tính bắt buộc của bậc thu nhập", "whether the step is binding"};
    case Parameter::payment_terms: return {"các phương thức đóng", "payment terms"};
    case Parameter::missing_months_max:
      return {"số tháng còn thiếu được đóng một lần nhiều nhất", "most missing months that may be paid at once"};
    case Parameter::due_window_1: return {"thời hạn đóng hằng tháng", "due window of a monthly payment"};
    case Parameter::due_window_3: return {"thời hạn đóng 3 tháng một lần", "due window of a 3-month payment"};
    case Parameter::due_window_6: return {"thời hạn đóng 6 tháng một lần", "due window of a 6-month payment"};
    case Parameter::due_window_12: return {"thời hạn đóng 12 tháng một lần", "due window of a 12-month payment"};
    case Parameter::support_from: return {"tháng đầu tiên được Nhà nước hỗ trợ", "first month that the State supports"};
    case Parameter::support_cap_months:
      return {"số tháng được Nhà nước hỗ trợ nhiều nhất", "most months of State support"};
    case Parameter::support_rate_poor: return {"tỷ lệ hỗ trợ hộ nghèo", "support rate, poor households"};
    case Parameter::support_rate_island:
      return {"tỷ lệ hỗ trợ người ở xã đảo, đặc khu", "support rate, island communes and special zones"};
    case Parameter::support_rate_near_poor: return {"tỷ lệ hỗ trợ hộ cận nghèo", "support rate, near-poor households"};
    case Parameter::support_rate_ethnic_minority:
      return {"tỷ lệ hỗ trợ người dân tộc thiểu số", "support rate, ethnic minorities"};
    case Parameter::support_rate_other: return {"tỷ lệ hỗ trợ đối tượng khác", "support rate, other participants"};
    case Parameter::fund_return_rate:
      return {"lãi suất đầu tư bình quân tháng của quỹ (r)", "monthly return of the fund (r)"};
    case Parameter::th_support:
      return {"cách tính hỗ trợ cho thời gian còn thiếu", "edition of the support for missing months"};
    case Parameter::refund_reasons: return {"các trường hợp được hoàn trả", "reasons for a refund"};
  }
  return {};
}

constexpr Phrase phrase(ThSupport edition) {
  switch (edition) {
    case ThSupport::compounded: return {"tính lãi như mức đóng", "with the fund's return, as the contribution"};
    case ThSupport::nominal: return {"không tính lãi", "the plain monthly amounts"};
  }
  return {};
}

constexpr Phrase phrase(RefundReason reason) {
  switch (reason) {
    case RefundReason::compulsory:
      return {"thuộc đối tượng tham gia BHXH bắt buộc", "comes under compulsory insurance"};
    case RefundReason::withdrawal: return {"hưởng BHXH một lần", "takes the lump-sum benefit"};
    case RefundReason::death: return {"chết hoặc bị Tòa án tuyên bố là đã chết", "dies or is declared dead"};
    case RefundReason::pension: return {"đủ điều kiện và đề nghị hưởng lương hưu", "claims the pension"};
  }
  return {};
}

constexpr Phrase phrase(RecordKind kind) {
  switch (kind) {
    case RecordKind::none: return {"đã xác nhận không có hỗ trợ thêm", "confirmed: no top-up"};
    case RecordKind::none_found: return {"không tìm thấy quy định hỗ trợ thêm", "no top-up found"};
    case RecordKind::unknown: return {"chưa rõ mức hỗ trợ thêm", "what is added is not known"};
    case RecordKind::draft: return {"mới là dự thảo", "only a draft"};
  }
  return {};
}

constexpr Phrase phrase(SourceOfMoney source) {
  switch (source) {
    case SourceOfMoney::budget: return {"ngân sách địa phương", "local budget"};
    case SourceOfMoney::fund: return {"quỹ xã hội, từ thiện", "charity fund"};
  }
  return {};
}

constexpr Phrase phrase(Quantity quantity) {
  switch (quantity) {
    case Quantity::paid_on: return {"ngày đóng", "day of payment"};
    case Quantity::first_month: return {"tháng bắt đầu đóng", "first month covered"};
    case Quantity::income: return {"mức thu nhập làm căn cứ đóng", "contributory income"};
    case Quantity::covered_months: return {"số tháng đóng", "months covered"};
    case Quantity::months_supported:
      return {"số tháng đã được Nhà nước hỗ trợ trước đó", "months of State support already received"};
    case Quantity::local_months_used:
      return {"số tháng đã được địa phương hỗ trợ trước đó", "months of local support already received"};
    case Quantity::other_support_given:
      return {"số tiền tổ chức, cá nhân khác hỗ trợ", "support given by other organisations or individuals"};
    case Quantity::base_salary: return {"lương cơ sở (mức tham chiếu)", "base salary (reference level)"};
    case Quantity::rural_poverty_line: return {"chuẩn hộ nghèo khu vực nông thôn", "rural poverty line"};
    case Quantity::income_floor: return {"mức thu nhập thấp nhất được chọn", "lowest income that may be chosen"};
    case Quantity::income_ceiling_multiple:
      return {"số lần lương cơ sở (mức tham chiếu) của mức cao nhất",
              "multiple of the base salary (reference level) for the highest income"};
    case Quantity::income_ceiling: return {"mức thu nhập cao nhất được chọn", "highest income that may be chosen"};
    case Quantity::income_step: return {"bước giữa hai bậc thu nhập", "step between two levels of income"};
    case Quantity::due_window:
      return {"thời hạn đóng, tính từ tháng bắt đầu", "due window, counted from the first month"};
    case Quantity::last_day_in_time: return {"ngày cuối cùng đóng đúng hạn", "last day in time"};
    case Quantity::contribution_rate: return {"tỷ lệ đóng", "contribution rate"};
    case Quantity::contribution: return {"mức đóng của cả kỳ", "contribution for the whole payment"};
    case Quantity::support_rate: return {"tỷ lệ Nhà nước hỗ trợ", "State support rate"};
    case Quantity::support_from: return {"tháng đầu tiên được Nhà nước hỗ trợ", "first month that the State supports"};
    case Quantity::supportable_months:
      return {"số tháng của kỳ đóng thuộc diện được hỗ trợ", "months of the payment that can be supported"};
    case Quantity::support_cap_months:
      return {"số tháng được Nhà nước hỗ trợ nhiều nhất", "most months of State support in a lifetime"};
    case Quantity::remaining_months: return {"số tháng hỗ trợ còn lại", "months of State support left"};
    case Quantity::supported_months:
      return {"số tháng được Nhà nước hỗ trợ trong kỳ này", "months that the State supports in this payment"};
    case Quantity::central_support: return {"Nhà nước hỗ trợ", "State support"};
    case Quantity::rule_share: return {"tỷ lệ hỗ trợ thêm", "share that the programme pays"};
    case Quantity::rule_sum: return {"mức hỗ trợ thêm mỗi tháng", "sum that the programme pays per month"};
    case Quantity::rule_income: return {"mức thu nhập do chương trình ấn định", "income that the programme states"};
    case Quantity::rule_limit: return {"số tháng nhiều nhất của chương trình", "most months that the programme pays"};
    case Quantity::rule_remaining_months:
      return {"số tháng còn lại của chương trình", "months that the programme has left"};
    case Quantity::rule_months:
      return {"số tháng chương trình hỗ trợ trong kỳ này", "months that the programme pays in this payment"};
    case Quantity::layer_top_up: return {"địa phương hỗ trợ thêm", "local top-up"};
    case Quantity::other_support: return {"hỗ trợ khác được tính", "support by others that counts"};
    case Quantity::parts_total: return {"tổng các khoản hỗ trợ", "all support together"};
    case Quantity::excess: return {"phần hỗ trợ vượt mức đóng", "support above the contribution"};
    case Quantity::layer_top_up_after_cut: return {"địa phương hỗ trợ thêm sau khi giảm", "local top-up after the cut"};
    case Quantity::central_support_after_cut: return {"Nhà nước hỗ trợ sau khi giảm", "State support after the cut"};
    case Quantity::participant_share: return {"người tham gia đóng", "participant's share"};
    case Quantity::fund_return_rate:
      return {"lãi suất đầu tư bình quân tháng của quỹ (r)", "monthly return of the fund (r)"};
    case Quantity::late_months: return {"số tháng chậm đóng", "months of delay"};
    case Quantity::th_support:
      return {"cách tính hỗ trợ cho thời gian còn thiếu", "edition of the support for missing months"};
    case Quantity::refund_day: return {"ngày phát sinh hoàn trả", "day of the event"};
    case Quantity::refund_months: return {"số tháng được hoàn trả", "months given back"};
    case Quantity::used_months: return {"số tháng đã tính", "months used"};
    case Quantity::supportable_from:
      return {"số tháng đầu kỳ không thuộc diện được hỗ trợ", "first months that the State cannot support"};
    case Quantity::used_supportable_months:
      return {"số tháng đã tính thuộc diện được hỗ trợ", "months used that the State can support"};
    case Quantity::refund_gross:
      return {"số tiền đã đóng cho thời gian còn lại", "what was paid for the months given back"};
    case Quantity::months_given_back:
      return {"số tháng được hỗ trợ trong thời gian còn lại", "supported months given back"};
    case Quantity::central_support_refund: return {"trả lại Nhà nước", "State support given back"};
    case Quantity::layer_refund: return {"trả lại địa phương", "local top-up given back"};
    case Quantity::other_support_refund: return {"trả lại tổ chức, cá nhân khác", "support by others given back"};
    case Quantity::refund_before_limit: return {"phần còn lại của người tham gia", "what is left for the participant"};
    case Quantity::refund: return {"người tham gia được hoàn trả", "refund to the participant"};
  }
  return {};
}

}  // namespace

std::string_view words(Errc code, Language language) { return phrase(code).in(language); }
std::string_view words(Field field, Language language) { return phrase(field).in(language); }
std::string_view words(Flag flag, Language language) { return phrase(flag).in(language); }
std::string_view words(Standing standing, Language language) { return phrase(standing).in(language); }
std::string_view words(Sources sources, Language language) { return phrase(sources).in(language); }
std::string_view words(Confidence confidence, Language language) { return phrase(confidence).in(language); }
std::string_view words(Parameter parameter, Language language) { return phrase(parameter).in(language); }
std::string_view words(RecordKind kind, Language language) { return phrase(kind).in(language); }
std::string_view words(SourceOfMoney source, Language language) { return phrase(source).in(language); }
std::string_view words(ThSupport edition, Language language) { return phrase(edition).in(language); }
std::string_view words(RefundReason reason, Language language) { return phrase(reason).in(language); }
std::string_view words(Quantity quantity, Language language) { return phrase(quantity).in(language); }

std::string layer_words(std::string_view layer, Language language) {
  if (layer == "province") return std::string{Phrase{"tỉnh hỗ trợ thêm", "province top-up"}.in(language)};
  if (layer == "locality") return std::string{Phrase{"huyện, xã hỗ trợ thêm", "locality top-up"}.in(language)};
  return report::say(language, "hỗ trợ thêm ({})", "top-up ({})", report::plain(layer));
}

}  // namespace ansinh
