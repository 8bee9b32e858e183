#include "commands.hpp"
#include "files.hpp"
#include "law_files.hpp"

namespace ansinh::cli {

ExitCode run_refund(RefundCommand& command) {
  const Common& common = command.common;
  const auto law = rules_of(common);
  if (!law) return ExitCode::usage;
  const Rules& rules = *law;
  const RefundCells cells{command.fields.cells(), command.remaining, command.on, command.reason,
                          command.support_refunded};
  const Result<RefundRequest> request = read_refund(rules.book(), cells);
  if (!request) return refuse(rules, request.fault(), common);

  const RefundExplanation explanation = explain(rules, *request);
  if (explanation.outcome.ok() && common.strict) {
    if (const auto fault = not_settled(*request, *explanation.outcome)) return refuse(rules, *fault, common);
  }
  std::string answer;
  if (common.format == Format::json) {
    answer = refund_json(rules, explanation, common.language) + '\n';
  } else {
    answer = command.explain ? refund_explanation_text(rules, explanation, common.language)
                             : refund_text(rules, explanation, common.language);
  }
  if (!print(answer)) return ExitCode::stopped;
  return explanation.outcome.ok() ? ExitCode::priced : ExitCode::refused;
}

}  // namespace ansinh::cli
