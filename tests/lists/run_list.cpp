#include "run_list.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace run {

Outcome list(std::string_view bytes, const ansinh::BatchOptions& options, const PieceSize& next_piece,
             const ansinh::Rules& rules) {
  Outcome outcome;
  ansinh::BatchInput input{rules, options};
  ansinh::Block block;
  ansinh::PricedBlock priced;
  std::uint64_t ordinal = 1;
  const auto price = [&] {
    const ansinh::Batch& batch = *input.batch();
    if (outcome.tallies.empty()) outcome.lines = batch.header_lines();
    ansinh::Totals part = batch.totals();
    batch.price(block, priced, part);
    if (outcome.tallies.empty()) outcome.totals = batch.totals();
    if (!outcome.totals.merge(part)) std::abort();
    outcome.tallies.push_back(part.all());
    // Moved, as a program does that hands it to another thread: the texts must survive it.
    const ansinh::PricedBlock moved = std::move(priced);
    for (const ansinh::Refusal& refusal : moved.refusals) {
      outcome.refusals.push_back({.row = outcome.row_count + refusal.row,
                                  .line = outcome.lines + refusal.line,
                                  .id = std::string{refusal.id},
                                  .code = refusal.fault.code,
                                  .field = refusal.fault.field,
                                  .hint = refusal.fault.hint,
                                  .given = refusal.fault.given.text(),
                                  .limit = refusal.fault.limit.text(),
                                  .column = refusal.column});
    }
    const bool plain = options.write == ansinh::BatchOptions::Write::answers;
    outcome.rows += plain ? moved.output : ansinh::number_rows(moved, ordinal);
    outcome.row_count += moved.rows;
    outcome.lines += moved.lines;
    outcome.local_without_place += moved.local_without_place;
    priced = ansinh::PricedBlock{};
  };

  while (!bytes.empty()) {
    const std::size_t size = next_piece ? next_piece() : bytes.size();
    // A copy of its own, so that a reader that looks beyond the piece is found out by a sanitizer.
    const std::vector<char> piece{bytes.begin(),
                                  bytes.begin() + static_cast<std::ptrdiff_t>(std::min(size, bytes.size()))};
    bytes.remove_prefix(piece.size());
    std::string_view rest{piece.data(), piece.size()};
    while (input.take(rest, block)) price();
    if (input.header_fault() != nullptr) break;
  }
  while (input.finish(block)) price();
  if (input.header_fault() != nullptr) outcome.header_fault = *input.header_fault();
  if (input.batch() != nullptr) {
    outcome.header = input.batch()->output_header();
    outcome.delimiter = input.batch()->delimiter();
    if (outcome.tallies.empty()) {
      outcome.totals = input.batch()->totals();
      outcome.lines = input.batch()->header_lines();
    }
    outcome.footer = input.batch()->output_footer(outcome.totals);
  }
  outcome.quote_left_open = input.quote_left_open();
  return outcome;
}

}  // namespace run
