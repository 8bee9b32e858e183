#include <algorithm>
#include <cerrno>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "batch_report.hpp"
#include "block_pipeline.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "interrupt.hpp"
#include "law_files.hpp"
#include "list_watch.hpp"
#include "progress.hpp"
#include "row_output.hpp"

namespace ansinh::cli {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 17;  // stays in the second cache until it is priced
constexpr std::uint64_t refusals_told = 20;
constexpr unsigned most_default_jobs = 16;

unsigned jobs_of(const BatchCommand& command) {
  if (command.jobs > 0) return command.jobs;
  return std::clamp(std::thread::hardware_concurrency(), 1U, most_default_jobs);
}

class BatchRun {
 public:
  BatchRun(BatchCommand& command, const Rules& rules)
      : command_{command},
        rules_{rules},
        language_{command.common.language},
        json_{command.common.format == Format::json},
        watch_{language_, json_} {}

  ExitCode run();

 private:
  ExitCode read_to_end(BatchInput& input);
  ExitCode take_piece(BatchInput& input, std::string_view piece);
  ExitCode start(const BatchInput& input);
  ExitCode submit(BatchInput& input, Block& block);
  ExitCode finish(BatchInput& input);
  bool consume(const PricedBlock& priced);
  bool write_rows(std::string_view rows);
  void look_at(const ListedRow& row);
  bool tell(const Refusal& refusal, RowPosition at);
  ExitCode pipeline_stopped();
  ExitCode stop(const std::string& why);
  ExitCode usage(const std::string& why);
  void say(const std::string& text);

  BatchCommand& command_;
  const Rules& rules_;
  Language language_;
  bool json_;
  Interrupt interrupt_;
  InputFile in_;
  std::uint64_t bytes_read_ = 0;
  std::unique_ptr<Progress> progress_;

  std::vector<std::unique_ptr<OutputFile>> outputs_;
  OutputFile* rows_out_ = nullptr;
  OutputFile* totals_out_ = nullptr;
  OutputFile* refusals_out_ = nullptr;
  OutputFile* settlement_out_ = nullptr;
  RowOutput row_output_;
  std::optional<std::string> row_error_;
  std::unique_ptr<BlockPipeline> pipeline_;
  std::optional<FileError> write_error_;

  std::uint64_t rows_ = 0, lines_ = 0;  // of the blocks written
  std::uint64_t refused_ = 0, told_ = 0;
  std::uint64_t ordinal_ = 1;  // of the next row of a written D05-TS
  ListWatch watch_;
};

void BatchRun::say(const std::string& text) {
  if (progress_) progress_->clear();
  complain(text);
}

ExitCode BatchRun::usage(const std::string& why) {
  for (const auto& output : outputs_) output->discard();
  say("ansinh: " + why + '\n');
  return ExitCode::usage;
}

// What was written so far stays under its partial name.
ExitCode BatchRun::stop(const std::string& why) {
  const bool vi = language_ == Language::vi;
  std::string text = "ansinh: " + why + '\n';
  text += (vi ? "dừng giữa chừng sau " : "stopped midway after ") + grouped(rows_, language_) +
          (vi ? " dòng\n" : " rows\n");
  for (const auto& output : outputs_) {
    if (!output->part().empty()) text += (vi ? "phần đã ghi: " : "written so far: ") + output->part() + '\n';
  }
  say(text);
  return ExitCode::stopped;
}

ExitCode BatchRun::run() {
  BatchOptions options;
  options.defaults = command_.defaults.cells();
  options.by = command_.by;
  options.strict = command_.common.strict;
  if (command_.to_d05) {
    options.write = command_.form_only ? BatchOptions::Write::d05_form_only : BatchOptions::Write::d05;
  }
  if (const auto malformed = watch_.settle(command_, options)) return usage(*malformed);
  BatchInput input{rules_, options};
  if (const auto error = in_.open(command_.input)) return usage(error->text());
  progress_ = std::make_unique<Progress>(in_.length(), language_);
  const ExitCode read = read_to_end(input);
  return read == ExitCode::priced ? finish(input) : read;
}

ExitCode BatchRun::read_to_end(BatchInput& input) {
  std::vector<char> piece(piece_bytes);
  while (true) {
    std::size_t size = 0;
    const auto error = in_.read(piece, interrupt_, size);
    if (error) return pipeline_ ? stop(error->text()) : usage(error->text());
    if (interrupt_.raised()) return stop(language_ == Language::vi ? "bị ngắt" : "interrupted");
    if (size == 0) return ExitCode::priced;
    bytes_read_ += size;
    const ExitCode taken = take_piece(input, {piece.data(), size});
    if (taken != ExitCode::priced) return taken;
    progress_->show(rows_, bytes_read_);
  }
}

ExitCode BatchRun::take_piece(BatchInput& input, std::string_view piece) {
  Block first;
  while (true) {
    Block& block = pipeline_ ? pipeline_->next_block() : first;
    const bool full = input.take(piece, block);
    const ExitCode submitted = full ? submit(input, block) : start(input);
    if (submitted != ExitCode::priced || !full) return submitted;
    if (interrupt_.raised()) return stop(language_ == Language::vi ? "bị ngắt" : "interrupted");
  }
}

ExitCode BatchRun::finish(BatchInput& input) {
  Block first;
  while (true) {
    Block& block = pipeline_ ? pipeline_->next_block() : first;
    const bool full = input.finish(block);
    const ExitCode submitted = full ? submit(input, block) : start(input);
    if (submitted != ExitCode::priced) return submitted;
    if (interrupt_.raised()) return stop(language_ == Language::vi ? "bị ngắt" : "interrupted");
    if (!full) break;
  }
  if (!pipeline_->drain()) return pipeline_stopped();
  if (input.quote_left_open()) {
    return stop(language_ == Language::vi ? "dấu ngoặc kép chưa đóng ở cuối tệp; dòng ấy chưa được tính"
                                          : "a quote is left open at the end; its row was not priced");
  }
  const Totals totals = pipeline_->totals();
  if (totals.column_with_too_many_values() != nullptr) return pipeline_stopped();
  progress_->clear();
  if (!write_rows(input.batch()->output_footer(totals))) return pipeline_stopped();
  if (const auto error = row_output_.close()) return stop(*error);
  if (const Settlement* settlement = watch_.settlement()) {
    if (settlement->too_many_lines()) {
      const std::string most = grouped(Settlement::max_lines, language_);
      return stop(language_ == Language::vi ? "bảng quyết toán có hơn " + most + " dòng"
                                            : "the settlement has more than " + most + " lines");
    }
    if (const auto error = settlement_out_->write(settlement->json(rules_.book().digest()) + '\n')) {
      return stop(error->text());
    }
  }
  if (const std::string said = watch_.ending(); !said.empty()) say(said);

  const std::string totals_json = totals.json(rules_.book().digest());
  if (totals_out_ != nullptr) {
    if (const auto error = totals_out_->write(totals_json + '\n')) return stop(error->text());
  }
  for (const auto& output : outputs_) {
    if (const auto error = output->commit()) return stop(error->text());
  }
  if (json_) {
    complain(totals_json + '\n');
  } else {
    const bool vi = language_ == Language::vi;
    std::string text;
    if (refused_ > told_) {
      const std::string more = grouped(refused_ - told_, language_);
      text += vi ? "và " + more + " dòng bị từ chối nữa" : "and " + more + " more refused rows";
      if (refusals_out_ == nullptr) {
        text += vi ? "; --refusals TỆP ghi ra tất cả" : "; --refusals FILE writes all of them";
      }
      text += '\n';
    }
    text += counts_text(totals.all(), language_);
    if (input.batch()->is_d05()) text += checks_text(totals, language_);
    if (totals_out_ == nullptr) {
      text += sums_text(totals.all(), language_);
      if (!command_.by.empty()) text += totals_json + '\n';
    }
    complain(text);
  }
  return refused_ > 0 ? ExitCode::refused : ExitCode::priced;
}

// Once the header has been read: opens what will be written, each under a name of its own. Nothing is created for a
// header that does not serve.
ExitCode BatchRun::start(const BatchInput& input) {
  if (const HeaderFault* fault = input.header_fault()) return usage(header_fault_text(*fault, language_));
  if (pipeline_ || input.batch() == nullptr) return ExitCode::priced;
  std::optional<FileError> error;
  std::vector<std::string> paths;
  const auto open = [&](const std::string& path) {
    if (std::find(paths.begin(), paths.end(), path) != paths.end()) error = FileError{path, EEXIST};
    paths.push_back(path);
    OutputFile* output = outputs_.emplace_back(std::make_unique<OutputFile>()).get();
    if (!error) error = output->open(path);
    return output;
  };
  rows_out_ = open(command_.output);
  if (command_.totals) totals_out_ = open(*command_.totals);
  if (command_.refusals) refusals_out_ = open(*command_.refusals);
  if (command_.settlement) settlement_out_ = open(*command_.settlement);
  if (error) return usage(error->text());
  if (const auto failed = row_output_.open(*rows_out_, command_.output, command_.to_d05)) return usage(*failed);

  const Batch& batch = *input.batch();
  lines_ = batch.header_lines();
  pipeline_ = std::make_unique<BlockPipeline>(batch, jobs_of(command_),
                                              [this](const PricedBlock& priced) { return consume(priced); });
  row_error_ = row_output_.write_head(batch.output_header());
  return row_error_ ? pipeline_stopped() : ExitCode::priced;
}

ExitCode BatchRun::submit(BatchInput& input, Block& block) {
  if (!pipeline_) {
    const ExitCode started = start(input);
    if (started != ExitCode::priced) return started;
    std::swap(pipeline_->next_block(), block);
  }
  return pipeline_->submit() ? ExitCode::priced : pipeline_stopped();
}

ExitCode BatchRun::pipeline_stopped() {
  const bool vi = language_ == Language::vi;
  if (write_error_) return stop(write_error_->text());
  if (row_error_) return stop(*row_error_);
  if (pipeline_->out_of_memory()) return stop(vi ? "hết bộ nhớ" : "out of memory");
  const std::string most = grouped(Totals::max_values, language_);
  return stop(vi ? "một cột của --by có hơn " + most + " giá trị"
                 : "a column of --by has more than " + most + " values");
}

bool BatchRun::consume(const PricedBlock& priced) {
  const bool written = command_.to_d05 ? write_rows(number_rows(priced, ordinal_)) : write_rows(priced.output);
  if (!written) return false;
  // What is said of rows is said in their order.
  auto listed = priced.listed.begin();
  for (const Refusal& refusal : priced.refusals) {
    if (write_error_) return false;
    for (; listed != priced.listed.end() && listed->row < refusal.row; ++listed) look_at(*listed);
    if (!tell(refusal, {rows_ + refusal.row, lines_ + refusal.line})) return false;
  }
  for (; listed != priced.listed.end(); ++listed) look_at(*listed);
  watch_.without_place(priced.local_without_place);
  rows_ += priced.rows;
  lines_ += priced.lines;
  progress_->show(rows_, bytes_read_);
  return !write_error_;
}

bool BatchRun::write_rows(std::string_view rows) {
  row_error_ = row_output_.write_rows(rows);
  return !row_error_;
}

void BatchRun::look_at(const ListedRow& row) {
  const std::string said = watch_.look_at(row, {rows_ + row.row, lines_ + row.line});
  if (!said.empty()) say(said);
}

bool BatchRun::tell(const Refusal& refusal, RowPosition at) {
  ++refused_;
  const bool told = refused_ <= refusals_told || row_is_lost(refusal);
  if (told) ++told_;
  if (refusals_out_ != nullptr || (told && json_)) {
    const std::string line = refusal_json(rules_, refusal, at, language_) + '\n';
    if (refusals_out_ != nullptr) write_error_ = refusals_out_->write(line);
    if (told && json_) say(line);
  }
  if (told && !json_) say(refusal_text(rules_, refusal, at, language_));
  return !write_error_;
}

}  // namespace

ExitCode run_batch(BatchCommand& command) {
  const auto law = rules_of(command.common);
  return law ? BatchRun{command, *law}.run() : ExitCode::usage;
}

}  // namespace ansinh::cli
