#include "markdown.hpp"

#include <sys/wait.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>

namespace readme {

namespace {

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(" \t\n") - first + 1)};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// "output exit=3: ansinh ..." into its parts.
Shown mark_of(std::string_view comment, int line) {
  Shown mark;
  mark.line = line;
  const std::size_t colon = comment.find(':');
  std::string head = trimmed(comment.substr(0, colon));
  if (colon != std::string_view::npos) mark.argument = trimmed(comment.substr(colon + 1));
  if (const std::size_t at = head.find(" exit="); at != std::string::npos) {
    mark.exit = std::stoi(head.substr(at + 6));
    head.resize(at);
  }
  mark.kind = head;
  return mark;
}

constexpr std::string_view opening = "<!-- ";
constexpr std::string_view closing = " -->";

std::optional<Shown> mark_line(std::string_view line, int number) {
  if (!line.starts_with(opening) || !line.ends_with(closing)) return std::nullopt;
  return mark_of(line.substr(opening.size(), line.size() - opening.size() - closing.size()), number);
}

void add_values(const std::string& line, int number, std::vector<Shown>& all) {
  constexpr std::string_view begin = "<!-- value:", end = "<!-- end -->";
  for (std::size_t at = line.find(begin); at != std::string::npos; at = line.find(begin, at + 1)) {
    const std::size_t text = line.find(closing, at);
    const std::size_t stop = line.find(end, at);
    Shown value = mark_of(std::string_view{line}.substr(at + opening.size(), text - at - opening.size()), number);
    // Without its end a value is never right: it keeps the whole rest of the line.
    value.text = text == std::string::npos ? line : line.substr(text + closing.size(), stop - text - closing.size());
    all.push_back(value);
  }
}

struct Run {
  int exit = -1;
  std::string output;
};

std::string quoted(std::string_view text) {
  std::string all = "'";
  for (const char c : text) all += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return all + "'";
}

Run run(const std::string& command, const Surroundings& where) {
  const std::string line = "cd " + quoted(where.root) + " && PATH=" + quoted(where.path) +
                           ":\"$PATH\" && export PATH && " + "exec </dev/null && eval " + quoted(command);
  Run result;
  FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) return result;
  std::array<char, 4096> buffer{};
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe))
    result.output.append(buffer.data(), n);
  const int status = pclose(pipe);
  if (WIFEXITED(status)) result.exit = WEXITSTATUS(status);
  return result;
}

std::string place(const Shown& shown) { return "line " + std::to_string(shown.line) + ": "; }

std::vector<std::string> compared(const Shown& shown, const std::string& command, const std::string& expected,
                                  const Surroundings& where) {
  std::vector<std::string> all;
  const Run result = run(command, where);
  if (result.exit != shown.exit) {
    all.push_back(place(shown) + "`" + command + "` ends with " + std::to_string(result.exit));
  }
  if (result.output != expected) {
    all.push_back(place(shown) + "`" + command + "` prints\n" + result.output + "and not\n" + expected);
  }
  return all;
}

// Without the indentation of the first line.
std::string unindented(const std::string& text) {
  const std::size_t indent = text.find_first_not_of(' ');
  std::string all;
  for (const std::string& line : lines_of(text)) {
    const std::size_t own = line.find_first_not_of(' ');
    all += (own == std::string::npos ? std::string{} : line.substr(own < indent ? own : indent)) + "\n";
  }
  return all;
}

// The file, or the part of it meant for the reader.
std::optional<std::string> part_of(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) return std::nullopt;
  std::string whole, part;
  bool inside = false, marked = false;
  for (std::string line; std::getline(in, line);) {
    whole += line + "\n";
    if (line.find("[README end]") != std::string::npos) inside = false;
    if (inside) part += line + "\n";
    if (line.find("[README begin]") != std::string::npos) inside = marked = true;
  }
  return unindented(marked ? part : whole);
}

}  // namespace

std::vector<Shown> shown_in(const std::string& document) {
  std::vector<Shown> all;
  std::optional<Shown> mark;
  bool inside = false;
  int number = 0;
  for (const std::string& line : lines_of(document)) {
    ++number;
    const bool fence = line.starts_with("```");
    if (inside) {
      if (fence) {
        inside = false;
      } else {
        all.back().text += line + "\n";
      }
      continue;
    }
    if (fence) {
      inside = true;
      Shown block = mark.value_or(Shown{});
      if (!mark) block.line = number;
      all.push_back(block);
    } else {
      add_values(line, number, all);
    }
    mark = mark_line(line, number);
  }
  return all;
}

std::vector<std::string> differences(const Shown& shown, const Surroundings& where) {
  if (shown.kind == "shown") {
    if (!shown.argument.empty()) return {};
    return {place(shown) + "it does not say why it is not run"};
  }
  if (shown.kind == "output") return compared(shown, shown.argument, shown.text, where);
  if (shown.kind == "value") {
    const Run result = run(shown.argument, where);
    if (result.exit == shown.exit && trimmed(result.output) == shown.text) return {};
    return {place(shown) + "`" + shown.argument + "` says " + trimmed(result.output) + " and not " + shown.text};
  }
  if (shown.kind == "source") {
    const auto text = part_of(where.root + "/" + shown.argument);
    if (text == unindented(shown.text)) return {};
    return {place(shown) + shown.argument + " holds\n" + text.value_or("nothing: no such file\n") + "and not\n" +
            shown.text};
  }
  if (shown.kind == "command") {
    // Not run here, since it builds this very build; what it must be is what a bare machine needs.
    std::string words;  // on one line, whatever the breaks
    std::istringstream in{shown.text};
    for (std::string word; in >> word;) words += (word == "\\" ? std::string{} : word + " ");
    const bool installs = words.starts_with("apt-get update && apt-get install -y --no-install-recommends ");
    if (installs && words.ends_with("&& cmake --workflow --preset " + shown.argument + " ")) return {};
    return {place(shown) + "not an installation of packages that ends with the workflow `" + shown.argument + "`"};
  }
  if (shown.kind == "session") {
    std::vector<std::string> all;
    std::string command, expected;
    const auto finish = [&] {
      if (command.empty()) return;
      for (std::string& difference : compared(shown, command, expected, where)) all.push_back(std::move(difference));
      command.clear();
      expected.clear();
    };
    bool more = false;  // the command goes on in this line
    for (const std::string& line : lines_of(shown.text)) {
      if (line.starts_with("$ ")) finish();
      if (line.starts_with("$ ") || more) {
        command += (more ? "\n" : "") + line.substr(more ? 0 : 2);
        more = line.ends_with("\\");
      } else {
        expected += line + "\n";
      }
    }
    if (command.empty()) all.push_back(place(shown) + "a session without a command");
    finish();
    return all;
  }
  return {place(shown) + "a block that nothing checks: mark it (see tests/readme/markdown.hpp)"};
}

}  // namespace readme
