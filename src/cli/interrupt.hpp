// SIGINT, SIGTERM and SIGHUP, noticed between two pieces of work instead of ending the process.
#pragma once

namespace ansinh::cli {

// At most one object at a time. While it lives the signals only raise it; SIGPIPE is ignored by main, so that a closed
// pipe is an error of write like any other.
class Interrupt {
 public:
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();

  [[nodiscard]] bool raised() const;
  // Becomes readable with the first signal: what is waited for beside an input that may never come.
  [[nodiscard]] int wake_up() const;
};

}  // namespace ansinh::cli
