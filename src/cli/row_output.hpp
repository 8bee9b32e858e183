// Where the rows of a batch go: as CSV into a file, or into the cells of a workbook.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "d05_workbook.hpp"
#include "files.hpp"

namespace ansinh::cli {

class RowOutput {
 public:
  // Errors are as the user should read them; nothing if all is well. A workbook (FILE.xlsx, of a D05-TS) is made under
  // the file's partial name, so that it too appears only when it is whole.
  [[nodiscard]] std::optional<std::string> open(OutputFile& file, const std::string& path, bool d05);
  [[nodiscard]] std::optional<std::string> write_head(std::string_view csv);
  [[nodiscard]] std::optional<std::string> write_rows(std::string_view csv);
  // What is left to be written; the file gets its name by its own commit().
  [[nodiscard]] std::optional<std::string> close();

 private:
  [[nodiscard]] std::optional<std::string> named(std::optional<std::string> error) const;
  [[nodiscard]] std::optional<std::string> write(std::string_view csv);

  OutputFile* file_ = nullptr;
  std::string path_;
  std::optional<D05Workbook> workbook_;
};

}  // namespace ansinh::cli
