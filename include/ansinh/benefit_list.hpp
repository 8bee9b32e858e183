// benefit_list: reading of contribution records, events and plans, as text of a file, of options or of a form.
//
// Promise: as everywhere, the one reader of fields: nothing is trimmed but spaces and tabs around a cell, nothing
// guessed. A fault names the field, what was given and, in a record, the span (Fault::span, from 1; 0: its header).
// Forms: months `2026-11`, `11/2026`, or a day, of which the month is taken; a birth also as a year alone, which is its
// January; amounts, counts and groups as in lists.hpp.
// Source in law: Circular 11/2025/TT-BNV art. 5(7) for a birth of which only the year is known.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ansinh/benefit.hpp"
#include "ansinh/contribution_record.hpp"
#include "ansinh/export.hpp"
#include "ansinh/plan.hpp"
#include "ansinh/result.hpp"

namespace ansinh {

inline constexpr std::size_t max_record_bytes = std::size_t{16} << 20;

// A CSV with the columns from,months,income,scheme,kind,paid_on,groups,central_support in any order, separators and
// quotes as in a batch. `from`, `months` and `income` are required, the others take their defaults: voluntary, monthly.
// A kind may also be a payment term: 1, 3, 6, 12 are monthly, VS2 ... ahead, TH1 ... missing. Faults of the header have
// Field::record and span 0. The texts of a fault lie in `bytes`.
[[nodiscard]] ANSINH_API Result<std::vector<ContributionSpan>> read_record(const LawBook& book, std::string_view bytes);

enum class BenefitKind : std::uint8_t { pension, one_time, death, maternity, bridge };
// "pension", "one-time", "death", "maternity", "bridge".
[[nodiscard]] ANSINH_API std::string_view name(BenefitKind);
[[nodiscard]] ANSINH_API std::optional<BenefitKind> benefit_kind_from_name(std::string_view name);

struct BenefitCells {
  std::string_view on;             // month of the event; always required
  std::string_view sex;            // F, M; pension, one-time, bridge
  std::string_view birth;          // 1975-05, 1975; pension, one-time, bridge
  std::string_view one_time_case;  // one-time
  std::string_view children;       // maternity; default 1
  std::string_view pension;        // death, one-time: VND per month of a pensioner
  std::string_view months_drawn;   // with pension
  std::string_view groups;         // bridge
};

struct BenefitInput {
  Month on{};
  Person person{};
  OneTimeCase one_time_case = OneTimeCase::no_pension_rights;
  int children = 1;
  std::optional<DrawnPension> drawn{};
  GroupSet groups{};
};
// Reads what the kind asks for; a required field without a text is Hint::missing. Other fields are read where given.
[[nodiscard]] ANSINH_API Result<BenefitInput> read_benefit(const LawBook& book, BenefitKind kind,
                                                           const BenefitCells& cells);

struct PlanCells {
  std::string_view sex, birth, from;                // required
  std::string_view income, target_pension, budget;  // exactly one
  std::string_view term, groups, province, former_province, locality, months_supported;
  std::string_view months_so_far, average_so_far;
  std::string_view fixed_factor;  // 1.35
};

struct PlanInput {
  PlanRequest request{};
  std::optional<Money> target_pension{};
  std::optional<Money> budget{};
};
[[nodiscard]] ANSINH_API Result<PlanInput> read_plan(const LawBook& book, const PlanCells& cells);
// The plan of what was read: plan, plan_for_pension or plan_for_budget.
[[nodiscard]] ANSINH_API Result<Plan> plan(const BenefitRules& rules, const PlanInput& input);

}  // namespace ansinh
