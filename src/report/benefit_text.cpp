// Benefits as text.
#include "report/benefit_parts.hpp"
#include "report/datum_text.hpp"
#include "report/phrase.hpp"

namespace ansinh {
namespace {

using report::BenefitFrame;
using report::months_text;
using report::say;

std::string not_eligible(std::string what, NotEligible reason, Language language) {
  return say(language, "Chưa được hưởng {0}: {1}.", "No {0}: {1}.", what, words(reason, language));
}

template <class Request, class Answer>
BenefitFrame frame_of(const BenefitRules& rules, const Request& request, ContributionRecord record,
                      const Answer& answer) {
  return {answer.flags, answer.readings, {}, {}, steps(rules, request, record, answer)};
}

std::string per_month(Money amount, Language language) {
  return say(language, "{} mỗi tháng", "{} per month", printed(amount));
}

}  // namespace

std::string benefit_text(const BenefitRules& rules, const PensionRequest& request, ContributionRecord record,
                         const Pension& answer, Language language, bool explain) {
  BenefitFrame frame = frame_of(rules, request, record, answer);
  if (answer.eligible) {
    frame.headline = say(language, "Lương hưu: {0}, từ tháng {1}.", "Pension: {0}, from {1}.",
                         per_month(answer.pension, language), printed(answer.eligible_from, language));
    frame.lines.push_back(say(language, "Mức bình quân thu nhập {0}, {1} để tính hưởng, tỷ lệ {2}.",
                              "Indexed average income {0}, {1} of benefit, replacement rate {2}.",
                              printed(answer.average_income), report::years_text(answer.halves, language),
                              printed(answer.rate, language)));
    if (answer.halves_above_cap > 0) {
      frame.lines.push_back(say(language, "Trợ cấp một lần khi nghỉ hưu: {}.", "Lump sum at retirement: {}.",
                                printed(answer.lump_sum_above_cap)));
    }
  } else {
    frame.headline = not_eligible(say(language, "lương hưu", "pension"), answer.reason, language);
    if (answer.missing_months > 0) {
      frame.lines.push_back(say(language, "Còn thiếu {0} đóng.", "{0} of contributions are missing.",
                                months_text(answer.missing_months, language)));
    }
    frame.lines.push_back(say(language, "Đủ tuổi ({0}) vào tháng {1}.", "The age ({0}) is reached in {1}.",
                              report::age_text(answer.age_months, language), printed(answer.age_reached, language)));
  }
  return framed_text(rules, frame, language, explain);
}

std::string benefit_text(const BenefitRules& rules, const OneTimeRequest& request, ContributionRecord record,
                         const OneTime& answer, Language language, bool explain) {
  BenefitFrame frame = frame_of(rules, request, record, answer);
  if (answer.eligible) {
    frame.headline =
        say(language, "BHXH một lần: được nhận {}.", "One-time payment: {} to be paid.", printed(answer.net));
    frame.lines.push_back(say(language, "Mức hưởng {0}, trừ tiền Nhà nước đã hỗ trợ {1}.",
                              "{0}, less State support of {1}.", printed(answer.gross),
                              printed(answer.support_deducted)));
  } else {
    frame.headline = not_eligible(say(language, "BHXH một lần", "one-time payment"), answer.reason, language);
  }
  return framed_text(rules, frame, language, explain);
}

std::string benefit_text(const BenefitRules& rules, const DeathRequest& request, ContributionRecord record,
                         const Death& answer, Language language, bool explain) {
  BenefitFrame frame = frame_of(rules, request, record, answer);
  if (answer.eligible) {
    frame.headline =
        say(language, "Trợ cấp mai táng {0}, trợ cấp tuất một lần {1}.", "Funeral grant {0}, survivors' lump sum {1}.",
            printed(answer.funeral_grant), printed(answer.survivor_lump_sum));
  } else {
    frame.headline = not_eligible(say(language, "chế độ tử tuất", "death benefit"), answer.reason, language);
  }
  return framed_text(rules, frame, language, explain);
}

std::string benefit_text(const BenefitRules& rules, const MaternityRequest& request, ContributionRecord record,
                         const Maternity& answer, Language language, bool explain) {
  BenefitFrame frame = frame_of(rules, request, record, answer);
  if (answer.eligible) {
    frame.headline = say(language, "Trợ cấp thai sản: {}.", "Maternity allowance: {}.", printed(answer.allowance));
    frame.lines.push_back(say(language, "Nếu cả cha và mẹ cùng đủ điều kiện thì chỉ một người hưởng.",
                              "Of two parents who qualify only one takes it."));
  } else {
    frame.headline = not_eligible(say(language, "trợ cấp thai sản", "maternity allowance"), answer.reason, language);
  }
  return framed_text(rules, frame, language, explain);
}

std::string benefit_text(const BenefitRules& rules, const BridgeRequest& request, ContributionRecord record,
                         const Bridge& answer, Language language, bool explain) {
  BenefitFrame frame = frame_of(rules, request, record, answer);
  if (answer.eligible) {
    frame.headline = say(language, "Trợ cấp hằng tháng: {0}, trong {1}.", "Monthly allowance: {0}, for {1}.",
                         per_month(answer.allowance, language), months_text(answer.allowance_months, language));
    if (Money{} < answer.may_pay_once) {
      frame.lines.push_back(say(language, "Có thể đóng thêm một lần {} để hưởng đến tuổi nhận trợ cấp hưu trí xã hội.",
                                "{} may be paid once to have it until the social pension.",
                                printed(answer.may_pay_once)));
    }
  } else {
    frame.headline = not_eligible(say(language, "trợ cấp hằng tháng", "monthly allowance"), answer.reason, language);
  }
  return framed_text(rules, frame, language, explain);
}

std::string plan_text(const BenefitRules& rules, const PlanExplanation& plan, Language language, bool explain) {
  if (!plan.outcome.ok()) return fault_message(rules.rules(), plan.outcome.fault(), language) + '\n';
  const Plan& answer = *plan.outcome;
  BenefitFrame frame{answer.flags, {}, {}, {}, steps(rules, plan)};
  frame.headline = say(language, "Thu nhập {0}: đóng đến tháng {1}, lương hưu dự kiến {2} từ tháng {3}.",
                       "Income {0}: payments until {1}, an expected pension of {2} from {3}.", printed(answer.income),
                       printed(answer.last_month, language), per_month(answer.pension, language),
                       printed(answer.eligible_from, language));
  frame.lines.push_back(say(language, "Trong {0} tự đóng {1}; Nhà nước đóng {2}, địa phương {3}.",
                            "In {0} the participant pays {1}; the State {2}, the province {3}.",
                            months_text(answer.months, language), printed(answer.participant_total),
                            printed(answer.central_total), printed(answer.local_total)));
  frame.lines.push_back(say(language, "Lương hưu bằng số tiền tự đóng sau {}.",
                            "The pension has returned that after {}.",
                            months_text(answer.break_even_months, language)));
  if (Money{} < answer.lump_sum_above_cap) {
    frame.lines.push_back(say(language, "Trợ cấp một lần khi nghỉ hưu: {}.", "Lump sum at retirement: {}.",
                              printed(answer.lump_sum_above_cap)));
  }
  frame.lines.push_back(say(
      language,
      "Giả định: giá hôm nay (hệ số {0}), luật của ngày {1} giữ nguyên về sau, đóng đến khi đủ tuổi và đủ thời gian.",
      "Assumed: today's prices (factor {0}), the law of {1} stays after it, payments until age and months suffice.",
      plan.request.fixed_factor.text(), printed(last_law_day, language)));
  if (answer.months_at_age < answer.months_total) {
    frame.lines.push_back(say(language, "Khi đủ tuổi (tháng {0}) mới có {1}; phần còn thiếu có thể đóng một lần.",
                              "At the age (in {0}) there are {1}; what is missing may then be paid at once.",
                              printed(answer.age_reached, language), months_text(answer.months_at_age, language)));
  }
  return framed_text(rules, frame, language, explain);
}

}  // namespace ansinh
