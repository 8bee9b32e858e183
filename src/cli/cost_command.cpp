#include <utility>
#include <vector>

#include "ansinh/cost.hpp"
#include "ansinh/population_report.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "interrupt.hpp"
#include "law_files.hpp"
#include "population_run.hpp"
#include "small_file.hpp"

namespace ansinh::cli {
namespace {

bool vietnamese(const Common& common) { return common.language == Language::vi; }

std::string json_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
  }
  return quoted + '"';
}

// What is wrong with a goal or with the population as a whole, as the answer.
ExitCode refuse_all(const std::string& message, const Common& common, const GoalFault* fault = nullptr) {
  std::string answer = message;
  if (common.format == Format::json) {
    answer = "{\"status\":\"invalid_argument\"";
    if (fault != nullptr) {
      answer += ",\"error\":" + json_text(name(fault->kind)) + ",\"column\":" + json_text(fault->column) +
                ",\"given\":" + json_text(fault->given) + ",\"limit\":" + json_text(fault->limit);
    }
    answer += ",\"message\":" + json_text(message) + '}';
  }
  return print(answer + '\n') ? ExitCode::refused : ExitCode::stopped;
}

ExitCode refuse_goal(const GoalFault& fault, const std::string& where, const Common& common) {
  return refuse_all(where + ": " + goal_fault_text(fault, common.language), common, &fault);
}

Fault malformed_month(std::string_view text) {
  Fault fault;
  fault.field = Field::first_month;
  fault.hint = Hint::malformed;
  fault.given = Datum{text};
  return fault;
}

class CostRun {
 public:
  CostRun(CostCommand& command, const Rules& rules)
      : command_{command}, rules_{rules}, refusals_{rules, command.common} {}

  ExitCode run();

 private:
  std::optional<ExitCode> read_goals_wanted(Month from);
  bool consume(PersonBlock& block, BlockPosition at);
  ExitCode answer();

  CostCommand& command_;
  const Rules& rules_;
  RefusalList refusals_;
  std::vector<Goal> goals_;
  std::string goals_from_;  // what names the goals in a message
  std::optional<Cost> cost_;
  std::vector<std::uint8_t> dated_;
  std::vector<CostRefusal> refused_;
};

std::optional<ExitCode> CostRun::read_goals_wanted(Month from) {
  const Common& common = command_.common;
  if (command_.goals) {
    goals_from_ = *command_.goals;
    const auto bytes = small_file(*command_.goals);
    if (!bytes) return ExitCode::usage;
    auto read = ansinh::read_goals(*bytes);
    if (const auto* fault = std::get_if<GoalFault>(&read)) {
      return usage_error(goals_from_ + ": " + goal_fault_text(*fault, common.language));
    }
    goals_ = std::move(*std::get_if<std::vector<Goal>>(&read));
  } else if (command_.grow_to_rate) {
    // The two options are read as the cells of one line would be.
    goals_from_ = "--grow-to-rate, --workforce";
    const auto quoted = [](const std::string& cell) {
      std::string text = "\"";
      for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
      }
      return text + '"';
    };
    auto read = ansinh::read_goals("year,workforce,rate\n" + std::to_string(from.year()) + ',' +
                                   quoted(command_.workforce) + ',' + quoted(*command_.grow_to_rate) + '\n');
    if (auto* fault = std::get_if<GoalFault>(&read)) {
      fault->line = 0;
      return refuse_goal(*fault, goals_from_, common);
    }
    goals_ = std::move(*std::get_if<std::vector<Goal>>(&read));
    for (Goal& goal : goals_) goal.line = 0;
  }
  return std::nullopt;
}

ExitCode CostRun::run() {
  const Common& common = command_.common;
  const auto from = read_month(command_.from);
  if (!from) return refuse(rules_, malformed_month(command_.from), common);
  const auto to = read_month(command_.to);
  if (!to) return refuse(rules_, malformed_month(command_.to), common);
  if (const auto ended = read_goals_wanted(*from)) return *ended;
  // The years first: who takes part is known at the end, and a workforce is then held to that.
  if (const auto fault = check_goals(goals_, from->year(), to->year(), 0)) {
    return refuse_goal(*fault, goals_from_, common);
  }
  CostOptions options{*from, *to, common.strict, {}};
  for (const Goal& goal : goals_) options.joining.push_back(goal.year);
  auto made = Cost::over(rules_, options);
  if (!made) return refuse(rules_, made.fault(), common);
  cost_ = std::move(made).value();

  if (const auto error = refusals_.open(command_.refusals)) return usage_error(error->text());
  PopulationRun run;
  run.path = command_.population;
  run.options.defaults = command_.defaults.cells();
  run.options.day_required = false;
  run.consume = [this](PersonBlock& block, BlockPosition at) { return consume(block, at); };
  const ExitCode read = run.read(rules_, common);
  if (read != ExitCode::priced) {
    if (read == ExitCode::usage) refusals_.discard();
    return read;
  }
  if (const auto error = refusals_.commit()) return stopped_midway(error->text(), run.rows, common.language);
  if (const std::string rest = refusals_.rest(); !rest.empty()) complain(rest);
  if (cost_->too_many_group_sets()) {
    return stopped_midway(vietnamese(common) ? "danh sách có quá nhiều tổ hợp đối tượng" : "too many sets of groups",
                          run.rows, common.language);
  }
  if (cost_->persons() == 0) {
    return refuse_all(command_.population + ": " +
                          (vietnamese(common) ? "không có người nào tính được" : "there is nobody to be priced"),
                      common);
  }
  if (const auto fault = check_goals(goals_, from->year(), to->year(), cost_->persons())) {
    return refuse_goal(*fault, goals_from_, common);
  }
  return answer();
}

bool CostRun::consume(PersonBlock& block, BlockPosition at) {
  dated_.clear();
  for (const PersonAt& person : block.at) dated_.push_back(person.dated ? 1 : 0);
  refused_.clear();
  cost_->add(block.requests, dated_, refused_);
  const auto tell = [&](const Refusal& refusal) {
    const auto error = refusals_.tell(refusal, {at.rows + refusal.row, at.lines + refusal.line});
    if (error) stopped_midway(error->text(), at.rows, command_.common.language);
    return !error;
  };
  // In the order of the rows: those that could not be read among those that could not be priced.
  auto unread = block.refusals.begin();
  for (const CostRefusal& refused : refused_) {
    const PersonAt& person = block.at[refused.index];
    for (; unread != block.refusals.end() && unread->row < person.row; ++unread) {
      if (!tell(*unread)) return false;
    }
    if (!tell({person.row, person.line, person.id, refused.fault})) return false;
  }
  for (; unread != block.refusals.end(); ++unread) {
    if (!tell(*unread)) return false;
  }
  for (const Refusal& refusal : block.refusals) cost_->count_refused(refusal.fault.code);
  return true;
}

ExitCode CostRun::answer() {
  const Common& common = command_.common;
  const std::vector<GoalCost> goals = cost_of_goals(*cost_, goals_);
  if (command_.chart) {
    const std::string title = !command_.title.empty()
                                  ? command_.title
                                  : (vietnamese(common) ? "Chi phí bảo hiểm xã hội tự nguyện: ai đóng, ai hỗ trợ"
                                                        : "Voluntary social insurance: who pays, who supports");
    OutputFile chart;
    if (const auto error = chart.open(*command_.chart)) return usage_error(error->text());
    if (const auto error = chart.write(cost_chart(*cost_, goals, title, common.language))) {
      return stopped_midway(error->text(), cost_->persons(), common.language);
    }
    if (const auto error = chart.commit()) return stopped_midway(error->text(), cost_->persons(), common.language);
  }
  std::string text;
  switch (common.format) {
    case Format::csv: text = cost_csv(*cost_, goals); break;
    case Format::json: text = cost_json(*cost_, goals, common.language) + '\n'; break;
    default: text = cost_text(*cost_, goals, common.language);
  }
  if (!print(text)) return ExitCode::stopped;
  return cost_->refused() > 0 ? ExitCode::refused : ExitCode::priced;
}

}  // namespace

ExitCode run_cost(CostCommand& command) {
  const auto law = rules_of(command.common);
  return law ? CostRun{command, *law}.run() : ExitCode::usage;
}

}  // namespace ansinh::cli
