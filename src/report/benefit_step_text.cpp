// A step of a benefit as a sentence.
#include "report/benefit_parts.hpp"
#include "report/datum_text.hpp"
#include "report/explanation_parts.hpp"
#include "report/phrase.hpp"

namespace ansinh {
namespace {

using report::age_text;
using report::months_text;
using report::say;
using report::years_text;
using Q = BenefitQuantity;

// "1,14", "1.14"
std::string hundredths_text(std::int64_t hundredths, Language language) {
  const std::string rest = std::to_string(100 + hundredths % 100);
  return std::to_string(hundredths / 100) + (language == Language::vi ? ',' : '.') + rest.substr(1);
}

std::string factor_text(std::int64_t digits, std::int64_t one, Language language) {
  std::string text = std::to_string(digits / one);
  if (one == 1) return text;
  return text + (language == Language::vi ? ',' : '.') + std::to_string(one + digits % one).substr(1);
}

class StepSentence {
 public:
  StepSentence(const BenefitRules& rules, const BenefitStep& step, Language language)
      : book_{rules.book()}, step_{step}, language_{language} {}

  [[nodiscard]] std::string text() const {
    const std::string v = value();
    switch (step_.quantity) {
      case Q::birth: return say(language_, "Tháng sinh: {}", "Born in {}", v);
      case Q::event: return say(language_, "Tháng phát sinh: {}", "Event in {}", v);
      case Q::voluntary_months: return say(language_, "Đóng BHXH tự nguyện: {}", "Voluntary contributions: {}", v);
      case Q::compulsory_months: return say(language_, "Đóng BHXH bắt buộc: {}", "Compulsory contributions: {}", v);
      case Q::retirement_age: return say(language_, "Tuổi nghỉ hưu: {}", "Retirement age: {}", age());
      case Q::age_reached: return say(language_, "Đủ tuổi nghỉ hưu vào tháng {}", "The age is reached in {}", v);
      case Q::early_choice:
        return say(language_, "Người tham gia trước năm 2021 có từ đủ 20 năm tự nguyện, chọn nghỉ hưu ở {}",
                   "Began before 2021 with 20 voluntary years, and retires by choice at {}", age());
      case Q::pension_months:
        return say(language_, "Thời gian đóng tối thiểu để hưởng lương hưu: {}", "Months that a pension takes: {}", v);
      case Q::missing_months:
        return say(language_, "Còn thiếu: {0} ({1} − {2})", "Missing: {0} ({1} − {2})", v, part(0), part(1));
      case Q::first_payment: return say(language_, "Hưởng lương hưu từ tháng {}", "The pension is paid from {}", v);
      case Q::coefficient:
        return say(language_, "Năm {0}: {1}, tổng thu nhập {2}, hệ số điều chỉnh {3}",
                   "{0}: {1}, incomes {2} together, coefficient {3}", step_.parts[0].number(), part(1), part(2),
                   hundredths_text(step_.value.number(), language_));
      case Q::missing_income:
        return say(language_, "Đóng một lần cho {0} còn thiếu, tổng thu nhập {1}, hệ số {2}",
                   "{0} missing months paid at once, incomes {1} together, coefficient {2}", part(0), part(1),
                   hundredths_text(step_.value.number(), language_));
      case Q::average_income:
        return say(language_, "Mức bình quân thu nhập của {0}: {1} (chưa làm tròn khi tính tiếp)",
                   "Indexed average income of {0}: {1} (not rounded in what follows)", part(0), v);
      case Q::benefit_years:
        return say(language_, "Số năm để tính hưởng: {0} (từ {1})", "Benefit years: {0} (of {1})", years(), part(0));
      case Q::pension_rate:
        return say(language_, "Tỷ lệ hưởng với {0}: {1}", "Replacement rate at {0}: {1}", years(0), v);
      case Q::pension:
        return say(language_, "Lương hưu mỗi tháng: {0} × {1} = {2}", "Pension per month: {0} × {1} = {2}", part(0),
                   part(1), v);
      case Q::years_above_cap:
        return say(language_, "Số năm đóng cao hơn số năm của tỷ lệ tối đa: {0} − {1} = {2}",
                   "Years above those of the highest rate: {0} − {1} = {2}", years(0), years(1), years());
      case Q::years_after_age:
        return say(language_, "Trong đó đóng sau tuổi nghỉ hưu: {}",
                   "Of these contributed after the retirement age: {}", years());
      case Q::lump_sum_above_cap:
        return say(language_, "Trợ cấp một lần khi nghỉ hưu: {0} × (0,5 × {1} + 2 × {2}) = {3}",
                   "Lump sum at retirement: {0} × (0.5 × {1} + 2 × {2}) = {3}", part(0), years(1), years(2), v);
      case Q::months_before_2014: return say(language_, "Tháng đóng trước năm 2014: {}", "Months before 2014: {}", v);
      case Q::months_from_2014: return say(language_, "Tháng đóng từ năm 2014: {}", "Months from 2014: {}", v);
      case Q::moved_months:
        return say(language_, "Tháng lẻ trước năm 2014 chuyển sang giai đoạn sau: {}",
                   "Odd months moved to the later stage: {}", v);
      case Q::years_before_2014:
        return say(language_, "Số năm tính trước năm 2014: {}", "Years before 2014: {}", years());
      case Q::years_from_2014: return say(language_, "Số năm tính từ năm 2014: {}", "Years from 2014: {}", years());
      case Q::contributions_paid: return say(language_, "Số tiền đã đóng: {}", "The amount paid: {}", v);
      case Q::two_averages: return say(language_, "Nhiều nhất bằng 2 × {0} = {1}", "At most 2 × {0} = {1}", part(0), v);
      case Q::gross:
      case Q::survivor_lump_sum: return lump(v);
      case Q::supported_months:
        return say(language_, "Số tháng có Nhà nước hỗ trợ: {}", "Months that the State supported: {}", v);
      case Q::support_deducted:
        return say(language_, "Trừ tiền Nhà nước đã hỗ trợ, cộng từng tháng: {}",
                   "State support taken out, month by month: {}", v);
      case Q::net:
        return say(language_, "Được nhận: {0} − {1} = {2}", "To be paid: {0} − {1} = {2}", part(0), part(1), v);
      case Q::months_of_pension:
        return say(language_, "Đã hưởng {1} lương hưu {0}: tính {2} tháng lương hưu",
                   "{1} of a pension of {0} drawn: {2} months of pension", part(0), part(1), halves_number());
      case Q::lump_of_pension:
        return say(language_, "Trợ cấp tuất một lần: {0} × {1} = {2}", "Survivors' lump sum: {0} × {1} = {2}", part(0),
                   halves_number(1), v);
      case Q::reference_level: return say(language_, "Mức tham chiếu: {}", "Reference level: {}", v);
      case Q::funeral_grant:
        return say(language_, "Trợ cấp mai táng: 10 × {0} = {1}", "Funeral grant: 10 × {0} = {1}", part(0), v);
      case Q::three_averages: return say(language_, "Ít nhất bằng 3 × {0} = {1}", "At least 3 × {0} = {1}", part(0), v);
      case Q::months_before_birth:
        return say(language_, "Số tháng đóng trong 12 tháng trước khi sinh con: {}",
                   "Months of contributions in the twelve before the birth: {}", v);
      case Q::allowance_per_child: return say(language_, "Mức trợ cấp cho mỗi con: {}", "Allowance per child: {}", v);
      case Q::maternity_allowance:
        return say(language_, "Trợ cấp thai sản: {0} × {1} = {2}", "Maternity allowance: {0} × {1} = {2}", part(0),
                   step_.parts[1].number(), v);
      case Q::social_pension: return say(language_, "Mức trợ cấp hưu trí xã hội: {}", "Social pension: {}", v);
      case Q::funded_months:
        return say(language_, "Số tháng từ tiền đã đóng: {0} × 2 × {1} / {2}, làm tròn lên {3}",
                   "Months that the contributions pay for: {0} × 2 × {1} / {2}, rounded up to {3}", part(0), years(1),
                   part(2), v);
      case Q::months_to_social_pension:
        return say(language_, "Thời gian đến tuổi hưởng trợ cấp hưu trí xã hội: {}",
                   "Until the age of the social pension: {}", v);
      case Q::bridge_allowance:
        return say(language_, "Trợ cấp hằng tháng: {0}, trong {1}", "Monthly allowance: {0}, for {1}", v, part(2));
      case Q::may_pay_once:
        return say(language_, "Có thể đóng một lần cho {0} còn thiếu: {1} × {0} = {2}",
                   "May be paid once for the {0} that are short: {1} × {0} = {2}", part(0), part(1), v);
      case Q::plan_payments:
        return say(language_,
                   "Từ tháng {0}: {1} kỳ, thu nhập {2}, người tham gia đóng {3} mỗi kỳ (Nhà nước {4}, địa phương {5})",
                   "From {0}: {1} payments at an income of {2}, the participant pays {3} each (State {4}, local {5})",
                   part(0), step_.parts[1].number(), part(2), v, part(3), part(4));
      case Q::fixed_factor:
        return say(language_, "Hệ số trượt giá cố định {0}, theo yêu cầu; luật không có hệ số này",
                   "A fixed price factor of {0}, as asked for; it has no basis in law",
                   factor_text(step_.value.number(), step_.parts[0].number(), language_));
      case Q::plan_months:
        return say(language_, "Số tháng sẽ đóng: {0}, đã đóng trước đó: {1}", "Months to pay for: {0}, so far: {1}", v,
                   part(0));
      case Q::participant_total:
        return say(language_, "Tổng mức đóng {0}: Nhà nước {1}, địa phương {2}, người tham gia {3}",
                   "Contributions {0}: State {1}, local {2}, participant {3}", part(0), part(1), part(2), v);
      case Q::break_even_months:
        return say(language_, "Số tháng lương hưu để bằng số tiền tự đóng: {0} / {1}, làm tròn lên {2}",
                   "Months of pension until they reach the own payments: {0} / {1}, rounded up to {2}", part(0),
                   part(1), v);
    }
    return v;
  }

 private:
  [[nodiscard]] std::string value() const { return report::datum_text(book_, step_.value, language_); }
  [[nodiscard]] std::string part(std::size_t i) const { return report::datum_text(book_, step_.parts[i], language_); }
  [[nodiscard]] std::string years() const { return years_text(step_.value.number(), language_); }
  [[nodiscard]] std::string years(std::size_t i) const { return years_text(step_.parts[i].number(), language_); }
  [[nodiscard]] std::string age() const { return age_text(step_.value.number(), language_); }
  [[nodiscard]] std::string halves_number() const { return number_of_halves(step_.value.number()); }
  [[nodiscard]] std::string halves_number(std::size_t i) const { return number_of_halves(step_.parts[i].number()); }
  [[nodiscard]] std::string number_of_halves(std::int64_t halves) const {
    return std::to_string(halves / 2) + (halves % 2 == 0 ? "" : language_ == Language::vi ? ",5" : ".5");
  }

  [[nodiscard]] std::string lump(const std::string& v) const {
    const bool survivors = step_.quantity == Q::survivor_lump_sum;
    const std::string what = survivors ? say(language_, "Trợ cấp tuất một lần", "Survivors' lump sum")
                                       : say(language_, "Mức hưởng một lần", "One-time payment");
    if (step_.part_count == 3) {
      return say(language_, "{0}: {1} × (1,5 × {2} + 2 × {3}) = {4}", "{0}: {1} × (1.5 × {2} + 2 × {3}) = {4}", what,
                 part(0), years(1), years(2), v);
    }
    if (step_.part_count == 2) return fmt::format("{}: {} × {} = {}", what, part(0), halves_number(1), v);
    return fmt::format("{}: {}", what, v);
  }

  const LawBook& book_;
  const BenefitStep& step_;
  Language language_;
};

}  // namespace

std::string printed(const BenefitRules& rules, const BenefitStep& step, Language language) {
  std::string text = StepSentence{rules, step, language}.text();
  std::string source;
  if (step.provision != nullptr) {
    const Provision& provision = *step.provision;
    source = printed(provision.citation, language);
    if (provision.standing != Standing::text && provision.standing != Standing::official_example) {
      source += "; " + std::string{words(provision.standing, language)};
      if (provision.standing != Standing::assumed) source += ", " + std::string{words(provision.sources, language)};
    }
  } else if (step.row != nullptr) {
    source = report::citation_and_standing(*step.row, language);
  }
  if (!source.empty()) text += " (" + source + ")";
  return text + ".";
}

}  // namespace ansinh

namespace ansinh::report {

std::string age_text(std::int64_t months, Language language) {
  if (months % 12 == 0) return say(language, "{} tuổi", "{} years", months / 12);
  return say(language, "{0} tuổi {1} tháng", "{0} years {1} months", months / 12, months % 12);
}

std::string years_text(std::int64_t halves, Language language) {
  const std::string number = std::to_string(halves / 2) + (halves % 2 == 0            ? ""
                                                           : language == Language::vi ? ",5"
                                                                                      : ".5");
  return say(language, "{} năm", "{} years", number);
}

}  // namespace ansinh::report
