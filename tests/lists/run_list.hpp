// Runs a list through BatchInput and Batch as a program would, with the input cut into pieces as a test wants.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/lists.hpp"

namespace run {

struct Refused {
  std::uint64_t row = 0;   // over the whole list
  std::uint64_t line = 0;  // over the whole input
  std::string id;
  ansinh::Errc code = ansinh::Errc::ok;
  ansinh::Field field = ansinh::Field::paid_on;
  ansinh::Hint hint = ansinh::Hint::none;
  std::string given;
  std::string limit;
  std::size_t column = 0;

  friend bool operator==(const Refused&, const Refused&) = default;
};

struct Outcome {
  std::optional<ansinh::HeaderFault> header_fault;
  std::string header;  // of the output
  std::string rows;    // of the output; of a written D05-TS numbered
  std::string footer;  // of the output
  std::vector<Refused> refusals;
  std::uint64_t row_count = 0;
  std::uint64_t lines = 0;  // with the header's
  std::uint64_t local_without_place = 0;
  bool quote_left_open = false;
  char delimiter = ',';
  std::vector<ansinh::Tally> tallies;  // of every block
  ansinh::Totals totals;
};

// The size of the next piece, at least 1.
using PieceSize = std::function<std::size_t()>;

// Runs it twice, the second time as a list of many rows, and ends the process where the two differ.
[[nodiscard]] Outcome list(std::string_view bytes, const ansinh::BatchOptions& options = {},
                           const PieceSize& next_piece = {}, const ansinh::Rules& rules = ansinh::built_in_rules());

[[nodiscard]] inline PieceSize pieces_of(std::size_t size) {
  return [size] { return size; };
}

}  // namespace run
