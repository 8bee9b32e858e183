// One line on a terminal that says how far a run has come: rows, rows per second, time left.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "ansinh/report.hpp"

namespace ansinh::cli {

class Progress {
 public:
  // Silent unless standard error is a terminal. `total_bytes`: of the input, where known.
  Progress(std::optional<std::uint64_t> total_bytes, Language language);

  // Draws the line anew if a moment has passed since the last time.
  void show(std::uint64_t rows, std::uint64_t bytes);
  // Takes the line away, before other text and at the end.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::optional<std::uint64_t> total_bytes_;
  Language language_;
  bool terminal_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_ = start_;
};

// 1.234.567 in Vietnamese, 1,234,567 in English.
std::string grouped(std::uint64_t number, Language language);

}  // namespace ansinh::cli
