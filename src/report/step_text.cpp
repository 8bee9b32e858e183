// One step of an explanation as a sentence.
#include <array>
#include <utility>
#include <vector>

#include "report/datum_text.hpp"
#include "report/escape.hpp"
#include "report/explanation_parts.hpp"
#include "report/law_text.hpp"
#include "report/phrase.hpp"

namespace ansinh::report {
namespace {

// How the sentence of a quantity begins, up to its value.
constexpr Phrase lead(Quantity quantity) {
  switch (quantity) {
    case Quantity::paid_on: return {"Ngày đóng là", "The day of payment is"};
    case Quantity::first_month: return {"Kỳ đóng bắt đầu từ tháng", "The first month covered is"};
    case Quantity::income: return {"Mức thu nhập làm căn cứ đóng là", "The contributory income is"};
    case Quantity::covered_months: return {"Kỳ đóng gồm", "The payment covers"};
    case Quantity::months_supported: return {"Trước đó Nhà nước đã hỗ trợ", "The State has already supported"};
    case Quantity::local_months_used:
      return {"Trước đó chương trình của địa phương đã hỗ trợ", "The local programme has already supported"};
    case Quantity::other_support_given:
      return {"Tổ chức, cá nhân khác hỗ trợ", "Other organisations or individuals give"};
    case Quantity::base_salary: return {"Lương cơ sở (mức tham chiếu) là", "The base salary (reference level) is"};
    case Quantity::rural_poverty_line: return {"Chuẩn hộ nghèo khu vực nông thôn là", "The rural poverty line is"};
    case Quantity::income_floor:
      return {"Mức thu nhập thấp nhất được chọn là", "The lowest income that may be chosen is"};
    case Quantity::income_ceiling_multiple:
      return {"Mức thu nhập cao nhất bằng số lần lương cơ sở (mức tham chiếu) là",
              "The highest income, in times of the base salary (reference level), is"};
    case Quantity::income_ceiling:
      return {"Mức thu nhập cao nhất được chọn là", "The highest income that may be chosen is"};
    case Quantity::income_step: return {"Bước giữa hai bậc thu nhập là", "The step between two levels of income is"};
    case Quantity::due_window:
      return {"Thời hạn đóng, tính từ tháng bắt đầu, là", "The due window, counted from the first month, is"};
    case Quantity::last_day_in_time: return {"Ngày cuối cùng đóng đúng hạn là", "The last day in time is"};
    case Quantity::contribution_rate: return {"Tỷ lệ đóng là", "The contribution rate is"};
    case Quantity::contribution: return {"Mức đóng của cả kỳ là", "The contribution for the whole payment is"};
    case Quantity::support_rate:
      return {"Tỷ lệ Nhà nước hỗ trợ trên mức đóng theo chuẩn hộ nghèo là",
              "Of the contribution on the poverty line the State pays"};
    case Quantity::support_from: return {"Nhà nước hỗ trợ từ tháng", "The State supports months from"};
    case Quantity::supportable_months:
      return {"Số tháng của kỳ đóng thuộc diện được Nhà nước hỗ trợ là",
              "The months of the payment that the State can support are"};
    case Quantity::support_cap_months:
      return {"Mỗi người được Nhà nước hỗ trợ nhiều nhất", "In a lifetime the State supports at most"};
    case Quantity::remaining_months: return {"Số tháng Nhà nước còn hỗ trợ là", "The months of State support left are"};
    case Quantity::supported_months: return {"Trong kỳ này Nhà nước hỗ trợ", "In this payment the State supports"};
    case Quantity::central_support: return {"Nhà nước hỗ trợ", "The State pays"};
    case Quantity::rule_share: return {"Chương trình của địa phương hỗ trợ", "The local programme pays"};
    case Quantity::rule_sum:
      return {"Chương trình của địa phương hỗ trợ mỗi tháng", "The local programme pays per month"};
    case Quantity::rule_income:
      return {"Mức thu nhập do chương trình ấn định là", "The income that the programme states is"};
    case Quantity::rule_limit: return {"Chương trình hỗ trợ nhiều nhất", "The programme pays for at most"};
    case Quantity::rule_remaining_months: return {"Chương trình còn hỗ trợ", "The programme has left"};
    case Quantity::rule_months: return {"Trong kỳ này chương trình hỗ trợ", "In this payment the programme pays for"};
    case Quantity::layer_top_up: return {"Địa phương hỗ trợ thêm", "The local top-up is"};
    case Quantity::other_support: return {"Hỗ trợ khác được tính là", "The support by others that counts is"};
    case Quantity::parts_total: return {"Các khoản hỗ trợ cộng lại là", "All support together is"};
    case Quantity::excess: return {"Các khoản hỗ trợ vượt mức đóng", "The support exceeds the contribution by"};
    case Quantity::layer_top_up_after_cut:
      return {"Sau khi giảm, địa phương hỗ trợ thêm", "After the cut the local top-up is"};
    case Quantity::central_support_after_cut: return {"Sau khi giảm, Nhà nước hỗ trợ", "After the cut the State pays"};
    case Quantity::participant_share: return {"Người tham gia đóng", "The participant pays"};
    case Quantity::fund_return_rate:
      return {"Lãi suất đầu tư bình quân tháng của quỹ (r) là", "The fund's monthly return (r) is"};
    case Quantity::late_months: return {"Số tháng chậm đóng là", "The months of delay are"};
    case Quantity::th_support: return {"Hỗ trợ cho thời gian còn thiếu:", "Support for missing months:"};
    case Quantity::refund_day: return {"Ngày phát sinh hoàn trả là", "The day of the event is"};
    case Quantity::refund_months: return {"Thời gian còn lại được hoàn trả là", "The time given back is"};
    case Quantity::used_months: return {"Thời gian đã tính là", "The time used is"};
    case Quantity::supportable_from:
      return {"Số tháng đầu kỳ không thuộc diện được Nhà nước hỗ trợ là",
              "The first months, which the State cannot support, are"};
    case Quantity::used_supportable_months:
      return {"Thời gian đã tính thuộc diện được Nhà nước hỗ trợ là", "Of the time used, the State can support"};
    case Quantity::refund_gross:
      return {"Số tiền đã đóng cho thời gian còn lại là", "What was paid for the time given back is"};
    case Quantity::months_given_back:
      return {"Số tháng được hỗ trợ trong thời gian còn lại là", "The supported months given back are"};
    case Quantity::central_support_refund:
      return {"Trả lại Nhà nước phần hỗ trợ", "Of it the State's support goes back:"};
    case Quantity::layer_refund: return {"Trả lại địa phương phần hỗ trợ", "Of it the local top-up goes back:"};
    case Quantity::other_support_refund:
      return {"Trả lại tổ chức, cá nhân khác phần hỗ trợ", "Of it the support by others goes back:"};
    case Quantity::refund_before_limit:
      return {"Phần còn lại của người tham gia là", "What is left for the participant is"};
    case Quantity::refund: return {"Người tham gia được hoàn trả", "The participant gets back"};
  }
  return {};
}

bool per_month(Quantity quantity) {
  switch (quantity) {
    case Quantity::income:
    case Quantity::base_salary:
    case Quantity::rural_poverty_line:
    case Quantity::income_floor:
    case Quantity::income_ceiling:
    case Quantity::rule_income: return true;
    default: return false;
  }
}

// Counts in the law that are months.
bool counts_months(Quantity quantity) {
  return quantity == Quantity::due_window || quantity == Quantity::support_cap_months;
}

// Support rates and shares are shares of something; which, is said after the number.
std::string share_base(const Step& step, Language language) {
  if (step.quantity != Quantity::rule_share || step.rule == nullptr) return {};
  if (std::holds_alternative<OwnShare>(step.rule->per_month)) {
    return say(language, " mức đóng của chính người tham gia", " of the participant's own contribution");
  }
  if (std::holds_alternative<StatedIncomeShare>(step.rule->per_month)) {
    return say(language, " mức đóng trên mức thu nhập do chương trình ấn định",
               " of the contribution on the income that the programme states");
  }
  return say(language, " mức đóng theo chuẩn hộ nghèo", " of the contribution on the poverty line");
}

std::string value_of(const LawBook& book, const Step& step, Language language) {
  if (step.quantity == Quantity::th_support) {
    return std::string{words(
        step.value.raw_text() == name(ThSupport::nominal) ? ThSupport::nominal : ThSupport::compounded, language)};
  }
  std::string text = datum_text(book, step.value, language);
  if (counts_months(step.quantity) && step.value.kind() == Datum::Kind::count) {
    text = months_text(step.value.number(), language);
  }
  if (step.value.kind() == Datum::Kind::money && per_month(step.quantity)) {
    text += say(language, "/tháng", " per month");
  }
  return text + share_base(step, language);
}

std::vector<std::string> inputs_of(const LawBook& book, const Explanation& explanation, const Step& step,
                                   Language language) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < step.input_count && i < step.inputs.size(); ++i) {
    const std::size_t input = step.inputs[i];
    if (input < explanation.steps.size()) {
      const Step& from = explanation.steps[input];
      texts.push_back(counts_months(from.quantity) ? months_text(from.value.number(), language)
                                                   : datum_text(book, from.value, language));
    }
  }
  return texts;
}

// How a rounded amount goes on after its value.
std::string rounding(const Step& step, Language language) {
  return step.tie ? say(language, ", đúng giữa hai đồng nên làm tròn lên (giả định)",
                        ", exactly between two đồng and so rounded up (assumed)")
                  : say(language, ", làm tròn đến đồng", ", to the nearest đồng");
}

// Amounts over years, whose last inputs are not factors but say which powers of 1 + r are added:
// "22% × 1.500.000 đ × Σ(1 + 0,31%)^−i, i = 0…59 = 18.098.148 đ".
std::string with_return(const Explanation& explanation, const Step& step, std::vector<std::string> inputs,
                        const std::string& value, Language language) {
  const auto number_at = [&](std::size_t from_end) {
    return explanation.steps[step.inputs[step.input_count - from_end]].value.number();
  };
  const std::size_t tail = step.operation == Operation::nearest_dong_late ? 2 : 3;
  if (inputs.size() < tail || inputs.size() != step.input_count) return value;
  const std::string grown = fmt::format("(1 + {})", inputs[inputs.size() - tail]);
  std::string powers;
  if (step.operation == Operation::nearest_dong_late) {
    powers = fmt::format("{}^{}", grown, number_at(1));
  } else if (step.operation == Operation::nearest_dong_discounted) {
    powers = fmt::format("Σ{}^−i, i = {}…{}", grown, number_at(2) - number_at(1), number_at(2) - 1);
  } else {
    powers = fmt::format("Σ{}^i, i = {}…{}", grown, number_at(2) - number_at(1) + 1, number_at(2));
  }
  inputs.resize(inputs.size() - tail);
  inputs.push_back(std::move(powers));
  return joined(inputs, " × ") + " = " + value + rounding(step, language);
}

// "22% × 1.500.000 đ × 1 tháng = 330.000 đ"
std::string formula(const LawBook& book, const Explanation& explanation, const Step& step, Language language) {
  const std::string value = value_of(book, step, language);
  const std::vector<std::string> inputs = inputs_of(book, explanation, step, language);
  switch (step.operation) {
    case Operation::given:
    case Operation::looked_up:
    case Operation::same:
    case Operation::counted: return value;
    case Operation::product: return inputs.empty() ? value : joined(inputs, " × ") + " = " + value;
    case Operation::nearest_dong: {
      const std::string text = inputs.empty() ? value : joined(inputs, " × ") + " = " + value;
      return text + rounding(step, language);
    }
    case Operation::nearest_dong_discounted:
    case Operation::nearest_dong_compounded:
    case Operation::nearest_dong_late: return with_return(explanation, step, inputs, value, language);
    case Operation::prorated:
      return inputs.size() != 3
                 ? value
                 : fmt::format("{} × {} / {} = {}{}", inputs[0], inputs[1], inputs[2], value, rounding(step, language));
    case Operation::sum: return inputs.size() < 2 ? value : joined(inputs, " + ") + " = " + value;
    case Operation::difference: return inputs.size() < 2 ? value : joined(inputs, " − ") + " = " + value;
    case Operation::difference_or_zero:
      return inputs.size() < 2
                 ? value
                 : say(language, "{0} ({1}, không thấp hơn 0)", "{0} ({1}, not below 0)", value, joined(inputs, " − "));
    case Operation::least:
      return inputs.size() < 2 ? value
                               : say(language, "{0}, số nhỏ nhất trong {1}", "{0}, the least of {1}", value,
                                     joined(inputs, language == Language::vi ? " và " : " and "));
    case Operation::end_of_window:
      if (inputs.size() == 1) return say(language, "{0}, hết tháng {1}", "{0}, the end of {1}", value, inputs[0]);
      return inputs.empty() ? value
                            : say(language, "{0}, hết {1} kể từ tháng {2}", "{0}, the end of {1} from {2}", value,
                                  inputs[1], inputs[0]);
    case Operation::months_after:
      return inputs.size() < 2 ? value
                               : say(language, "{0}, sau ngày {1} đến tháng của ngày {2}",
                                     "{0}, after {1} to the month of {2}", value, inputs[1], inputs[0]);
  }
  return value;
}

std::string remark(const LawBook& book, const Explanation& explanation, const Step& step, Language language) {
  std::vector<std::string> parts;
  if (step.operation == Operation::given && step.is_default) {
    parts.push_back(say(language, "không khai, lấy mặc định", "not given, the default"));
  }
  if (step.operation == Operation::counted) {
    // One input leaves nothing: a day before there was support, or no supported month.
    const bool no_support_yet = step.input_count == 1 && step.inputs[0] < explanation.steps.size() &&
                                explanation.steps[step.inputs[0]].value.kind() == Datum::Kind::day;
    if (step.quantity == Quantity::supportable_months && step.input_count == 1) {
      parts.push_back(say(language, "không có văn bản về hỗ trợ khi đóng bù, giả định là không",
                          "no text says whether a late make-up is supported; none is assumed"));
    } else if (no_support_yet) {
      parts.push_back(say(language, "ngày đóng này không có quy định hỗ trợ", "there is no support on that day"));
    } else {
      parts.push_back(step.input_count == 1 ? say(language, "không có tháng nào được hỗ trợ", "no month is supported")
                                            : say(language, "đếm theo lịch", "counted by the calendar"));
    }
  }
  if (step.quantity == Quantity::support_rate || step.quantity == Quantity::rule_share ||
      step.quantity == Quantity::rule_sum) {
    parts.push_back(step.groups.empty()
                        ? say(language, "mọi người tham gia", "every participant")
                        : say(language, "đối tượng: {}", "group: {}", printed(book, step.groups, language)));
  }
  if (step.formula != nullptr) parts.push_back(citation_and_standing(*step.formula, language));
  if (step.quantity == Quantity::fund_return_rate && step.operation == Operation::given) {
    parts.push_back(say(language, "do người dùng khai", "given by the caller"));
  }
  if (step.quantity == Quantity::fund_return_rate && step.row != nullptr) {
    parts.push_back(say(language, "áp dụng cho {}", "for {}", period_text(step.row->from, step.row->to, language)));
  }
  if (step.programme != nullptr && (step.quantity == Quantity::rule_share || step.quantity == Quantity::rule_sum ||
                                    step.quantity == Quantity::rule_income || step.quantity == Quantity::rule_limit)) {
    parts.push_back(say(language, "chương trình {}", "programme {}", plain(step.programme->id)));
    parts.push_back(citation_and_standing(*step.programme, language));
  } else if (step.row != nullptr) {
    parts.push_back(citation_and_standing(*step.row, language));
  }
  if (step.programme != nullptr &&
      (step.quantity == Quantity::layer_top_up || step.quantity == Quantity::layer_top_up_after_cut ||
       step.quantity == Quantity::layer_refund) &&
      step.layer < book.layers().size()) {
    parts.push_back(layer_words(book.layers()[step.layer], language));
  }
  std::erase_if(parts, [](const std::string& part) { return part.empty(); });
  return parts.empty() ? std::string{} : " (" + joined(parts, "; ") + ")";
}

}  // namespace

std::string step_text(const Rules& rules, const Explanation& explanation, const Step& step, Language language) {
  const LawBook& book = rules.book();
  return fmt::format("{} {}{}.", lead(step.quantity).in(language), formula(book, explanation, step, language),
                     remark(book, explanation, step, language));
}

}  // namespace ansinh::report
