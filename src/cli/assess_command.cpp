#include "commands.hpp"
#include "files.hpp"
#include "law_files.hpp"

namespace ansinh::cli {
namespace {

// The answer with its account month by month.
std::string with_schedule(const Rules& rules, const AssessCommand& command, const Request& request,
                          const Schedule& account) {
  const Language language = command.common.language;
  const Explanation explanation = explain(rules, request);
  switch (command.common.format) {
    case Format::csv: return schedule_csv(account);
    case Format::json: return schedule_json(rules, account, command.explain ? &explanation : nullptr, language) + '\n';
    case Format::text:
    case Format::html:
    case Format::svg: break;
  }
  return (command.explain ? explanation_text(rules, explanation, language)
                          : assessment_text(rules, explanation, language)) +
         '\n' + schedule_text(account, language);
}

std::string without_schedule(const Rules& rules, const AssessCommand& command, const Request& request,
                             const Result<Assessment>& outcome) {
  const Language language = command.common.language;
  if (command.common.format == Format::json) {
    if (command.explain) return explanation_json(rules, explain(rules, request), language) + '\n';
    return (outcome ? assessment_json(rules, *outcome) : fault_json(rules, outcome.fault(), language)) + '\n';
  }
  const Explanation explanation = explain(rules, request);
  return command.explain ? explanation_text(rules, explanation, language)
                         : assessment_text(rules, explanation, language);
}

}  // namespace

ExitCode run_assess(AssessCommand& command) {
  const Common& common = command.common;
  const auto law = rules_of(common);
  if (!law) return ExitCode::usage;
  const Rules& rules = *law;
  const Result<Request> request = read_request(rules.book(), command.fields.cells());
  if (!request) return refuse(rules, request.fault(), common);

  const Result<Assessment> outcome = assess(rules, *request);
  if (outcome && common.strict) {
    if (const auto fault = not_settled(*request, *outcome)) return refuse(rules, *fault, common);
  }
  std::string answer;
  if (command.schedule && outcome) {
    const Result<Schedule> account = schedule(rules, *request);
    if (!account) return refuse(rules, account.fault(), common);
    answer = with_schedule(rules, command, *request, *account);
  } else if (common.format == Format::csv) {
    return refuse(rules, outcome.fault(), common);
  } else {
    answer = without_schedule(rules, command, *request, outcome);
  }
  if (!print(answer)) return ExitCode::stopped;
  return outcome ? ExitCode::priced : ExitCode::refused;
}

}  // namespace ansinh::cli
