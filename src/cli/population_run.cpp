#include "population_run.hpp"

#include <vector>

#include "interrupt.hpp"
#include "progress.hpp"

namespace ansinh::cli {
namespace {

constexpr std::size_t population_piece = std::size_t{1} << 17;
constexpr std::uint64_t most_told = 20;

}  // namespace

ExitCode usage_error(const std::string& why) {
  complain("ansinh: " + why + '\n');
  return ExitCode::usage;
}

ExitCode stopped_midway(const std::string& why, std::uint64_t rows, Language language) {
  const bool vi = language == Language::vi;
  complain("ansinh: " + why + '\n' + (vi ? "dừng giữa chừng sau " : "stopped midway after ") + grouped(rows, language) +
           (vi ? " dòng\n" : " rows\n"));
  return ExitCode::stopped;
}

std::optional<FileError> RefusalList::open(const std::optional<std::string>& path) {
  if (!path) return std::nullopt;
  to_file_ = true;
  return file_.open(*path);
}

std::optional<FileError> RefusalList::tell(const Refusal& refusal, RowPosition at) {
  const bool json = common_.format == Format::json;
  const bool told = ++count_ <= most_told || row_is_lost(refusal);
  if (told) {
    ++told_;
    complain(json ? refusal_json(rules_, refusal, at, common_.language) + '\n'
                  : refusal_text(rules_, refusal, at, common_.language));
  }
  if (to_file_) return file_.write(refusal_json(rules_, refusal, at, common_.language) + '\n');
  return std::nullopt;
}

std::optional<FileError> RefusalList::commit() { return to_file_ ? file_.commit() : std::nullopt; }

std::string RefusalList::rest() const {
  if (count_ == told_ || common_.format == Format::json) return {};
  const bool vi = common_.language == Language::vi;
  std::string text = (vi ? "và " : "and ") + grouped(count_ - told_, common_.language) +
                     (vi ? " dòng bị từ chối nữa" : " more refused rows");
  if (!to_file_) text += vi ? "; --refusals TỆP ghi ra tất cả" : "; --refusals FILE writes all of them";
  return text + '\n';
}

ExitCode PopulationRun::read(const Rules& rules, const Common& common) {
  const bool vi = common.language == Language::vi;
  Interrupt interrupt;
  InputFile in;
  if (const auto error = in.open(path)) return usage_error(error->text());
  Progress progress{in.length(), common.language};
  PopulationInput input{rules, options};
  std::vector<char> piece(population_piece);
  std::uint64_t bytes_read = 0, lines = 0;
  Block block;
  PersonBlock persons;
  const auto take = [&](auto next) -> std::optional<ExitCode> {
    while (next(block)) {
      if (interrupt.raised()) return stopped_midway(vi ? "bị ngắt" : "interrupted", rows, common.language);
      input.population()->read(block, persons);
      if (!consume(persons, {rows, input.header_lines() + lines})) return ExitCode::stopped;
      rows += persons.rows;
      lines += persons.lines;
      progress.show(rows, bytes_read);
    }
    if (const HeaderFault* fault = input.header_fault()) {
      return usage_error(header_fault_text(*fault, common.language));
    }
    if (input.is_form()) {
      return usage_error(path + (vi ? ": là bảng D05-TS; danh sách ở đây phải là CSV của lệnh batch"
                                    : ": is a list D05-TS; a population is a CSV as `batch` reads it"));
    }
    return std::nullopt;
  };
  while (true) {
    std::size_t size = 0;
    if (const auto error = in.read(piece, interrupt, size)) {
      progress.clear();
      return input.population() != nullptr ? stopped_midway(error->text(), rows, common.language)
                                           : usage_error(error->text());
    }
    if (interrupt.raised()) {
      progress.clear();
      return stopped_midway(vi ? "bị ngắt" : "interrupted", rows, common.language);
    }
    if (size == 0) break;
    bytes_read += size;
    std::string_view rest{piece.data(), size};
    if (const auto ended = take([&](Block& next) { return input.take(rest, next); })) return *ended;
  }
  const auto ended = take([&](Block& next) { return input.finish(next); });
  progress.clear();
  if (ended) return *ended;
  if (input.quote_left_open()) {
    return stopped_midway(vi ? "dấu ngoặc kép chưa đóng ở cuối tệp; dòng ấy chưa được tính"
                             : "a quote is left open at the end; its row was not priced",
                          rows, common.language);
  }
  return ExitCode::priced;
}

}  // namespace ansinh::cli
