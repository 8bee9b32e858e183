#include "xlsxwriter.hpp"

#include <dlfcn.h>

namespace ansinh::cli {
namespace {

class Loader {
 public:
  explicit Loader(const char* library) : handle_{dlopen(library, RTLD_NOW | RTLD_LOCAL)} {
    if (handle_ == nullptr) failed();
  }

  template <class Function>
  void take(Function*& function, const char* name) {
    if (!error_.empty()) return;
    function = reinterpret_cast<Function*>(dlsym(handle_, name));
    if (function == nullptr) failed();
  }

  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  void failed() {
    const char* const told = dlerror();
    error_ = told == nullptr ? "libxlsxwriter" : told;
  }

  void* handle_;  // kept until the program ends
  std::string error_;
};

}  // namespace

const XlsxWriter* XlsxWriter::load(std::string& error) {
  static XlsxWriter functions{};
  static const std::string why_not = [] {
    Loader loader{ANSINH_LIBXLSXWRITER_NAME};
    loader.take(functions.format_set_align, "format_set_align");
    loader.take(functions.format_set_bold, "format_set_bold");
    loader.take(functions.format_set_border, "format_set_border");
    loader.take(functions.format_set_num_format, "format_set_num_format");
    loader.take(functions.format_set_text_wrap, "format_set_text_wrap");
    loader.take(functions.lxw_strerror, "lxw_strerror");
    loader.take(functions.lxw_workbook_free, "lxw_workbook_free");
    loader.take(functions.workbook_add_format, "workbook_add_format");
    loader.take(functions.workbook_add_worksheet, "workbook_add_worksheet");
    loader.take(functions.workbook_close, "workbook_close");
    loader.take(functions.workbook_new_opt, "workbook_new_opt");
    loader.take(functions.worksheet_freeze_panes, "worksheet_freeze_panes");
    loader.take(functions.worksheet_merge_range, "worksheet_merge_range");
    loader.take(functions.worksheet_set_column, "worksheet_set_column");
    loader.take(functions.worksheet_write_number, "worksheet_write_number");
    loader.take(functions.worksheet_write_string, "worksheet_write_string");
    return loader.error();
  }();
  if (why_not.empty()) return &functions;
  error = why_not;
  return nullptr;
}

}  // namespace ansinh::cli
