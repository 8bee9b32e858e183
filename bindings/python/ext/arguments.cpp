#include "arguments.hpp"

#include <datetime.h>
#include <nanobind/stl/string.h>

#include <cstring>
#include <optional>

#include "text.hpp"

namespace ansinh_python {
namespace {

[[noreturn]] void wrong_type(const char* field, const std::string& wanted, nb::handle value) {
  std::string text = std::string{field} + ": " + wanted + ", not " + Py_TYPE(value.ptr())->tp_name;
  if (PyFloat_Check(value.ptr())) {
    text += "; binary floating point cannot hold every amount and every rate exactly";
  }
  throw nb::type_error(text.c_str());
}

bool is_whole(nb::handle value) { return !PyBool_Check(value.ptr()) && PyIndex_Check(value.ptr()); }

std::string str_of(nb::handle value) { return nb::cast<std::string>(nb::str(value)); }

struct Text {
  const char* data = nullptr;
  std::size_t size = 0;
};
Text text_in(nb::handle value) {
  Py_ssize_t size = 0;
  const char* data = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (data == nullptr) throw nb::python_error();
  return {data, static_cast<std::size_t>(size)};
}

// Reads what the fast way can; where it cannot, the library reads texts, and says what is wrong with them in its words.
class Reader {
 public:
  Reader(const ansinh_book* book, const Values& values) : book_{book}, values_{values} {}

  // False where a value needs the library's own reader.
  bool fast(ansinh_request& request) const {
    bool read = true;
    const auto each = [&](std::size_t field, auto take) {
      if (!values_[field].is_none()) read = take(values_[field], field_names[field]) && read;
    };
    each(ANSINH_FIELD_PAID_ON, [&](nb::handle v, const char* f) { return day(v, f, request.paid_on); });
    each(ANSINH_FIELD_FIRST_MONTH, [&](nb::handle v, const char* f) { return month(v, f, request.first_month); });
    each(ANSINH_FIELD_INCOME, [&](nb::handle v, const char* f) { return amount(v, f, request.income); });
    each(ANSINH_FIELD_TERM, [&](nb::handle v, const char* f) { return term(v, f, request.term); });
    each(ANSINH_FIELD_GROUPS, [&](nb::handle v, const char* f) { return groups(v, f, request.groups); });
    each(ANSINH_FIELD_PROVINCE,
         [&](nb::handle v, const char* f) { return code(v, f, ansinh_province_name, request.province); });
    each(ANSINH_FIELD_FORMER_PROVINCE,
         [&](nb::handle v, const char* f) { return code(v, f, ansinh_former_province_name, request.former_province); });
    each(ANSINH_FIELD_LOCALITY, [&](nb::handle v, const char* f) { return locality(v, f, request.locality); });
    each(ANSINH_FIELD_MONTHS_SUPPORTED,
         [&](nb::handle v, const char* f) { return count(v, f, request.months_supported); });
    each(ANSINH_FIELD_LOCAL_MONTHS_USED,
         [&](nb::handle v, const char* f) { return count(v, f, request.local_months_used); });
    each(ANSINH_FIELD_FUND_RETURN_RATE, [&](nb::handle v, const char* f) { return rate(v, f); });
    each(ANSINH_FIELD_OTHER_SUPPORT, [&](nb::handle v, const char* f) { return amount(v, f, request.other_support); });
    each(ANSINH_FIELD_TH_SUPPORT, [&](nb::handle v, const char* f) { return edition(v, f, request.th_support); });
    return read;
  }

  void slow(ansinh_request& request, bool complete) const {
    std::array<std::string, field_names.size()> texts;
    std::array<const char*, field_names.size()> pointers{};
    std::array<std::size_t, field_names.size()> lengths{};
    for (std::size_t field = 0; field < texts.size(); ++field) {
      texts[field] = text_of_value(field);
      // A table needs no income, and what stands for other rows not even a day; the reader of texts asks for both.
      if (!complete && field == ANSINH_FIELD_INCOME && texts[field].empty()) texts[field] = "0";
      if (!complete && field == ANSINH_FIELD_PAID_ON && texts[field].empty()) texts[field] = "2008-01-01";
      pointers[field] = texts[field].data();
      lengths[field] = texts[field].size();
    }
    const auto read = [&](int32_t language, int32_t* status) {
      return text_of(
          [&](char* buffer, std::size_t capacity, std::size_t* length) {
            return ansinh_read_request(book_, pointers.data(), lengths.data(), pointers.size(), &request, language,
                                       buffer, capacity, length);
          },
          status);
    };
    int32_t status = ANSINH_OK;
    const std::string en = read(ANSINH_EN, &status);
    if (status == ANSINH_INVALID_ARGUMENT) raise_refused(read(ANSINH_VI, nullptr), en);
    if (status != ANSINH_OK) raise_call(status);
    if (!complete && values_[ANSINH_FIELD_INCOME].is_none()) request.income = ANSINH_NO_AMOUNT;
    if (!complete && values_[ANSINH_FIELD_PAID_ON].is_none()) request.paid_on = ANSINH_NOT_GIVEN;
  }

 private:
  static bool day(nb::handle value, const char* field, std::int32_t& into) {
    if (PyDate_Check(value.ptr()) && !PyDateTime_Check(value.ptr())) {
      into = ansinh_day(PyDateTime_GET_YEAR(value.ptr()), PyDateTime_GET_MONTH(value.ptr()),
                        PyDateTime_GET_DAY(value.ptr()));
      return true;
    }
    if (PyUnicode_Check(value.ptr())) return false;
    wrong_type(field, "a datetime.date, or a text such as \"2026-11-22\"", value);
  }
  static bool month(nb::handle value, const char* field, std::int32_t& into) {
    if (PyDate_Check(value.ptr()) && !PyDateTime_Check(value.ptr())) {
      into = ansinh_month(PyDateTime_GET_YEAR(value.ptr()), PyDateTime_GET_MONTH(value.ptr()));
      return true;
    }
    if (PyUnicode_Check(value.ptr())) return false;
    wrong_type(field, "a text such as \"2026-11\", or a datetime.date in the month", value);
  }
  static bool whole(nb::handle value, std::int64_t& into) {
    int overflow = 0;
    if (PyLong_CheckExact(value.ptr())) {
      into = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
    } else {
      const nb::object index = nb::steal(PyNumber_Index(value.ptr()));
      if (!index.is_valid()) throw nb::python_error();
      into = PyLong_AsLongLongAndOverflow(index.ptr(), &overflow);
    }
    // The C interface sets the least number apart.
    return overflow == 0 && into != ANSINH_NO_AMOUNT;
  }
  static bool amount(nb::handle value, const char* field, std::int64_t& into) {
    if (!is_whole(value)) wrong_type(field, "a whole number of đồng (int)", value);
    // What is below zero is no text of an amount; the library refuses the number itself.
    return whole(value, into);
  }
  static bool count(nb::handle value, const char* field, std::int32_t& into) {
    if (!is_whole(value)) wrong_type(field, "a whole number of months (int)", value);
    std::int64_t number = 0;
    if (!whole(value, number) || number <= INT32_MIN || number > INT32_MAX) return false;
    into = static_cast<std::int32_t>(number);
    return true;
  }
  static bool term(nb::handle value, const char* field, std::int32_t& into) {
    if (PyUnicode_Check(value.ptr())) {
      const Text text = text_in(value);
      into = ansinh_term(text.data, text.size);
      return into != 0;
    }
    if (!is_whole(value)) wrong_type(field, "1, 3, 6 or 12 months (int), or a text such as \"VS2\"", value);
    std::int64_t number = 0;
    if (!whole(value, number) || (number != 1 && number != 3 && number != 6 && number != 12)) return false;
    into = static_cast<std::int32_t>(number);
    return true;
  }
  bool groups(nb::handle value, const char* field, std::uint32_t& into) const {
    into = 0;
    if (PyUnicode_Check(value.ptr())) return group(value, into);
    if (PyBytes_Check(value.ptr()) || Py_TYPE(value.ptr())->tp_iter == nullptr) {
      wrong_type(field, "a set of names, or one name", value);
    }
    bool known = true;
    for (const nb::handle name : nb::iter(value)) {
      if (!PyUnicode_Check(name.ptr())) wrong_type(field, "a set of names (str)", name);
      known = group(name, into) && known;
    }
    return known;
  }
  bool group(nb::handle name, std::uint32_t& into) const {
    const Text text = text_in(name);
    const std::uint32_t bit = ansinh_group(book_, text.data, text.size);
    into |= bit;
    return bit != 0;
  }
  static bool code(nb::handle value, const char* field, const char* (*name_of)(std::int32_t), std::int32_t& into) {
    if (!PyUnicode_Check(value.ptr())) {
      wrong_type(field, "a text of two digits such as \"01\" (a number would lose its zero)", value);
    }
    const Text text = text_in(value);
    const auto digit = [&](std::size_t at) { return text.data[at] >= '0' && text.data[at] <= '9'; };
    if (text.size != 2 || !digit(0) || !digit(1)) return false;
    into = (text.data[0] - '0') * 10 + (text.data[1] - '0');
    return into != 0 && name_of(into) != nullptr;
  }
  static bool locality(nb::handle value, const char* field, char (&into)[8]) {
    if (!PyUnicode_Check(value.ptr())) {
      wrong_type(field, "a text of 3 or 5 digits such as \"004\" (a number would lose its zeros)", value);
    }
    const Text text = text_in(value);
    if ((text.size != 3 && text.size != 5) || std::memchr(text.data, '\0', text.size) != nullptr) return false;
    std::memcpy(into, text.data, text.size);
    into[text.size] = '\0';
    return true;
  }
  static bool rate(nb::handle value, const char* field) {
    const bool decimal = nb::isinstance(value, nb::module_::import_("decimal").attr("Decimal"));
    if (!decimal && !PyUnicode_Check(value.ptr()) && !is_whole(value)) {
      wrong_type(field, "a decimal.Decimal, or a text such as \"0.0031\" or \"0,31%\"", value);
    }
    return false;
  }
  static bool edition(nb::handle value, const char* field, std::int32_t& into) {
    if (!PyUnicode_Check(value.ptr())) wrong_type(field, "\"compounded\" or \"nominal\"", value);
    const std::string text = str_of(value);
    if (text != "compounded" && text != "nominal") return false;
    into = text == "nominal" ? ANSINH_NOMINAL : ANSINH_COMPOUNDED;
    return true;
  }

  // What the value would be in a cell.
  [[nodiscard]] std::string text_of_value(std::size_t field) const {
    const nb::handle value = values_[field];
    if (value.is_none()) return {};
    if (PyUnicode_Check(value.ptr())) return str_of(value);
    if (PyDate_Check(value.ptr())) {
      const std::string text = nb::cast<std::string>(value.attr("isoformat")());
      return field == ANSINH_FIELD_FIRST_MONTH ? text.substr(0, 7) : text;
    }
    if (field == ANSINH_FIELD_GROUPS) {
      // An item without a name is malformed, also where it is the only one.
      std::string text;
      bool first = true;
      bool nameless = false;
      for (const nb::handle name : nb::iter(value)) {
        const std::string item = str_of(name);
        text += (first ? "" : "|") + item;
        nameless = nameless || item.empty();
        first = false;
      }
      return nameless && text.empty() ? "|" : text;
    }
    if (field == ANSINH_FIELD_FUND_RETURN_RATE && !is_whole(value)) {
      return nb::cast<std::string>(nb::module_::import_("builtins").attr("format")(value, "f"));
    }
    return str_of(value);
  }

  const ansinh_book* book_;
  const Values& values_;
};

}  // namespace

ansinh_request request_of(const ansinh_book* book, const Values& values, bool strict, bool complete) {
  ansinh_request request = ANSINH_REQUEST_INIT;
  const Reader reader{book, values};
  if (!reader.fast(request)) {
    ansinh_request whole = ANSINH_REQUEST_INIT;
    reader.slow(whole, complete);
    request = whole;
  }
  request.options = strict ? ANSINH_STRICT : 0;
  return request;
}

std::int64_t whole_number(nb::handle value, const char* field, const char* unit) {
  if (!is_whole(value)) wrong_type(field, std::string{"a whole number of "} + unit + " (int)", value);
  const nb::object index = nb::steal(PyNumber_Index(value.ptr()));
  if (!index.is_valid()) throw nb::python_error();
  int overflow = 0;
  const long long number = PyLong_AsLongLongAndOverflow(index.ptr(), &overflow);
  if (overflow > 0) return INT64_MAX;
  if (overflow < 0 || number == INT64_MIN) return INT64_MIN + 1;
  return number;
}

std::int32_t day_of(nb::handle value, const char* field) {
  if (PyDate_Check(value.ptr()) && !PyDateTime_Check(value.ptr())) {
    return ansinh_day(PyDateTime_GET_YEAR(value.ptr()), PyDateTime_GET_MONTH(value.ptr()),
                      PyDateTime_GET_DAY(value.ptr()));
  }
  wrong_type(field, "a datetime.date", value);
}

void define_arguments() {
  PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw nb::python_error();
}

}  // namespace ansinh_python
