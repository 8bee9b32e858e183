// libxlsxwriter, loaded when a workbook is asked for: linked, it would bring a library of cryptography with it and more
// than double the time in which every command starts.
#pragma once

#include <xlsxwriter.h>

#include <string>

namespace ansinh::cli {

// The functions of the library under their own names.
struct XlsxWriter {
  decltype(&::format_set_align) format_set_align;
  decltype(&::format_set_bold) format_set_bold;
  decltype(&::format_set_border) format_set_border;
  decltype(&::format_set_num_format) format_set_num_format;
  decltype(&::format_set_text_wrap) format_set_text_wrap;
  decltype(&::lxw_strerror) lxw_strerror;
  decltype(&::lxw_workbook_free) lxw_workbook_free;
  decltype(&::workbook_add_format) workbook_add_format;
  decltype(&::workbook_add_worksheet) workbook_add_worksheet;
  decltype(&::workbook_close) workbook_close;
  decltype(&::workbook_new_opt) workbook_new_opt;
  decltype(&::worksheet_freeze_panes) worksheet_freeze_panes;
  decltype(&::worksheet_merge_range) worksheet_merge_range;
  decltype(&::worksheet_set_column) worksheet_set_column;
  decltype(&::worksheet_write_number) worksheet_write_number;
  decltype(&::worksheet_write_string) worksheet_write_string;

  // Loads the version that the program was built with. Null, and `error` says why, where it is not there.
  [[nodiscard]] static const XlsxWriter* load(std::string& error);
};

}  // namespace ansinh::cli
