// Whether bytes are well-formed UTF-8.
#pragma once

#include <string_view>

namespace ansinh::lists {

// Well-formed by Unicode table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF, nothing cut short.
[[nodiscard]] bool valid_utf8(std::string_view bytes);

}  // namespace ansinh::lists
