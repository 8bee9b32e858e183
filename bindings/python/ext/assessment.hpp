// One answer as Python holds it.
#pragma once

#include <nanobind/nanobind.h>

namespace ansinh_python {

void define_assessment(nanobind::module_& module);

}  // namespace ansinh_python
