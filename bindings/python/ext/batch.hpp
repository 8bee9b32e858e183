// Batches over the Arrow C Data Interface.
#pragma once

#include <nanobind/nanobind.h>

namespace ansinh_python {

void define_batch(nanobind::module_& module);

}  // namespace ansinh_python
