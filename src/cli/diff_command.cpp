#include <memory>
#include <vector>

#include "ansinh/diff.hpp"
#include "ansinh/population_report.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "law_files.hpp"
#include "population_run.hpp"

namespace ansinh::cli {
namespace {

constexpr std::size_t examples_shown = 10;

class DiffRun {
 public:
  DiffRun(DiffCommand& command, Diff diff)
      : command_{command}, diff_{std::move(diff)}, refusals_{diff_.reading(), command.common} {}

  ExitCode run();

 private:
  bool consume(PersonBlock& block, BlockPosition at);
  bool tell(const Refusal& refusal, BlockPosition at);
  [[nodiscard]] bool vietnamese() const { return command_.common.language == Language::vi; }
  ExitCode stopped(const std::string& why, std::uint64_t rows) const;

  DiffCommand& command_;
  Diff diff_;
  RefusalList refusals_;
  OutputFile rows_out_;
  bool to_file_ = false;
  std::vector<DiffRow> changes_;
  std::string changed_rows_;
  std::vector<DiffExample> examples_;
};

ExitCode DiffRun::stopped(const std::string& why, std::uint64_t rows) const {
  const ExitCode code = stopped_midway(why, rows, command_.common.language);
  for (const std::string* part : {&rows_out_.part(), &refusals_.part()}) {
    if (!part->empty()) complain((vietnamese() ? "phần đã ghi: " : "written so far: ") + *part + '\n');
  }
  return code;
}

ExitCode DiffRun::run() {
  const Common& common = command_.common;
  if (command_.output) {
    to_file_ = true;
    if (const auto error = rows_out_.open(*command_.output)) return usage_error(error->text());
    if (const auto error = rows_out_.write(diff_rows_header())) return stopped(error->text(), 0);
  }
  if (const auto error = refusals_.open(command_.refusals)) {
    if (to_file_) rows_out_.discard();
    return usage_error(error->text());
  }
  PopulationRun run;
  run.path = command_.population;
  run.options.defaults = command_.defaults.cells();
  run.consume = [this](PersonBlock& block, BlockPosition at) { return consume(block, at); };
  const ExitCode read = run.read(diff_.reading(), common);
  if (read == ExitCode::usage) {
    if (to_file_) rows_out_.discard();
    refusals_.discard();
  }
  if (read != ExitCode::priced) return read;
  if (diff_.too_many_cells()) {
    return stopped(vietnamese() ? "danh sách có quá nhiều tổ hợp tỉnh và đối tượng"
                                : "too many sets of groups in too many provinces",
                   run.rows);
  }
  if (run.rows == 0) {
    if (to_file_) rows_out_.discard();
    refusals_.discard();
    const std::string why = command_.population + (vietnamese() ? ": không có dòng nào" : ": holds no row");
    const std::string answer = common.format == Format::json
                                   ? "{\"status\":\"invalid_argument\",\"message\":\"" +
                                         std::string{vietnamese() ? "không có dòng nào" : "holds no row"} + "\"}"
                                   : why;
    return print(answer + '\n') ? ExitCode::refused : ExitCode::stopped;
  }
  if (to_file_) {
    if (const auto error = rows_out_.commit()) return stopped(error->text(), run.rows);
  }
  if (const auto error = refusals_.commit()) return stopped(error->text(), run.rows);
  if (const std::string rest = refusals_.rest(); !rest.empty()) complain(rest);
  std::string text;
  switch (common.format) {
    case Format::csv: text = diff_csv(diff_); break;
    case Format::json: text = diff_json(diff_) + '\n'; break;
    default: text = diff_text(diff_, examples_, common.language);
  }
  if (!print(text)) return ExitCode::stopped;
  return refusals_.count() > 0 ? ExitCode::refused : ExitCode::priced;
}

bool DiffRun::tell(const Refusal& refusal, BlockPosition at) {
  const auto error = refusals_.tell(refusal, {at.rows + refusal.row, at.lines + refusal.line});
  if (error) stopped(error->text(), at.rows);
  return !error;
}

bool DiffRun::consume(PersonBlock& block, BlockPosition at) {
  changes_.clear();
  changed_rows_.clear();
  diff_.add(block.requests, &changes_);
  // In the order of the rows: those that could not be read among those that a law refuses.
  auto unread = block.refusals.begin();
  for (const DiffRow& change : changes_) {
    const PersonAt& person = block.at[change.index];
    for (; unread != block.refusals.end() && unread->row < person.row; ++unread) {
      if (!tell(*unread, at)) return false;
    }
    if (to_file_) append_diff_row(changed_rows_, at.rows + person.row, person.id, change);
    const bool under_law = change.law.status != Errc::ok;
    if (under_law || change.against.status != Errc::ok) {
      if (const auto fault = diff_.fault(block.requests[change.index], under_law)) {
        if (!tell({person.row, person.line, person.id, *fault}, at)) return false;
      }
    }
    if (change.kind != DiffClass::refused && examples_.size() < examples_shown) {
      examples_.push_back({at.rows + person.row, std::string{person.id}, change});
    }
  }
  for (; unread != block.refusals.end(); ++unread) {
    if (!tell(*unread, at)) return false;
  }
  for (const Refusal& refusal : block.refusals) diff_.count_unread(refusal.fault.code);
  if (to_file_) {
    if (const auto error = rows_out_.write(changed_rows_)) {
      stopped(error->text(), at.rows);
      return false;
    }
  }
  return true;
}

}  // namespace

ExitCode run_diff(DiffCommand& command) {
  const auto law = rules_of(command.common);
  if (!law) return ExitCode::usage;
  Common other = command.common;
  other.law = command.against;
  const auto against = rules_of(other);
  if (!against) return ExitCode::usage;
  auto diff = Diff::between(*law, *against, command.common.strict);
  if (!diff) return usage_error(fault_message(*law, diff.fault(), command.common.language));
  return DiffRun{command, std::move(diff).value()}.run();
}

}  // namespace ansinh::cli
