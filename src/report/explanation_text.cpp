// The whole way to the answer, one sentence a step.
#include "report/explanation_parts.hpp"
#include "report/phrase.hpp"

namespace ansinh {

using report::say;

namespace {

// Everything but the flags, which are those of the answer asked for.
std::string explained(const Rules& rules, const Explanation& explanation, const std::string& flags, Language language) {
  std::string text = opening_line(rules, explanation, language) + "\n";
  std::size_t number = 0;
  for (const Step& step : explanation.steps) {
    text += fmt::format("{:>3}. {}\n", ++number, report::step_text(rules, explanation, step, language));
  }
  text += flags;
  text += report::conditions_text(explanation, language);

  std::vector<std::string> open;
  for (const Doubt& doubt : explanation.doubts) {
    open.push_back(report::sentence(report::doubt_text(rules, doubt, language)) + ".");
  }
  if (explanation.outcome.ok() && explanation.outcome->flags.has(Flag::local_unknown)) {
    open.push_back(report::sentence(report::unknown_text(rules, explanation, language)) + ".");
  }
  text += report::list_text(say(language, "Chưa chắc chắn:", "Not settled:"), open);
  text += report::list_text(say(language, "Ghi chú:", "Remarks:"), report::notes(explanation, language));
  text += say(language, "Dữ liệu luật: {0}, rà soát gần nhất ngày {1}.\n", "Law: {0}, last verified on {1}.\n",
              rules.book().digest(), printed(LawBook::verified_on(), language));
  return text;
}

}  // namespace

std::string explanation_text(const Rules& rules, const Explanation& explanation, Language language) {
  return explained(rules, explanation,
                   explanation.outcome.ok() ? report::flags_text(explanation.outcome->flags, language) : std::string{},
                   language);
}

std::string refund_explanation_text(const Rules& rules, const RefundExplanation& explanation, Language language) {
  return explained(rules, explanation.payment,
                   explanation.outcome.ok() ? report::flags_text(explanation.outcome->flags, language) : std::string{},
                   language);
}

}  // namespace ansinh
