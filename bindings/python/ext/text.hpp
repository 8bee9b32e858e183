// Texts of the C interface as Python strings, and statuses of calls as exceptions.
#pragma once

#include <nanobind/nanobind.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "ansinh/ansinh.h"

namespace ansinh_python {

namespace nb = nanobind;

// Raises what a status of a call means: a fault of this package, since Python passes no wrong pointers or sizes.
[[noreturn]] inline void raise_call(int32_t status) {
  if (status == ANSINH_CALL_NO_MEMORY) throw std::bad_alloc{};
  const char* name = ansinh_status_name(status);
  throw nb::value_error((std::string{"the library refused a call: "} + (name == nullptr ? "?" : name)).c_str());
}

// `call(buffer, capacity, length)`: the text, and the status of the call.
template <class Call>
std::string text_of(Call call, int32_t* status = nullptr) {
  std::string text(4096, '\0');
  std::size_t length = 0;
  int32_t code = call(text.data(), text.size(), &length);
  if (code == ANSINH_CALL_BUFFER_TOO_SMALL) {
    text.resize(length + 1);
    code = call(text.data(), text.size(), &length);
  }
  if (status != nullptr) *status = code;
  text.resize(length);
  return text;
}

inline int32_t language_of(nb::handle language) {
  if (nb::isinstance<nb::str>(language)) {
    const std::string text = nb::cast<std::string>(language);
    if (text == "vi") return ANSINH_VI;
    if (text == "en") return ANSINH_EN;
  }
  throw nb::value_error("language: \"vi\" or \"en\"");
}

inline int32_t format_of(nb::handle format, bool csv, bool html) {
  if (nb::isinstance<nb::str>(format)) {
    const std::string text = nb::cast<std::string>(format);
    if (text == "text") return ANSINH_TEXT;
    if (text == "json") return ANSINH_JSON;
    if (csv && text == "csv") return ANSINH_CSV;
    if (html && text == "html") return ANSINH_HTML;
  }
  throw nb::value_error((std::string{"format: \"text\", \"json\""} + (csv ? ", \"csv\"" : "") + (html ? ", \"html\"" : ""))
                            .c_str());
}

inline nb::object json_loads(const std::string& text) {
  return nb::module_::import_("json").attr("loads")(nb::str(text.data(), text.size()));
}

// Raises ansinh.Refused from the two objects of ansinh_assess_json.
[[noreturn]] inline void raise_refused(const std::string& vi, const std::string& en) {
  const nb::object refused = nb::module_::import_("ansinh._errors").attr("refused")(json_loads(vi), json_loads(en));
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(refused.ptr())), refused.ptr());
  throw nb::python_error();
}

}  // namespace ansinh_python
