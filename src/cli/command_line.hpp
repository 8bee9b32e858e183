// The words of the command line. Values of requests stay text here: the library reads them as it reads cells.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ansinh/benefit_list.hpp"
#include "ansinh/leaflet_report.hpp"
#include "ansinh/lists.hpp"
#include "ansinh/report.hpp"

namespace ansinh::cli {

// Options of every command.
struct Common {
  Format format = Format::text;
  Language language = Language::vi;
  bool strict = false;
  std::vector<std::string> law;  // files laid over the built-in law, in this order
};

// The texts of a request's fields, which `cells()` lends to the library.
struct FieldTexts {
  std::array<std::string, request_field_count> text;
  std::vector<std::string> groups;  // one an option

  [[nodiscard]] std::string& operator[](Field field) { return text[static_cast<std::size_t>(field)]; }
  // Joins the groups; the views last as long as this object.
  [[nodiscard]] RequestCells cells();
};

struct AssessCommand {
  Common common;
  FieldTexts fields;
  bool explain = false;
  bool schedule = false;
};
struct RefundCommand {
  Common common;
  FieldTexts fields;  // of the payment
  std::string remaining, on, reason, support_refunded;
  bool explain = false;
};
struct TableCommand {
  Common common;
  FieldTexts fields;  // paid_on, place, months_supported, fund_return_rate; of a leaflet groups
  bool leaflet = false;
  bool svg = false;  // a leaflet as a drawing
  Paper paper = Paper::a4;
  std::string fixed_factor;  // of a leaflet
};
struct LawCommand {
  Common common;
  std::optional<std::string> parameter, on, province;
  bool open = false;
};
struct LawCheckCommand {
  Common common;
  std::string file;
};
struct BatchCommand {
  Common common;
  FieldTexts defaults;  // paid_on, place
  std::string input;
  std::string output = "-";
  std::optional<std::string> totals, refusals;
  std::vector<std::string> by;
  bool to_d05 = false;     // write a D05-TS
  bool form_only = false;  // without the columns of the batch to its right
  std::optional<std::string> settlement, commission_first, commission_continued;
  std::string organisation, collector, collection_point, commune;
  unsigned jobs = 0;  // 0: as many as the machine has cores
};
struct DiffCommand {
  Common common;                     // its law is the one asked about
  std::vector<std::string> against;  // files of the other law; none: the built-in one
  FieldTexts defaults;               // paid_on, place
  std::string population;
  std::optional<std::string> output, refusals;
};
struct CostCommand {
  Common common;
  FieldTexts defaults;  // place
  std::string population, from, to;
  std::optional<std::string> goals, grow_to_rate;
  std::string workforce;  // with grow_to_rate
  std::optional<std::string> chart, refusals;
  std::string title;  // of the chart
};
struct BenefitCommand {
  Common common;
  BenefitKind kind = BenefitKind::pension;
  std::optional<std::string> record;
  FieldTexts fields;  // groups
  std::string on, sex, birth, one_time_case, children, pension, months_drawn;
  bool estimate_indexation = false;
  bool explain = false;
};
struct PlanCommand {
  Common common;
  FieldTexts fields;  // income, term, groups, place, months_supported
  std::string sex, birth, from, target_pension, budget, months_so_far, average_so_far, fixed_factor;
  bool explain = false;
};
struct VersionCommand {
  Common common;
};

// Nothing to do but to print and to end.
struct NothingToDo {
  std::string text;
  bool is_help = false;  // else a usage error
};

using Command = std::variant<NothingToDo, AssessCommand, RefundCommand, TableCommand, LawCommand, LawCheckCommand,
                             BatchCommand, DiffCommand, CostCommand, BenefitCommand, PlanCommand, VersionCommand>;

Command parse_command_line(int argc, const char* const* argv);

}  // namespace ansinh::cli
