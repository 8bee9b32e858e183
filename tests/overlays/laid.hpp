// An overlay laid over both: the library's book, and the reference's own copy of the law.
#pragma once

#include <string>
#include <string_view>

#include "ansinh/assess.hpp"
#include "ansinh/overlay.hpp"
#include "reference/law.hpp"

namespace overlays {

struct Laid {
  ansinh::Overlay overlay;
  ansinh::Rules rules;
  reference::Law law;
};

// Fails the test where the overlay has faults, and then lays nothing.
Laid laid(std::string_view json);
// examples/overlays/NAME.json
std::string example(const std::string& name);

// The library's answer, which must be the reference's as well.
ansinh::Result<ansinh::Assessment> priced(const Laid& law, const ansinh::Request& request);

}  // namespace overlays
