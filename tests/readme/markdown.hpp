// What a document shows, and whether it is true. Each fenced block is marked by a comment on the line before it:
//
//   <!-- source: FILE -->      the block is that file, or its lines between those with [README begin] and [README end];
//                              indentation does not count
//   <!-- output: COMMAND -->   the block is what the shell command prints; `output exit=3:` if it ends with 3
//   <!-- session -->           lines `$ COMMAND`, each followed by what it prints; `session exit=3` likewise
//   <!-- command: PRESET -->   the block installs packages and ends with `cmake --workflow --preset PRESET`
//   <!-- shown: REASON -->     not run, and why
//
// Within a line, <!-- value: COMMAND -->57<!-- end --> is what the command prints.
// Commands are run by sh in the root of the source tree, with the programs of this build first on the path.
#pragma once

#include <string>
#include <vector>

namespace readme {

struct Shown {
  int line = 0;          // of the mark; of the fence where there is no mark
  std::string kind;      // source, output, session, command, shown, value; empty if not marked
  int exit = 0;          // expected of every command
  std::string argument;  // after the colon
  std::string text;      // of the block, every line ended; or of the value
};

// Everything that a document shows, in order.
std::vector<Shown> shown_in(const std::string& document);

// Where the commands run and find their programs and files.
struct Surroundings {
  std::string root;  // of the source tree
  std::string path;  // folders to look for programs in, before the others
};

// One line a difference, naming the line of the document; none if all is as shown.
std::vector<std::string> differences(const Shown& shown, const Surroundings& surroundings);

}  // namespace readme
