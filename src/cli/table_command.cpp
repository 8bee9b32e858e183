#include <array>

#include "commands.hpp"
#include "files.hpp"
#include "law_files.hpp"

namespace ansinh::cli {
namespace {

// For a strict caller: the first cell of the ordinary terms that is not settled. Years ahead, of which r is not settled
// for years on end, are left out of the table instead.
std::optional<Fault> first_unsettled(const Rules& rules, const TableRequest& table) {
  const Result<IncomeBrackets> brackets = income_brackets(rules.book(), table.paid_on);
  if (!brackets) return std::nullopt;  // the table itself is refused for it
  constexpr std::array<GroupSet, 5> groups{Group::poor, Group::island, Group::near_poor, Group::ethnic_minority};
  constexpr std::array terms{1_months, 3_months, 6_months, 12_months};
  Request request;
  request.paid_on = table.paid_on;
  request.place = table.place;
  request.months_supported = table.months_supported;
  for (int m = 0; m < brackets->count; ++m) {
    request.income = brackets->level(m);
    for (const GroupSet group : groups) {
      request.groups = group;
      for (const Term term : terms) {
        request.term = term;
        const Result<Assessment> cell = assess(rules, request);
        if (!cell) continue;
        if (auto fault = not_settled(request, *cell)) return fault;
      }
    }
  }
  return std::nullopt;
}

ExitCode run_leaflet(const TableCommand& command, const Rules& law, const Request& request) {
  const Common& common = command.common;
  const BenefitRules rules{law};
  LeafletRequest wanted{
      request.paid_on, request.groups, request.place, request.months_supported, {}, leaflet_rows(command.paper)};
  if (!command.fixed_factor.empty()) {
    const auto factor = PriceFactor::from_text(command.fixed_factor);
    if (!factor) {
      Fault fault;
      fault.field = Field::fixed_factor;
      fault.hint = Hint::malformed;
      fault.given = Datum{std::string_view{command.fixed_factor}};
      return refuse(law, fault, common);
    }
    wanted.fixed_factor = *factor;
  }
  const Result<Leaflet> page = leaflet(rules, wanted);
  if (!page) return refuse(law, page.fault(), common);
  if (common.strict) {
    for (const LeafletRow& row : page->rows) {
      for (const Assessment& payment : row.payments) {
        if (const auto fault = not_settled(request, payment)) return refuse(law, *fault, common);
      }
    }
  }
  const std::string text = command.svg ? leaflet_svg(rules, *page, command.paper, common.language)
                                       : leaflet_html(rules, *page, command.paper, common.language);
  return print(text) ? ExitCode::priced : ExitCode::stopped;
}

}  // namespace

ExitCode run_table(TableCommand& command) {
  const Common& common = command.common;
  const auto law = rules_of(common);
  if (!law) return ExitCode::usage;
  const Rules& rules = *law;
  RequestCells cells = command.fields.cells();
  cells[Field::income] = "0";  // the table has every income; the reader asks for one
  const Result<Request> request = read_request(rules.book(), cells);
  if (!request) return refuse(rules, request.fault(), common);
  if (command.leaflet) return run_leaflet(command, rules, *request);
  const TableRequest wanted{request->paid_on, request->place, request->months_supported, request->fund_return_rate,
                            common.strict};
  if (common.strict) {
    if (const auto fault = first_unsettled(rules, wanted)) return refuse(rules, *fault, common);
  }
  const Result<std::string> table = contribution_table(rules, wanted, common.format, common.language);
  if (!table) return refuse(rules, table.fault(), common);
  std::string text = *table;
  if (text.empty() || text.back() != '\n') text += '\n';
  return print(text) ? ExitCode::priced : ExitCode::stopped;
}

}  // namespace ansinh::cli
