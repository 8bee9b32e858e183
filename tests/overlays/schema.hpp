// The JSON Schema of overlays, made from the types and tables of the library: names of parameters, words and codes are
// asked of it, and limits are those that a book accepts.
#pragma once

#include <string>

namespace overlays {

std::string schema();

}  // namespace overlays
