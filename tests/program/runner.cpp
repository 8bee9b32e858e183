#include "runner.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <utility>

extern char** environ;

namespace program_test {
namespace {

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

struct Pipe {
  int read = -1, write = -1;
};
Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
  return {ends[0], ends[1]};
}
Pipe make_terminal() {
  Pipe ends;
  winsize size{};
  size.ws_col = 100;
  size.ws_row = 30;
  if (openpty(&ends.read, &ends.write, nullptr, nullptr, &size) != 0) fail("openpty");
  fcntl(ends.read, F_SETFD, FD_CLOEXEC);
  fcntl(ends.write, F_SETFD, FD_CLOEXEC);
  return ends;
}
void close_once(int& fd) {
  if (fd >= 0) close(fd);
  fd = -1;
}

// The two ends of a sink: `read` is ours (-1 where nothing is read), `write` the process's.
Pipe make_sink(Sink sink) {
  switch (sink) {
    case Sink::captured: return make_pipe();
    case Sink::terminal: return make_terminal();
    case Sink::closed_pipe: {
      Pipe ends = make_pipe();
      close_once(ends.read);
      return ends;
    }
    case Sink::full_disk: return {-1, open("/dev/full", O_WRONLY | O_CLOEXEC)};
    case Sink::discarded: return {-1, open("/dev/null", O_WRONLY | O_CLOEXEC)};
    case Sink::not_open: break;
  }
  return {};
}

}  // namespace

Process::Process(const Launch& launch) {
  signal(SIGPIPE, SIG_IGN);
  Pipe in = make_pipe();
  Pipe out = make_sink(launch.out);
  Pipe err = make_sink(launch.err);
  in_ = in.write;
  out_ = out.read;
  err_ = err.read;
  fcntl(in_, F_SETFL, O_NONBLOCK);
  // Fewer turns between the two processes on a busy machine; a smaller pipe does as well.
  fcntl(in_, F_SETPIPE_SZ, 1 << 20);
  if (out_ >= 0) fcntl(out_, F_SETPIPE_SZ, 1 << 20);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.read, 0);
  const auto place = [&](int fd, int number) {
    if (fd < 0) {
      posix_spawn_file_actions_addclose(&actions, number);
    } else {
      posix_spawn_file_actions_adddup2(&actions, fd, number);
    }
  };
  place(out.write, 1);
  place(err.write, 2);
  if (!launch.directory.empty()) posix_spawn_file_actions_addchdir_np(&actions, launch.directory.c_str());

  // A test runner may itself have been started with these ignored.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  sigaddset(&defaults, SIGINT);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);

  std::string program = launch.program.empty() ? ANSINH_PROGRAM : launch.program;
  std::vector<std::string> arguments = launch.arguments;
  std::vector<char*> argv{program.data()};
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const int error = posix_spawn(&pid_, program.c_str(), &actions, &attributes, argv.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close_once(in.read);
  close_once(out.write);
  close_once(err.write);
  if (error != 0) {
    pid_ = -1;
    errno = error;
    fail("posix_spawn");
  }
}

Process::~Process() {
  close_once(in_);
  close_once(out_);
  close_once(err_);
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
}

// One round of waiting, writing and reading. False when there is nothing left to wait for.
bool Process::pump(std::string_view& to_write, bool wait_for_input) {
  std::array<pollfd, 3> fds{pollfd{wait_for_input ? in_ : -1, POLLOUT, 0}, pollfd{out_, POLLIN, 0},
                            pollfd{err_, POLLIN, 0}};
  if (fds[0].fd < 0 && fds[1].fd < 0 && fds[2].fd < 0) return false;
  if (poll(fds.data(), fds.size(), -1) < 0) return errno == EINTR;
  if (fds[0].revents != 0) {
    const ssize_t n = ::write(in_, to_write.data(), to_write.size());
    if (n >= 0) {
      to_write.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno != EAGAIN) {
      close_once(in_);
    }
  }
  for (const int which : {1, 2}) {
    if (fds[static_cast<std::size_t>(which)].revents == 0) continue;
    int& fd = which == 1 ? out_ : err_;
    std::string& text = which == 1 ? outcome_.out : outcome_.err;
    std::array<char, 262'144> buffer;
    const ssize_t n = read(fd, buffer.data(), buffer.size());
    // A terminal whose other side has gone answers EIO.
    if (n > 0) {
      text.append(buffer.data(), static_cast<std::size_t>(n));
    } else if (n == 0 || errno != EINTR) {
      close_once(fd);
    }
  }
  return true;
}

bool Process::write(std::string_view bytes) {
  while (!bytes.empty() && in_ >= 0) {
    if (!pump(bytes, true)) break;
  }
  return bytes.empty();
}

bool Process::read_until(std::string_view text) {
  std::string_view nothing;
  const auto holds = [&] {
    return outcome_.out.find(text) != std::string::npos || outcome_.err.find(text) != std::string::npos;
  };
  while (!holds()) {
    if (!pump(nothing, false)) return false;
  }
  return true;
}

void Process::send(int signal) { kill(pid_, signal); }

Outcome Process::finish() {
  close_once(in_);
  std::string_view nothing;
  while (pump(nothing, false)) {
  }
  int status = 0;
  rusage usage{};
  while (wait4(pid_, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  outcome_.peak_kib = usage.ru_maxrss;
  if (WIFEXITED(status)) outcome_.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) outcome_.signal = WTERMSIG(status);
  return std::move(outcome_);
}

Outcome run(std::vector<std::string> arguments, std::string_view input) {
  Launch launch;
  launch.arguments = std::move(arguments);
  return run(launch, input);
}

Outcome run(const Launch& launch, std::string_view input) {
  Process process{launch};
  process.write(input);
  return process.finish();
}

Outcome run(const Launch& launch, const std::function<std::string()>& next) {
  Process process{launch};
  for (std::string piece = next(); !piece.empty(); piece = next()) {
    if (!process.write(piece)) break;
  }
  return process.finish();
}

Folder::Folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "ansinh-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) fail("mkdtemp");
  path_ = pattern;
}
Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}
std::string Folder::path(std::string_view name) const { return path_ + '/' + std::string{name}; }

bool exists(const std::string& path) { return std::filesystem::exists(path); }

std::string file_bytes(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>{in}, {}};
}

void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream out{path, std::ios::binary};
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    found.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return found;
}

}  // namespace program_test
