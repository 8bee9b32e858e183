// Exact sums of many answers.
#pragma once

#include <nanobind/nanobind.h>

#include "ansinh/ansinh.h"

namespace ansinh_python {

struct Totals {
  ansinh_tally tally;
  Totals() { ansinh_tally_init(&tally, sizeof tally); }
};

void define_totals(nanobind::module_& module);

}  // namespace ansinh_python
