// The structure of the source tree, checked from its text: which room may include which, which room may use which
// library, and what no file may name.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace structure {

struct Violation {
  std::string file;  // relative to the root, with forward slashes
  int line = 0;      // from 1
  std::string rule;  // its name, see the functions below
  std::string text;  // what was found

  friend bool operator==(const Violation&, const Violation&) = default;
};

// Rules `arrow` (a room includes a room that stands on it), `private_header` (the program includes a private header),
// `everything` (a room includes ansinh.hpp), `public_header` (a public header includes something that is neither of the
// standard library nor public), `room` (a file or header without a room), `missing` (an include that is not in the
// tree).
std::vector<Violation> include_directions(const std::filesystem::path& root);

// Rule `library`: Boost outside core/exact*.cpp, date outside core/calendar*.cpp.
std::vector<Violation> library_places(const std::filesystem::path& root);

// Rule `outside_world`: files, streams, threads, clock, environment or locale used by a room other than cli. Rule
// `floating_point`: a binary floating-point type there.
std::vector<Violation> outside_world(const std::filesystem::path& root);

// Rule `machine_path`: an absolute path of somebody's machine, or the folder of the notes this project was built from,
// in any text file of the tree, build trees excepted.
std::vector<Violation> machine_paths(const std::filesystem::path& root);

}  // namespace structure
