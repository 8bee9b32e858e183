// The plain answer: settled or not, who pays what, months, flags in words, what must have been checked.
#include <vector>

#include "report/amount_lines.hpp"
#include "report/datum_text.hpp"
#include "report/escape.hpp"
#include "report/explanation_parts.hpp"
#include "report/phrase.hpp"
#include "report/place_text.hpp"

namespace ansinh {
namespace {

using report::say;

std::string months_covered(const Request& request, int months, Language language) {
  const std::string day = printed(request.paid_on, language);
  if (request.term.kind() == Term::Kind::missing_months) {
    return say(language, "Đóng ngày {0} cho {1} còn thiếu", "Paid on {0} for {1} still missing", day,
               report::months_text(months, language));
  }
  const Month first = request.first_month.value_or(request.paid_on.month());
  if (months == 1)
    return say(language, "Đóng ngày {0} cho tháng {1}", "Paid on {0} for {1}", day, printed(first, language));
  return say(language, "Đóng ngày {0} cho {1} tháng, từ tháng {2} đến tháng {3}",
             "Paid on {0} for {1} months, {2} to {3}", day, months, printed(first, language),
             printed(first + (months - 1), language));
}

std::string what_is_paid(const Rules& rules, const Explanation& explanation, Language language) {
  const Request& request = explanation.request;
  std::string text = months_covered(request, explanation.outcome->months, language);
  text += say(language, ", mức thu nhập {}/tháng", ", income {} per month", printed(request.income));
  for (const Step& step : explanation.steps) {
    if (step.quantity != Quantity::fund_return_rate) continue;
    text +=
        say(language, ", r = {}/tháng", ", r = {} per month", report::datum_text(rules.book(), step.value, language));
  }
  text += say(language, ", {}", ", {}", printed(rules.book(), request.groups, language));
  return text + "; " + report::place_text(request.place, language) + ".\n";
}

std::vector<report::AmountLine> who_pays_what(const Rules& rules, const Explanation& explanation, Language language) {
  const LawBook& book = rules.book();
  const Assessment& answer = *explanation.outcome;
  std::vector<report::AmountLine> lines;
  lines.push_back({say(language, "Mức đóng", "Contribution"), printed(answer.contribution), {}});
  lines.push_back({say(language, "Nhà nước hỗ trợ", "State support"), printed(answer.central_support),
                   say(language, "{0}/{1} tháng được hỗ trợ", "{0} of {1} months supported", answer.supported_months,
                       answer.months)});
  for (const LayerAmount& layer : answer.layers()) {
    if (layer.layer >= book.layers().size() || layer.programme >= book.programmes().size()) continue;
    const Programme& programme = book.programmes()[layer.programme];
    lines.push_back({report::sentence(layer_words(book.layers()[layer.layer], language)), printed(layer.amount),
                     say(language, "{0}; nguồn: {1}", "{0}; paid from: {1}",
                         report::citation_and_standing(programme, language), words(layer.source, language))});
  }
  if (answer.layers().empty()) {
    const bool no_place = explanation.request.place == Place{};
    std::string remark;
    if (no_place) {
      remark = say(language, "không khai nơi cư trú nên không tính", "no place given, so none is counted");
    } else if (answer.flags.has(Flag::local_unknown)) {
      remark = say(language, "chưa rõ, không có nghĩa là không có", "not known; that does not mean none");
    }
    lines.push_back({say(language, "Địa phương hỗ trợ thêm", "Local top-up"), printed(answer.local_top_up), remark});
  }
  if (explanation.request.other_support != Money{}) {
    lines.push_back({say(language, "Tổ chức, cá nhân khác hỗ trợ", "Support by others"), printed(answer.other_support),
                     answer.other_support == explanation.request.other_support
                         ? std::string{}
                         : say(language, "đã cho {}", "given: {}", printed(explanation.request.other_support))});
  }
  lines.push_back({say(language, "Người tham gia đóng", "Participant pays"), printed(answer.participant_share), {}});
  return lines;
}

}  // namespace

namespace report {

std::string list_text(std::string_view heading, const std::vector<std::string>& items) {
  if (items.empty()) return {};
  std::string text = std::string{heading} + "\n";
  for (const std::string& item : items) text += "  - " + item + "\n";
  return text;
}

std::vector<std::string> conditions(const Explanation& explanation, Language language) {
  std::vector<std::string> texts;
  for (const Programme* programme : explanation.counted) {
    if (programme == nullptr) continue;
    for (const std::string& condition : programme->conditions) {
      texts.push_back(
          say(language, "{0} (chương trình {1})", "{0} (programme {1})", plain(condition), plain(programme->id)));
    }
  }
  return texts;
}

std::string conditions_text(const Explanation& explanation, Language language) {
  return list_text(say(language, "Phải kiểm tra trước, vì mức hỗ trợ của địa phương chỉ dành cho người có đủ:",
                       "To be checked first, since the local support is only for those who meet:"),
                   conditions(explanation, language));
}

std::string flags_text(Flags flags, Language language) {
  std::vector<std::string> texts;
  for (const Flag flag : all_flags) {
    if (flags.has(flag)) texts.push_back(std::string{words(flag, language)});
  }
  return list_text(say(language, "Lưu ý:", "Note:"), texts);
}

}  // namespace report

std::string assessment_text(const Rules& rules, const Explanation& explanation, Language language) {
  std::string text = opening_line(rules, explanation, language) + "\n";
  if (!explanation.outcome.ok()) return text;
  text += what_is_paid(rules, explanation, language);
  text += report::as_columns(who_pays_what(rules, explanation, language));
  text += report::flags_text(explanation.outcome->flags, language);
  text += report::conditions_text(explanation, language);
  return text;
}

}  // namespace ansinh
