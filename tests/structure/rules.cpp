#include "rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <map>
#include <optional>
#include <regex>
#include <string_view>

#include "source_text.hpp"

namespace structure {

namespace fs = std::filesystem;

namespace {

// From the used to the user: a room includes itself and the rooms before it. `cli` and `capi` are doors beside each
// other.
constexpr std::array<std::string_view, 6> rooms{"core", "law", "assess", "benefit", "lists", "report"};
constexpr std::array<std::string_view, 2> doors{"capi", "cli"};

// The room of each public header. A new header needs its line here.
const std::map<std::string, std::string_view>& room_of_header() {
  static const std::map<std::string, std::string_view> rooms_of_headers{
      {"ansinh/export.hpp", "core"},
      {"ansinh/version.hpp", "core"},
      {"ansinh/money.hpp", "core"},
      {"ansinh/rate.hpp", "core"},
      {"ansinh/rounding.hpp", "core"},
      {"ansinh/calendar.hpp", "core"},
      {"ansinh/term.hpp", "core"},
      {"ansinh/groups.hpp", "core"},
      {"ansinh/place.hpp", "core"},
      {"ansinh/datum.hpp", "core"},
      {"ansinh/citation.hpp", "core"},
      {"ansinh/result.hpp", "core"},
      {"ansinh/law.hpp", "law"},
      {"ansinh/assess.hpp", "assess"},
      {"ansinh/explain.hpp", "assess"},
      {"ansinh/refund.hpp", "assess"},
      {"ansinh/schedule.hpp", "assess"},
      {"ansinh/benefit_law.hpp", "law"},
      {"ansinh/contribution_record.hpp", "benefit"},
      {"ansinh/benefit.hpp", "benefit"},
      {"ansinh/benefit_steps.hpp", "benefit"},
      {"ansinh/plan.hpp", "benefit"},
      {"ansinh/leaflet.hpp", "benefit"},
      {"ansinh/leaflet_report.hpp", "report"},
      {"ansinh/benefit_list.hpp", "lists"},
      {"ansinh/benefit_report.hpp", "report"},
      {"ansinh/lists.hpp", "lists"},
      {"ansinh/d05.hpp", "lists"},
      {"ansinh/goals.hpp", "lists"},
      {"ansinh/population.hpp", "lists"},
      {"ansinh/cost.hpp", "lists"},
      {"ansinh/diff.hpp", "lists"},
      {"ansinh/report.hpp", "report"},
      {"ansinh/population_report.hpp", "report"},
      {"ansinh/ansinh.hpp", "cli"},
      {"ansinh/overlay.hpp", "law"},
      {"ansinh/overlay_check.hpp", "assess"},
      {"ansinh/tally.hpp", "assess"},
      {"ansinh/columns.hpp", "assess"},
      {"ansinh/ansinh.h", "capi"},
  };
  return rooms_of_headers;
}

bool is_door(std::string_view room) { return std::find(doors.begin(), doors.end(), room) != doors.end(); }

// How high a room stands; empty if there is no such room.
std::optional<std::size_t> height(std::string_view room) {
  if (is_door(room)) return rooms.size();
  const auto at = std::find(rooms.begin(), rooms.end(), room);
  if (at == rooms.end()) return std::nullopt;
  return static_cast<std::size_t>(at - rooms.begin());
}

std::string name_in_tree(const fs::path& file, const fs::path& root) {
  return file.lexically_relative(root).generic_string();
}

// "src/law/x.cpp" is of law; "include/ansinh/law.hpp" too. Empty where there is none.
std::string_view room_of(const std::string& file) {
  if (file.starts_with("include/")) {
    std::string header = file.substr(std::string_view{"include/"}.size());
    if (header.ends_with(".in")) header.resize(header.size() - 3);
    const auto at = room_of_header().find(header);
    return at == room_of_header().end() ? std::string_view{} : at->second;
  }
  const std::string_view inside = std::string_view{file}.substr(std::string_view{"src/"}.size());
  const std::size_t slash = inside.find('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view room = inside.substr(0, slash);
  return height(room) ? room : std::string_view{};
}

// A header of the standard library: one word without a suffix. Of C only the three that a C interface needs.
bool is_standard(const std::string& name) {
  static const std::regex form{"[a-z_0-9]+|std(int|def|bool)\\.h"};
  return std::regex_match(name, form);
}

// The file of the tree that a quoted include means; empty if there is none.
std::string resolved(const Include& include, const std::string& includer, const fs::path& root) {
  for (const fs::path& folder : {fs::path{includer}.parent_path(), fs::path{"src"}, fs::path{"include"}}) {
    const fs::path candidate = (folder / include.name).lexically_normal();
    if (fs::is_regular_file(root / candidate)) return candidate.generic_string();
    if (fs::is_regular_file(root / (candidate.string() + ".in"))) return candidate.generic_string() + ".in";
  }
  return {};
}

std::vector<fs::path> library_sources(const fs::path& root) {
  std::vector<fs::path> files = sources_below(root / "include");
  const std::vector<fs::path> more = sources_below(root / "src");
  files.insert(files.end(), more.begin(), more.end());
  return files;
}

template <class Visit>  // visit(file, line number, include)
void each_include(const fs::path& root, Visit visit) {
  for (const fs::path& path : library_sources(root)) {
    const std::string file = name_in_tree(path, root);
    int line = 0;
    for (const std::string& text : lines_of(path)) {
      ++line;
      if (const auto include = include_of(text)) visit(file, line, *include);
    }
  }
}

bool matches(const std::string& file, const char* pattern) { return std::regex_match(file, std::regex{pattern}); }

}  // namespace

std::vector<Violation> include_directions(const fs::path& root) {
  std::vector<Violation> found;
  for (const fs::path& path : library_sources(root)) {
    const std::string file = name_in_tree(path, root);
    if (room_of(file).empty()) found.push_back({file, 0, "room", file});
  }
  each_include(root, [&](const std::string& file, int line, const Include& include) {
    const std::string_view room = room_of(file);
    if (room.empty()) return;
    const bool public_header = file.starts_with("include/");
    const bool own = include.quoted || include.name.starts_with("ansinh/");
    if (!own) {
      if (public_header && !is_standard(include.name)) found.push_back({file, line, "public_header", include.name});
      return;
    }
    const std::string target = resolved(include, file, root);
    if (target.empty()) {
      found.push_back({file, line, "missing", include.name});
      return;
    }
    const std::string_view used = room_of(target);
    if (used.empty()) return;  // reported as a file without a room
    const bool private_target = target.starts_with("src/");
    if (public_header && private_target) {
      found.push_back({file, line, "public_header", include.name});
    } else if (target == "include/ansinh/ansinh.hpp" && !is_door(room)) {
      found.push_back({file, line, "everything", include.name});
    } else if (is_door(room) && private_target && used != room) {
      found.push_back({file, line, "private_header", include.name});
    } else if (*height(used) > *height(room)) {
      found.push_back({file, line, "arrow", include.name});
    }
  });
  return found;
}

std::vector<Violation> library_places(const fs::path& root) {
  std::vector<Violation> found;
  each_include(root, [&](const std::string& file, int line, const Include& include) {
    const bool boost = include.name.starts_with("boost/") && !matches(file, R"(src/core/exact[^/]*\.cpp)");
    const bool date = include.name.starts_with("date/") && !matches(file, R"(src/core/calendar[^/]*\.cpp)");
    if (boost || date) found.push_back({file, line, "library", include.name});
  });
  return found;
}

std::vector<Violation> outside_world(const fs::path& root) {
  // Streams and <iomanip> follow the global locale; strtod and its like too.
  static const std::regex header{
      "fstream|iostream|istream|ostream|sstream|syncstream|iomanip|streambuf|filesystem|thread|mutex|shared_mutex|"
      "condition_variable|future|semaphore|latch|barrier|stop_token|locale|codecvt|ctime|time\\.h|clocale|cstdio|"
      "stdio\\.h|csignal|random|(sys|unistd|fcntl|pthread|dirent)\\b.*"};
  static const std::regex token{
      R"(\b(system_clock|steady_clock|high_resolution_clock|utc_clock|file_clock|getenv|secure_getenv|setenv|environ|)"
      R"(setlocale|localeconv|std::locale|std::time|std::clock|thread_local|f?printf|fopen|fread|fwrite|strto[dfl]d?|ato[fil]|stod|stof|)"
      R"(stold|gettimeofday|clock_gettime|localtime|gmtime|rand|srand|random_device)\b)"};
  static const std::regex floating{R"(\b(double|float)\b)"};
  std::vector<Violation> found;
  for (const fs::path& path : library_sources(root)) {
    const std::string file = name_in_tree(path, root);
    if (room_of(file) == "cli") continue;
    const std::vector<std::string> lines = lines_of(path);
    const std::vector<std::string> code = code_of(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const int number = static_cast<int>(i) + 1;
      std::smatch match;
      if (const auto include = include_of(lines[i])) {
        if (std::regex_match(include->name, header)) found.push_back({file, number, "outside_world", include->name});
      } else if (std::regex_search(code[i], match, token)) {
        found.push_back({file, number, "outside_world", match.str()});
      } else if (std::regex_search(code[i], match, floating)) {
        found.push_back({file, number, "floating_point", match.str()});
      }
    }
  }
  return found;
}

std::vector<Violation> machine_paths(const fs::path& root) {
  // Put together here, so that this file does not name what it forbids.
  std::vector<std::string> forbidden;
  for (const char* folder : {"work", "farm", "root", "home", "tmp", "Users"})
    forbidden.push_back("/" + std::string{folder} + "/");
  for (const char* notes : {"law", "spec", "design", "hooks"}) forbidden.push_back("shared" + std::string{"/"} + notes);
  // A name that goes on to the left is another one: docs/work/ is no folder of a machine.
  const auto names = [](const std::string& line, const std::string& path) {
    for (std::size_t at = line.find(path); at != std::string::npos; at = line.find(path, at + 1)) {
      const char before = at == 0 ? ' ' : line[at - 1];
      if (!std::isalnum(static_cast<unsigned char>(before)) &&
          std::string_view{"_.}-"}.find(before) == std::string_view::npos) {
        return true;
      }
    }
    return false;
  };
  // A folder that a .gitignore above it names is made, not written: what packages of other languages build in their
  // place.
  const auto made = [&root](const fs::path& folder) {
    for (fs::path above = folder.parent_path(); above != root.parent_path(); above = above.parent_path()) {
      if (!fs::exists(above / ".gitignore")) continue;
      const std::string name = folder.filename().string() + '/';
      const std::string path = name_in_tree(folder, above) + '/';
      for (const std::string& line : lines_of(above / ".gitignore")) {
        if (line == name || line == path || line == '/' + path) return true;
      }
    }
    return false;
  };
  std::vector<Violation> found;
  for (auto entry = fs::recursive_directory_iterator{root}; entry != fs::recursive_directory_iterator{}; ++entry) {
    const fs::path& path = entry->path();
    if (entry->is_directory()) {
      const bool build_tree = fs::exists(path / "CMakeCache.txt");
      if (build_tree || path.filename() == ".git" || made(path)) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file()) continue;
    int number = 0;
    for (const std::string& line : lines_of(path)) {
      ++number;
      for (const std::string& path_name : forbidden) {
        if (names(line, path_name)) found.push_back({name_in_tree(path, root), number, "machine_path", path_name});
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const Violation& a, const Violation& b) {
    return a.file != b.file ? a.file < b.file : a.line < b.line;
  });
  return found;
}

}  // namespace structure
