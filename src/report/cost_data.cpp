// What a law costs, as CSV and JSON.
#include <array>

#include "ansinh/population_report.hpp"
#include "ansinh/tally.hpp"
#include "report/escape.hpp"
#include "report/grid.hpp"
#include "report/json.hpp"

namespace ansinh {
namespace {

using report::Json;

struct Member {
  std::string_view name;
  Int128 (*of)(const CostLine&);
  bool person_count;  // a JSON number; the others are strings, since they may be beyond 64 bit
};

constexpr std::array members{
    Member{"persons", [](const CostLine& l) { return Int128{l.persons}; }, true},
    Member{"supported", [](const CostLine& l) { return Int128{l.supported}; }, true},
    Member{"run_out", [](const CostLine& l) { return Int128{l.run_out}; }, true},
    Member{"raised", [](const CostLine& l) { return Int128{l.raised}; }, true},
    Member{"lowered", [](const CostLine& l) { return Int128{l.lowered}; }, true},
    Member{"unsettled", [](const CostLine& l) { return Int128{l.unsettled}; }, true},
    Member{"local_unknown", [](const CostLine& l) { return Int128{l.local_unknown}; }, true},
    Member{"payments", [](const CostLine& l) { return l.sums.payments; }, false},
    Member{"months", [](const CostLine& l) { return l.sums.months; }, false},
    Member{"supported_months", [](const CostLine& l) { return l.sums.supported_months; }, false},
    Member{"contribution", [](const CostLine& l) { return l.sums.contribution; }, false},
    Member{"central_support", [](const CostLine& l) { return l.sums.central_support; }, false},
    Member{"province_top_up", [](const CostLine& l) { return l.sums.province_top_up; }, false},
    Member{"locality_top_up", [](const CostLine& l) { return l.sums.locality_top_up; }, false},
    Member{"further_top_up", [](const CostLine& l) { return l.sums.further_top_up; }, false},
    Member{"budget", [](const CostLine& l) { return l.sums.by_source[0]; }, false},
    Member{"fund", [](const CostLine& l) { return l.sums.by_source[1]; }, false},
    Member{"other_support", [](const CostLine& l) { return l.sums.other_support; }, false},
    Member{"participant_share", [](const CostLine& l) { return l.sums.participant_share; }, false},
};

// Of new participants and of all years together most counts of persons are none.
bool counts_here(const Member& member, bool persons_only) {
  return !persons_only || !member.person_count || member.name == "persons";
}

void write_line(Json& json, const CostLine& line, bool persons_only) {
  for (const Member& member : members) {
    if (!counts_here(member, persons_only)) continue;
    if (member.person_count) {
      json.member(member.name, static_cast<std::int64_t>(member.of(line)));
    } else {
      json.member(member.name, sum_text(member.of(line)));
    }
  }
}

void write_between(Json& json, std::string_view name, const PersonsBetween& persons) {
  json.key(name);
  json.begin_object();
  json.member("nearest", static_cast<std::int64_t>(persons.nearest));
  json.member("least", static_cast<std::int64_t>(persons.least));
  json.member("most", static_cast<std::int64_t>(persons.most));
  json.end_object();
}

}  // namespace

std::string cost_csv(const Cost& cost, const std::vector<GoalCost>& goals) {
  report::Grid grid;
  grid.columns = {"kind", "joined", "year", "groups"};
  for (const Member& member : members) grid.columns.push_back(member.name);
  const auto add = [&](std::vector<std::string> first, const CostLine& line, bool persons_only) {
    for (const Member& member : members) {
      first.push_back(counts_here(member, persons_only) ? sum_text(member.of(line)) : std::string{});
    }
    grid.rows.push_back(std::move(first));
  };
  for (int year = cost.first_year(); year <= cost.last_year(); ++year) {
    for (const CostOfGroups& of : cost.groups(year)) {
      add({"population", "", std::to_string(year), report::group_names(cost.rules().book(), of.groups)}, of.line,
          false);
    }
  }
  for (const GoalCost& of : goals) {
    for (std::size_t i = 0; i < of.years.size(); ++i) {
      const int year = cost.first_year() + static_cast<int>(i);
      if (year < of.goal.year) continue;
      add({"new", std::to_string(of.goal.year), std::to_string(year), ""}, of.years[i], true);
    }
  }
  return report::grid_as_csv(grid);
}

std::string cost_json(const Cost& cost, const std::vector<GoalCost>& goals, Language language) {
  Json json;
  json.begin_object();
  json.member("law_digest", cost.rules().book().digest());
  json.member("from", cost.options().from.text());
  json.member("to", cost.options().to.text());
  json.member("persons", static_cast<std::int64_t>(cost.persons()));
  json.key("refused");
  json.begin_object();
  for (int code = 1; code <= static_cast<int>(Errc::does_not_fit); ++code) {
    const auto reason = static_cast<Errc>(code);
    if (cost.refused(reason) > 0) json.member(name(reason), static_cast<std::int64_t>(cost.refused(reason)));
  }
  json.end_object();
  json.key("years");
  json.begin_array();
  for (int year = cost.first_year(); year <= cost.last_year(); ++year) {
    json.begin_object();
    json.member("year", std::int64_t{year});
    write_line(json, cost.year(year), false);
    json.key("groups");
    json.begin_array();
    for (const CostOfGroups& of : cost.groups(year)) {
      json.begin_object();
      json.member("groups", report::group_names(cost.rules().book(), of.groups));
      write_line(json, of.line, false);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.key("total");
  json.begin_object();
  write_line(json, cost.total(), true);
  json.end_object();
  json.key("goals");
  json.begin_array();
  for (const GoalCost& of : goals) {
    json.begin_object();
    json.member("year", std::int64_t{of.goal.year});
    json.member("workforce", static_cast<std::int64_t>(of.goal.workforce));
    json.member("goal_percent", of.growth.goal.percent());
    json.member("present_percent", of.growth.present.percent());
    write_between(json, "participants", of.growth.participants);
    json.member("added", static_cast<std::int64_t>(of.growth.added));
    if (of.growth.added_by_rates) {
      write_between(json, "added_by_rates", *of.growth.added_by_rates);
    } else {
      json.key("added_by_rates");
      json.null();
    }
    json.key("years");
    json.begin_array();
    for (std::size_t i = 0; i < of.years.size(); ++i) {
      const int year = cost.first_year() + static_cast<int>(i);
      if (year < of.goal.year) continue;
      json.begin_object();
      json.member("year", std::int64_t{year});
      write_line(json, of.years[i], true);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.key("assumed");
  json.begin_array();
  for (const CostAssumption assumption : all_cost_assumptions) {
    if (assumption == CostAssumption::newcomers && goals.empty()) continue;
    json.begin_object();
    json.member("name", name(assumption));
    json.member("text", words(assumption, cost, language));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.text();
}

}  // namespace ansinh
