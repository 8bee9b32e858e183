// The extension module: what Python cannot say itself, over the C interface and nothing else.
#include <nanobind/nanobind.h>

#include "ansinh/ansinh.h"
#include "arguments.hpp"
#include "assessment.hpp"
#include "batch.hpp"
#include "benefits.hpp"
#include "law.hpp"
#include "totals.hpp"

NB_MODULE(_core, module) {
  namespace nb = nanobind;
  ansinh_python::define_arguments();
  ansinh_python::define_law(module);
  ansinh_python::define_totals(module);
  ansinh_python::define_assessment(module);
  ansinh_python::define_batch(module);
  ansinh_python::define_benefits(module);
  module.attr("__version__") = nb::str(ansinh_version());
  module.attr("abi_version") = ansinh_abi_version();
  module.attr("verified_on") = ansinh_verified_on();
  module.attr("IGNORE_OTHER_COLUMNS") = static_cast<int>(ANSINH_ARROW_IGNORE_OTHER_COLUMNS);
  module.attr("AMOUNTS_ONLY") = static_cast<int>(ANSINH_ARROW_AMOUNTS_ONLY);
}
