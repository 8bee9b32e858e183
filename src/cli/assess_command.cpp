#include "commands.hpp"
#include "files.hpp"

namespace ansinh::cli {

ExitCode run_assess(AssessCommand& command) {
  const Rules& rules = built_in_rules();
  const Common& common = command.common;
  const Result<Request> request = read_request(rules.book(), command.fields.cells());
  if (!request) return refuse(rules, request.fault(), common);

  const Result<Assessment> outcome = assess(rules, *request);
  if (outcome && common.strict) {
    if (const auto fault = not_settled(*request, *outcome)) return refuse(rules, *fault, common);
  }
  std::string answer;
  if (common.format == Format::json) {
    if (command.explain) {
      answer = explanation_json(rules, explain(rules, *request), common.language);
    } else if (outcome) {
      answer = assessment_json(rules, *outcome);
    } else {
      answer = fault_json(rules, outcome.fault(), common.language);
    }
    answer += '\n';
  } else {
    const Explanation explanation = explain(rules, *request);
    answer = command.explain ? explanation_text(rules, explanation, common.language)
                             : assessment_text(rules, explanation, common.language);
  }
  if (!print(answer)) return ExitCode::stopped;
  return outcome ? ExitCode::priced : ExitCode::refused;
}

}  // namespace ansinh::cli
