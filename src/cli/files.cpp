#include "files.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "interrupt.hpp"

namespace ansinh::cli {

std::string FileError::text() const { return path + ": " + std::generic_category().message(error); }

InputFile::~InputFile() {
  if (owned_) close(fd_);
}

std::optional<FileError> InputFile::open(const std::string& path) {
  if (path == "-") {
    name_ = "stdin";
    fd_ = STDIN_FILENO;
  } else {
    name_ = path;
    fd_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd_ < 0) return FileError{name_, errno};
    owned_ = true;
  }
  struct stat status {};
  if (fstat(fd_, &status) != 0) return FileError{name_, errno};
  if (S_ISDIR(status.st_mode)) return FileError{name_, EISDIR};
  if (S_ISREG(status.st_mode)) {
    length_ = static_cast<std::uint64_t>(status.st_size);
#ifdef POSIX_FADV_SEQUENTIAL
    posix_fadvise(fd_, 0, 0, POSIX_FADV_SEQUENTIAL);
#endif
  }
  return std::nullopt;
}

std::optional<FileError> InputFile::read(std::span<char> buffer, const Interrupt& interrupt, std::size_t& size) {
  size = 0;
  while (!interrupt.raised()) {
    if (!length_) {
      std::array<pollfd, 2> waited{pollfd{fd_, POLLIN, 0}, pollfd{interrupt.wake_up(), POLLIN, 0}};
      if (poll(waited.data(), waited.size(), -1) < 0 && errno != EINTR) return FileError{name_, errno};
      if (waited[0].revents == 0) continue;
    }
    const ssize_t n = ::read(fd_, buffer.data(), buffer.size());
    if (n >= 0) {
      size = static_cast<std::size_t>(n);
      return std::nullopt;
    }
    if (errno != EINTR && errno != EAGAIN) return FileError{name_, errno};
  }
  return std::nullopt;
}

OutputFile::~OutputFile() {
  if (fd_ > STDOUT_FILENO) close(fd_);
}

std::optional<FileError> OutputFile::open(const std::string& path) {
  if (path == "-") {
    path_ = "stdout";
    fd_ = STDOUT_FILENO;
    return std::nullopt;
  }
  path_ = path;
  const std::string part = path + ".part";
  struct stat status {};
  if (stat(path.c_str(), &status) == 0) {
    // A rename onto a folder would fail only at the very end; a device or a named pipe is written, never replaced.
    if (S_ISDIR(status.st_mode)) return FileError{path, EISDIR};
    if (!S_ISREG(status.st_mode)) {
      fd_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
      if (fd_ < 0) return FileError{path, errno};
      return std::nullopt;
    }
  }
  fd_ = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd_ < 0) return FileError{part, errno};
  part_ = part;
  return std::nullopt;
}

std::optional<FileError> OutputFile::write(std::string_view bytes) {
  if (const int error = write_all(fd_, bytes)) return FileError{part_.empty() ? path_ : part_, error};
  return std::nullopt;
}

std::optional<FileError> OutputFile::commit() {
  if (part_.empty()) return std::nullopt;
  const int closed = close(fd_);
  fd_ = -1;
  if (closed != 0) return FileError{part_, errno};
  if (std::rename(part_.c_str(), path_.c_str()) != 0) return FileError{path_, errno};
  part_.clear();
  return std::nullopt;
}

void OutputFile::discard() {
  if (part_.empty()) return;
  if (fd_ >= 0) close(fd_);
  fd_ = -1;
  unlink(part_.c_str());
  part_.clear();
}

int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (n == 0) {
      return EIO;
    } else if (errno == EAGAIN) {
      pollfd writable{fd, POLLOUT, 0};
      poll(&writable, 1, -1);
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

bool print(std::string_view bytes) {
  const int error = write_all(STDOUT_FILENO, bytes);
  if (error == 0) return true;
  complain("ansinh: " + FileError{"stdout", error}.text() + '\n');
  return false;
}

void complain(std::string_view bytes) { static_cast<void>(write_all(STDERR_FILENO, bytes)); }

}  // namespace ansinh::cli
