#include "interrupt.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstddef>

namespace ansinh::cli {
namespace {

constexpr std::array signals{SIGINT, SIGTERM, SIGHUP};
// The signal may arrive on any thread.
std::atomic<bool> seen{false};
static_assert(std::atomic<bool>::is_always_lock_free);
std::array<int, 2> wake_up_pipe{-1, -1};
std::array<struct sigaction, signals.size()> before{};

extern "C" void note(int) {
  const int error = errno;
  seen = true;
  const char byte = 0;
  const ssize_t ignored = write(wake_up_pipe[1], &byte, 1);
  static_cast<void>(ignored);
  errno = error;
}

}  // namespace

Interrupt::Interrupt() {
  seen = false;
  if (pipe(wake_up_pipe.data()) == 0) {
    for (const int fd : wake_up_pipe) {
      fcntl(fd, F_SETFD, FD_CLOEXEC);
      fcntl(fd, F_SETFL, O_NONBLOCK);
    }
  }
  struct sigaction action {};
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < signals.size(); ++i) {
    sigaction(signals[i], nullptr, &before[i]);
    // Whoever started the program with a signal ignored (nohup) meant it.
    if (before[i].sa_handler != SIG_IGN) sigaction(signals[i], &action, nullptr);
  }
}

Interrupt::~Interrupt() {
  for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &before[i], nullptr);
  for (int& fd : wake_up_pipe) {
    if (fd >= 0) close(fd);
    fd = -1;
  }
}

bool Interrupt::raised() const { return seen; }
int Interrupt::wake_up() const { return wake_up_pipe[0]; }

}  // namespace ansinh::cli
