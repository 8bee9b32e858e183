#include "progress.hpp"

#include <unistd.h>

#include "files.hpp"

namespace ansinh::cli {
namespace {

constexpr std::chrono::milliseconds between_draws{200};

std::string two_digits(std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string minutes_and_seconds(std::uint64_t seconds) {
  return std::to_string(seconds / 60) + ':' + two_digits(seconds % 60);
}

}  // namespace

std::string grouped(std::uint64_t number, Language language) {
  const char mark = language == Language::vi ? '.' : ',';
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, 1, mark);
  }
  return text;
}

Progress::Progress(std::optional<std::uint64_t> total_bytes, Language language)
    : total_bytes_{total_bytes}, language_{language}, terminal_{isatty(STDERR_FILENO) == 1} {}

void Progress::show(std::uint64_t rows, std::uint64_t bytes) {
  if (!terminal_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + between_draws;
  const auto elapsed =
      static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now - start_).count());
  const std::uint64_t per_second = elapsed == 0 ? 0 : rows * 1000 / elapsed;
  const bool vi = language_ == Language::vi;
  std::string line = "\r" + grouped(rows, language_) + (vi ? " dòng, " : " rows, ") + grouped(per_second, language_) +
                     (vi ? " dòng/giây" : " rows/s");
  if (total_bytes_ && bytes > 0 && bytes <= *total_bytes_) {
    const std::uint64_t left = (*total_bytes_ - bytes) / 1024 * elapsed / (bytes / 1024 + 1) / 1000;
    line += vi ? ", còn " : ", left ";
    line += minutes_and_seconds(left);
  }
  // Erases what a longer line left behind.
  line += "\x1b[K";
  complain(line);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  complain("\r\x1b[K");
  drawn_ = false;
}

}  // namespace ansinh::cli
