// One function a command. Each prints its answer and says how it went.
#pragma once

#include "command_line.hpp"
#include "exit_code.hpp"

namespace ansinh::cli {

ExitCode run_assess(AssessCommand& command);
ExitCode run_refund(RefundCommand& command);
ExitCode run_table(TableCommand& command);
ExitCode run_law(const LawCommand& command);
ExitCode run_law_check(const LawCheckCommand& command);
ExitCode run_batch(BatchCommand& command);
ExitCode run_diff(DiffCommand& command);
ExitCode run_cost(CostCommand& command);
ExitCode run_benefit(BenefitCommand& command);
ExitCode run_plan(PlanCommand& command);
ExitCode run_version(const VersionCommand& command);

// Prints a refusal as the answer, in the form asked for.
ExitCode refuse(const Rules& rules, const Fault& fault, const Common& common);

}  // namespace ansinh::cli
