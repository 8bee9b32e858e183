#include "ansinh/benefit_report.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "law_files.hpp"

namespace ansinh::cli {

ExitCode run_plan(PlanCommand& command) {
  const Common& common = command.common;
  const auto law = rules_of(common);
  if (!law) return ExitCode::usage;
  const BenefitRules rules{*law};
  const RequestCells shared = command.fields.cells();
  PlanCells cells;
  cells.sex = command.sex;
  cells.birth = command.birth;
  cells.from = command.from;
  cells.income = shared[Field::income];
  cells.target_pension = command.target_pension;
  cells.budget = command.budget;
  cells.term = shared[Field::term];
  cells.groups = shared[Field::groups];
  cells.province = shared[Field::province];
  cells.former_province = shared[Field::former_province];
  cells.locality = shared[Field::locality];
  cells.months_supported = shared[Field::months_supported];
  cells.months_so_far = command.months_so_far;
  cells.average_so_far = command.average_so_far;
  cells.fixed_factor = command.fixed_factor;
  const Result<PlanInput> input = read_plan(rules.book(), cells);
  if (!input) return refuse(*law, input.fault(), common);
  const Result<Plan> found = plan(rules, *input);
  if (!found) return refuse(*law, found.fault(), common);
  if (common.strict) {
    if (const auto fault = not_settled(found->flags)) return refuse(*law, *fault, common);
  }
  PlanRequest request = input->request;
  request.income = found->income;
  const PlanExplanation explanation = explain(rules, request);
  const std::string text = common.format == Format::json
                               ? plan_json(rules, explanation, common.language) + '\n'
                               : plan_text(rules, explanation, common.language, command.explain);
  return print(text) ? ExitCode::priced : ExitCode::stopped;
}

}  // namespace ansinh::cli
