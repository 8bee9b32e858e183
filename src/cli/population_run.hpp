// Reads a population to its end, block by block, and lists the rows that are refused.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "ansinh/population.hpp"
#include "batch_report.hpp"
#include "command_line.hpp"
#include "exit_code.hpp"
#include "files.hpp"

namespace ansinh::cli {

// Refused rows: the first of them on standard error, all of them in the file of --refusals, one JSON a line.
class RefusalList {
 public:
  RefusalList(const Rules& rules, const Common& common) : rules_{rules}, common_{common} {}

  // The file of --refusals, where there is one.
  std::optional<FileError> open(const std::optional<std::string>& path);
  std::optional<FileError> tell(const Refusal& refusal, RowPosition at);
  std::optional<FileError> commit();
  void discard() { file_.discard(); }
  // What was written so far; empty where nothing was.
  [[nodiscard]] const std::string& part() const { return file_.part(); }
  [[nodiscard]] std::uint64_t count() const { return count_; }
  // A line about those that were not told, if there are any.
  [[nodiscard]] std::string rest() const;

 private:
  const Rules& rules_;
  const Common& common_;
  OutputFile file_;
  bool to_file_ = false;
  std::uint64_t count_ = 0, told_ = 0;
};

// Where a block begins in the whole input.
struct BlockPosition {
  std::uint64_t rows = 0, lines = 0;  // before it
};

struct PopulationRun {
  std::string path;
  PopulationOptions options;
  // False ends the run as stopped, after a line of the callee's own.
  std::function<bool(PersonBlock&, BlockPosition)> consume;
  std::uint64_t rows = 0;  // read in all

  // `priced` at the end of the input; otherwise a line on standard error says why not.
  ExitCode read(const Rules& rules, const Common& common);
};

// A line on standard error, "ansinh: ...", and the exit code.
ExitCode usage_error(const std::string& why);
ExitCode stopped_midway(const std::string& why, std::uint64_t rows, Language language);

}  // namespace ansinh::cli
