// What the header of a list settled about one field of a request.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "ansinh/result.hpp"

namespace ansinh::lists {

// A field that a row can give: by a column of its own, by the form, or by a default.
struct ListField {
  Field field;
  std::optional<std::size_t> column;
  std::string otherwise;  // trimmed; empty where there is no default
};

}  // namespace ansinh::lists
