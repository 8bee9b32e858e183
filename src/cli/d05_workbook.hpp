// A D05-TS as an Excel workbook: the form's headings, numbers as numbers. The library makes the rows; here they only
// become cells. Held in constant memory, written when it is closed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ansinh::cli {

class D05Workbook {
 public:
  // Excel has no more rows.
  static constexpr std::uint32_t most_rows = 1'048'576;

  D05Workbook();
  D05Workbook(const D05Workbook&) = delete;
  D05Workbook& operator=(const D05Workbook&) = delete;
  ~D05Workbook();

  // What went wrong, as the user should read it; nothing if all is well.
  [[nodiscard]] std::optional<std::string> open(const std::string& path);
  // Batch::output_header() of a written D05-TS.
  [[nodiscard]] std::optional<std::string> write_head(std::string_view csv);
  // Numbered rows, or the footer.
  [[nodiscard]] std::optional<std::string> write_rows(std::string_view csv);
  // Writes the file.
  [[nodiscard]] std::optional<std::string> close();

 private:
  struct Book;
  std::unique_ptr<Book> book_;
};

}  // namespace ansinh::cli
