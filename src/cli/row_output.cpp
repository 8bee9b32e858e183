#include "row_output.hpp"

#include <cerrno>

namespace ansinh::cli {

std::optional<std::string> RowOutput::named(std::optional<std::string> error) const {
  if (error) error->insert(0, path_ + ": ");
  return error;
}

std::optional<std::string> RowOutput::open(OutputFile& file, const std::string& path, bool d05) {
  file_ = &file;
  path_ = path;
  if (!d05 || !path.ends_with(".xlsx")) return std::nullopt;
  if (file.part().empty()) return FileError{path, EINVAL}.text();
  return named(workbook_.emplace().open(file.part()));
}

std::optional<std::string> RowOutput::write(std::string_view csv) {
  if (csv.empty()) return std::nullopt;
  const auto error = file_->write(csv);
  return error ? std::optional<std::string>{error->text()} : std::nullopt;
}

std::optional<std::string> RowOutput::write_head(std::string_view csv) {
  return workbook_ ? named(workbook_->write_head(csv)) : write(csv);
}

std::optional<std::string> RowOutput::write_rows(std::string_view csv) {
  return workbook_ ? named(workbook_->write_rows(csv)) : write(csv);
}

std::optional<std::string> RowOutput::close() { return workbook_ ? named(workbook_->close()) : std::nullopt; }

}  // namespace ansinh::cli
