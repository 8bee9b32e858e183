// Bytes in and out, straight on file descriptors. Errors are returned as errno, never thrown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ansinh::cli {

class Interrupt;

// What went wrong with a file, as the user should read it.
struct FileError {
  std::string path;
  int error = 0;  // errno

  [[nodiscard]] std::string text() const;  // "out.csv: No space left on device"
};

class InputFile {
 public:
  InputFile() = default;
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  // "-" is standard input.
  std::optional<FileError> open(const std::string& path);
  // Bytes read; 0 at the end, or when interrupted (ask the interrupt).
  std::optional<FileError> read(std::span<char> buffer, const Interrupt& interrupt, std::size_t& size);
  // The length of a regular file; empty for a pipe or a terminal.
  [[nodiscard]] std::optional<std::uint64_t> length() const { return length_; }

 private:
  std::string name_;
  int fd_ = -1;
  bool owned_ = false;
  std::optional<std::uint64_t> length_;
};

// A file that appears under its name only when it is complete: until then it is called NAME.part.
class OutputFile {
 public:
  OutputFile() = default;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  // "-" is standard output; that, devices and named pipes have no partial form.
  std::optional<FileError> open(const std::string& path);
  std::optional<FileError> write(std::string_view bytes);
  // Closes the file and gives it its name.
  std::optional<FileError> commit();
  // Removes what was begun.
  void discard();
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }
  // NAME.part while the file exists under that name; empty otherwise.
  [[nodiscard]] const std::string& part() const { return part_; }

 private:
  std::string path_, part_;
  int fd_ = -1;
};

// Writes everything, or says why not. An interrupt does not stop it.
[[nodiscard]] int write_all(int fd, std::string_view bytes);

// Standard output for one answer: false, after a line on standard error, when it cannot be written.
[[nodiscard]] bool print(std::string_view bytes);
// Standard error; what cannot be written there has nowhere else to go.
void complain(std::string_view bytes);

}  // namespace ansinh::cli
