#include "small_file.hpp"

#include <vector>

#include "files.hpp"
#include "interrupt.hpp"

namespace ansinh::cli {

std::optional<std::string> small_file(const std::string& path, std::size_t most_bytes) {
  InputFile file;
  Interrupt interrupt;
  if (const auto error = file.open(path)) {
    complain("ansinh: " + error->text() + '\n');
    return std::nullopt;
  }
  std::string bytes;
  std::vector<char> piece(std::size_t{1} << 16);
  while (bytes.size() <= most_bytes) {
    std::size_t size = 0;
    if (const auto error = file.read(piece, interrupt, size)) {
      complain("ansinh: " + error->text() + '\n');
      return std::nullopt;
    }
    if (size == 0) return bytes;
    bytes.append(piece.data(), size);
  }
  complain("ansinh: " + path + ": > " + std::to_string(most_bytes >> 20) + " MiB\n");
  return std::nullopt;
}

}  // namespace ansinh::cli
