// What a contribution record brings, and plans.
#pragma once

#include <nanobind/nanobind.h>

namespace ansinh_python {

void define_benefits(nanobind::module_& module);

}  // namespace ansinh_python
