// Arguments of Python as a request of the C interface.
#pragma once

#include <nanobind/nanobind.h>

#include <array>
#include <string>

#include "ansinh/ansinh.h"

namespace ansinh_python {

// The fields of a request, as Python names them, in the order of their numbers.
inline constexpr std::array<const char*, 13> field_names{
    "paid_on",          "first_month",       "income",           "term",          "groups",    "province",
    "former_province",  "locality",          "months_supported", "local_months_used", "fund_return_rate",
    "other_support",    "th_support"};

using Values = std::array<nanobind::handle, field_names.size()>;

// A request, or TypeError for what is of a wrong type, or ansinh.Refused for what no field can hold. None is "not
// given". `complete`: paid_on and income are required.
ansinh_request request_of(const ansinh_book* book, const Values& values, bool strict, bool complete = true);

// A whole number of Python that is no bool; TypeError names the field. What 64 bit cannot hold is held at the nearer
// end, which no field accepts.
std::int64_t whole_number(nanobind::handle value, const char* field, const char* unit);
// A day: datetime.date, or its text.
std::int32_t day_of(nanobind::handle value, const char* field);

void define_arguments();

}  // namespace ansinh_python
