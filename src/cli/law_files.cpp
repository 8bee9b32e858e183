#include "law_files.hpp"

#include "ansinh/overlay.hpp"
#include "files.hpp"
#include "interrupt.hpp"

namespace ansinh::cli {

std::optional<std::string> overlay_bytes(const std::string& path) {
  const Interrupt interrupt;
  InputFile file;
  std::string bytes;
  std::string piece(std::size_t{1} << 16, '\0');
  auto error = file.open(path);
  // One byte more than an overlay may have tells that it has too many.
  while (!error && bytes.size() <= most_overlay_bytes) {
    std::size_t size = 0;
    error = file.read(piece, interrupt, size);
    if (interrupt.raised()) return std::nullopt;
    if (error || size == 0) break;
    bytes.append(piece, 0, size);
  }
  if (error) {
    complain("ansinh: " + error->text() + '\n');
    return std::nullopt;
  }
  return bytes;
}

std::optional<Rules> rules_of(const Common& common) {
  if (common.law.empty()) return built_in_rules();
  LawBook book = LawBook::built_in();
  for (const std::string& path : common.law) {
    const auto bytes = overlay_bytes(path);
    if (!bytes) return std::nullopt;
    const OverlayResult overlay = read_overlay(*bytes, book);
    if (!overlay) {
      std::string complaint;
      for (const OverlayFault& fault : overlay.faults()) {
        complaint += overlay_fault_text(path, fault, common.language) + '\n';
      }
      complain(complaint);
      return std::nullopt;
    }
    book = overlay->book;
  }
  return Rules{std::move(book)};
}

}  // namespace ansinh::cli
