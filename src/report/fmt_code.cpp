// The code of fmt, compiled here once for the library: every other file only declares it, which takes a third of the
// time to compile. src/CMakeLists.txt defines FMT_HEADER_ONLY for this file.
#include <fmt/format.h>

#include <string>

namespace ansinh::report {

// Taking its address makes the compiler emit it.
extern std::string (*const formatter)(fmt::string_view format, fmt::format_args values);
std::string (*const formatter)(fmt::string_view format, fmt::format_args values) = &fmt::vformat;

}  // namespace ansinh::report
