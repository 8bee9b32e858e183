// Runs a program as a user would: arguments, bytes on standard input, and what came back.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace program_test {

// What a finished process left behind.
struct Outcome {
  int exit_code = -1;    // -1 if a signal ended it
  int signal = 0;        // the signal, if one ended it
  std::string out, err;  // what it wrote; empty where it went elsewhere
  long peak_kib = 0;     // largest resident memory, KiB
};

// Where standard output or error goes.
enum class Sink { captured, closed_pipe, full_disk, terminal, discarded, not_open };

struct Launch {
  std::vector<std::string> arguments;  // without the program's own name
  std::string program;                 // default: the program under test
  Sink out = Sink::captured;
  Sink err = Sink::captured;
  std::string directory;  // working directory; default: the caller's
};

// A process that is still running.
class Process {
 public:
  explicit Process(const Launch& launch);
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  // Writes all of it, reading what comes back meanwhile. False if the process no longer reads.
  bool write(std::string_view bytes);
  // Reads until standard output or error holds the text, or they end. False if they ended without it.
  bool read_until(std::string_view text);
  void send(int signal);
  // Closes standard input, reads to the end and waits.
  Outcome finish();

 private:
  bool pump(std::string_view& to_write, bool wait_for_input);

  pid_t pid_ = -1;
  int in_ = -1, out_ = -1, err_ = -1;
  Outcome outcome_;
};

// Runs the program under test to its end.
Outcome run(std::vector<std::string> arguments, std::string_view input = {});
Outcome run(const Launch& launch, std::string_view input = {});
// The same, its input made piece by piece: `next` gives a piece, empty at the end.
Outcome run(const Launch& launch, const std::function<std::string()>& next);

// A new empty directory, removed with all it holds at the end.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  [[nodiscard]] std::string path(std::string_view name) const;

 private:
  std::string path_;
};

bool exists(const std::string& path);
std::string file_bytes(const std::string& path);
void write_file(const std::string& path, std::string_view bytes);
std::vector<std::string> lines(std::string_view text);

}  // namespace program_test
