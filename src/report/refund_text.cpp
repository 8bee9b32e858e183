// A refund as text and as JSON.
#include <vector>

#include "report/amount_lines.hpp"
#include "report/datum_text.hpp"
#include "report/explanation_json.hpp"
#include "report/explanation_parts.hpp"
#include "report/phrase.hpp"

namespace ansinh {
namespace {

using report::say;

std::string what_is_given_back(const RefundExplanation& explanation, Language language) {
  const RefundRequest& request = explanation.request;
  const Request& payment = request.payment;
  const int months = payment.term.covered_months();
  const Month first = payment.first_month.value_or(payment.paid_on.month());
  return say(language, "Đã đóng ngày {0} cho {1}; hoàn trả {2} cuối, từ tháng {3} đến tháng {4}: {5}, ngày {6}.\n",
             "Paid on {0} for {1}; the last {2} are given back, {3} to {4}: the participant {5}, on {6}.\n",
             printed(payment.paid_on, language), report::months_text(months, language),
             report::months_text(request.remaining, language), printed(first + (months - request.remaining), language),
             printed(first + (months - 1), language), words(request.reason, language), printed(request.on, language));
}

std::vector<report::AmountLine> where_it_goes(const Rules& rules, const RefundExplanation& explanation,
                                              Language language) {
  const LawBook& book = rules.book();
  const Refund& refund = *explanation.outcome;
  std::vector<report::AmountLine> lines;
  lines.push_back({say(language, "Số tiền đã đóng cho thời gian đó", "Paid for that time"), printed(refund.gross), {}});
  lines.push_back({say(language, "Trả lại Nhà nước", "Back to the State"), printed(refund.central_support),
                   explanation.request.support_refunded ? say(language, "theo số đã khai", "as stated") : ""});
  for (const LayerAmount& layer : refund.layers()) {
    if (layer.layer >= book.layers().size() || layer.programme >= book.programmes().size()) continue;
    lines.push_back({say(language, "Trả lại: {}", "Back: {}", layer_words(book.layers()[layer.layer], language)),
                     printed(layer.amount),
                     report::citation_and_standing(book.programmes()[layer.programme], language)});
  }
  if (explanation.request.payment.other_support != Money{}) {
    lines.push_back(
        {say(language, "Trả lại tổ chức, cá nhân khác", "Back to others"), printed(refund.other_support), {}});
  }
  lines.push_back({say(language, "Người tham gia nhận lại", "Participant gets back"), printed(refund.refund), {}});
  return lines;
}

// What the caller should look at besides.
std::vector<std::string> remarks(const RefundExplanation& explanation, Language language) {
  std::vector<std::string> texts = report::notes(explanation.payment, language);
  if (explanation.outcome.ok() && explanation.months_from_event != explanation.request.remaining) {
    texts.push_back(
        say(language,
            "Tính từ tháng của ngày {0} thì còn {1}, nhưng đã khai {2}; ví dụ chính thức tính cả tháng phát "
            "sinh.",
            "From the month of {0} on {1} are left, but {2} were stated; the official example counts the "
            "month of the event.",
            printed(explanation.request.on, language), report::months_text(explanation.months_from_event, language),
            report::months_text(explanation.request.remaining, language)));
  }
  return texts;
}

}  // namespace

std::string refund_text(const Rules& rules, const RefundExplanation& explanation, Language language) {
  std::string text = opening_line(rules, explanation.payment, language) + "\n";
  if (!explanation.outcome.ok()) return text;
  text += what_is_given_back(explanation, language);
  text += report::as_columns(where_it_goes(rules, explanation, language));
  text += report::flags_text(explanation.outcome->flags, language);
  return text + report::list_text(say(language, "Ghi chú:", "Remarks:"), remarks(explanation, language));
}

std::string refund_json(const Rules& rules, const RefundExplanation& explanation, Language language) {
  report::Json json;
  json.begin_object();
  if (!explanation.outcome.ok()) {
    report::write_fault_members(json, rules, explanation.outcome.fault(), language);
    json.end_object();
    return json.text();
  }
  const Refund& refund = *explanation.outcome;
  json.member("status", name(Errc::ok));
  json.member("gross", refund.gross);
  json.member("central_support", refund.central_support);
  json.member("province_top_up", refund.province_top_up);
  json.member("locality_top_up", refund.locality_top_up);
  json.member("other_support", refund.other_support);
  json.member("refund", refund.refund);
  json.member("months", std::int64_t{refund.months});
  json.key("flags");
  report::write_flags(json, refund.flags);
  report::write_steps(json, rules, explanation.payment, language);
  json.member("opening", opening_line(rules, explanation.payment, language));
  report::write_layers(json, rules.book(), refund.layers());
  report::write_doubts(json, rules, explanation.payment, language);
  json.key("notes");
  json.begin_array();
  for (const std::string& text : remarks(explanation, language)) json.value(text);
  json.end_array();
  json.member("law_digest", rules.book().digest());
  json.end_object();
  return json.text();
}

}  // namespace ansinh
