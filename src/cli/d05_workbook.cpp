#include "d05_workbook.hpp"

#include <array>
#include <charconv>
#include <vector>

#include "ansinh/d05.hpp"
#include "xlsxwriter.hpp"

namespace ansinh::cli {
namespace {

constexpr std::array<std::size_t, 10> number_columns{0, 5, 6, 7, 8, 9, 10, 11, 12, 13};

bool is_number_column(std::size_t column) {
  for (const std::size_t number : number_columns) {
    if (number == column) return true;
  }
  return false;
}

// A number that a cell of Excel, which is a double, holds exactly: a whole one below 2^53, or a rate in percent.
std::optional<double> number_of(std::string_view text) {
  constexpr std::size_t exact_digits = 15;
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (text.empty() || text.size() > exact_digits || read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

struct D05Workbook::Book {
  explicit Book(const XlsxWriter& functions) : xlsx{functions} {}

  const XlsxWriter& xlsx;
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* title = nullptr;
  lxw_format* heading = nullptr;
  lxw_format* number = nullptr;
  lxw_row_t row = 0;
  std::vector<std::string> cells;

  ~Book() {
    if (workbook != nullptr) xlsx.lxw_workbook_free(workbook);
  }

  [[nodiscard]] std::optional<std::string> told(lxw_error error) const {
    if (error == LXW_NO_ERROR) return std::nullopt;
    return std::string{xlsx.lxw_strerror(error)};
  }

  std::optional<std::string> text(std::size_t column, const std::string& content, lxw_format* format) const {
    if (content.empty() && format == nullptr) return std::nullopt;
    return told(xlsx.worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), content.c_str(), format));
  }
  std::optional<std::string> texts(const std::vector<std::string>& row_cells, lxw_format* format) {
    for (std::size_t i = 0; i < row_cells.size(); ++i) {
      if (row_cells[i].empty() && (format != heading || i >= d05_columns)) continue;
      if (auto error = text(i, row_cells[i], format)) return error;
    }
    ++row;
    return std::nullopt;
  }

  // The upper row of headings: one that is parted below spans its parts.
  std::optional<std::string> upper_headings(const std::vector<std::string>& upper,
                                            const std::vector<std::string>& lower) {
    for (std::size_t i = 0; i < d05_columns;) {
      std::size_t end = i + 1;
      while (!lower[i].empty() && end < d05_columns && upper[end].empty() && !lower[end].empty()) ++end;
      if (end > i + 1) {
        const lxw_error error = xlsx.worksheet_merge_range(sheet, row, static_cast<lxw_col_t>(i), row,
                                                           static_cast<lxw_col_t>(end - 1), upper[i].c_str(), heading);
        if (error != LXW_NO_ERROR) return told(error);
      } else if (auto error = text(i, upper[i], heading)) {
        return error;
      }
      i = end;
    }
    ++row;
    return std::nullopt;
  }
};

D05Workbook::D05Workbook() = default;
D05Workbook::~D05Workbook() = default;

std::optional<std::string> D05Workbook::open(const std::string& path) {
  std::string why_not;
  const XlsxWriter* const xlsx = XlsxWriter::load(why_not);
  if (xlsx == nullptr) return why_not;
  book_ = std::make_unique<Book>(*xlsx);
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  book_->workbook = xlsx->workbook_new_opt(path.c_str(), &options);
  if (book_->workbook == nullptr) return book_->told(LXW_ERROR_MEMORY_MALLOC_FAILED);
  book_->sheet = xlsx->workbook_add_worksheet(book_->workbook, "D05-TS");
  if (book_->sheet == nullptr) return book_->told(LXW_ERROR_MEMORY_MALLOC_FAILED);
  book_->title = xlsx->workbook_add_format(book_->workbook);
  xlsx->format_set_bold(book_->title);
  book_->heading = xlsx->workbook_add_format(book_->workbook);
  xlsx->format_set_bold(book_->heading);
  xlsx->format_set_text_wrap(book_->heading);
  xlsx->format_set_align(book_->heading, LXW_ALIGN_CENTER);
  xlsx->format_set_align(book_->heading, LXW_ALIGN_VERTICAL_CENTER);
  xlsx->format_set_border(book_->heading, LXW_BORDER_THIN);
  book_->number = xlsx->workbook_add_format(book_->workbook);
  xlsx->format_set_num_format(book_->number, "#,##0");
  return book_->told(
      xlsx->worksheet_set_column(book_->sheet, 0, 0, 6, nullptr) == LXW_NO_ERROR
          ? xlsx->worksheet_set_column(book_->sheet, 1, static_cast<lxw_col_t>(d05_columns - 1), 16, nullptr)
          : LXW_ERROR_PARAMETER_VALIDATION);
}

std::optional<std::string> D05Workbook::write_head(std::string_view csv) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (csv.starts_with(byte_order_mark)) csv.remove_prefix(byte_order_mark.size());
  std::vector<std::vector<std::string>> rows;
  for (std::vector<std::string> cells; take_row(csv, d05_delimiter, cells);) rows.push_back(cells);
  // Two rows of headings and the number row end the head.
  constexpr std::size_t headings = 3;
  if (rows.size() < headings) return book_->told(LXW_ERROR_PARAMETER_VALIDATION);
  const std::size_t first_heading = rows.size() - headings;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto error = i == first_heading ? book_->upper_headings(rows[i], rows[i + 1])
                                    : book_->texts(rows[i], i < first_heading ? book_->title : book_->heading);
    if (error) return error;
  }
  book_->xlsx.worksheet_freeze_panes(book_->sheet, book_->row, 2);
  return std::nullopt;
}

std::optional<std::string> D05Workbook::write_rows(std::string_view csv) {
  std::vector<std::string>& cells = book_->cells;
  while (take_row(csv, d05_delimiter, cells)) {
    if (book_->row >= most_rows) return book_->told(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      const auto number = is_number_column(i) ? number_of(cells[i]) : std::nullopt;
      const bool whole = cells[i].find('.') == std::string::npos;
      auto error =
          number ? book_->told(book_->xlsx.worksheet_write_number(book_->sheet, book_->row, static_cast<lxw_col_t>(i),
                                                                  *number, whole ? book_->number : nullptr))
                 : book_->text(i, cells[i], nullptr);
      if (error) return error;
    }
    ++book_->row;
  }
  return std::nullopt;
}

std::optional<std::string> D05Workbook::close() {
  lxw_workbook* const workbook = book_->workbook;
  book_->workbook = nullptr;  // closing frees it, whatever happens
  return book_->told(book_->xlsx.workbook_close(workbook));
}

}  // namespace ansinh::cli
