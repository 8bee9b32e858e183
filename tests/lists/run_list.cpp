#include "run_list.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

#include "ansinh/columns.hpp"

namespace run {
namespace {

const ansinh::ColumnRules& compiled(const ansinh::Rules& rules) {
  static std::map<std::string, ansinh::ColumnRules> by_digest;
  const std::string digest{rules.book().digest()};
  const auto found = by_digest.find(digest);
  return found != by_digest.end() ? found->second : by_digest.emplace(digest, ansinh::ColumnRules{rules}).first->second;
}

// `many`: as a list of many rows.
Outcome run_once(std::string_view bytes, const ansinh::BatchOptions& options, const PieceSize& next_piece,
                 const ansinh::Rules& rules, bool many) {
  Outcome outcome;
  std::optional<ansinh::Batch> of_many;
  ansinh::BatchInput input{rules, options};
  ansinh::Block block;
  ansinh::PricedBlock priced;
  std::uint64_t ordinal = 1;
  const auto price = [&] {
    if (many && !of_many) of_many = input.batch()->for_many_rows(compiled(rules));
    const ansinh::Batch& batch = many ? *of_many : *input.batch();
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

bool same(const Outcome& a, const Outcome& b) {
  return a.header_fault.has_value() == b.header_fault.has_value() && a.header == b.header && a.rows == b.rows &&
         a.footer == b.footer && a.refusals == b.refusals && a.row_count == b.row_count && a.lines == b.lines &&
         a.quote_left_open == b.quote_left_open && a.tallies == b.tallies && a.totals.json("") == b.totals.json("");
}

}  // namespace

Outcome list(std::string_view bytes, const ansinh::BatchOptions& options, const PieceSize& next_piece,
             const ansinh::Rules& rules) {
  // Both runs are cut alike.
  std::vector<std::size_t> sizes;
  PieceSize first, again;
  if (next_piece) {
    first = [&] { return sizes.emplace_back(next_piece()); };
    again = [&, at = std::size_t{0}]() mutable { return sizes[at++]; };
  }
  Outcome outcome = run_once(bytes, options, first, rules, false);
  if (!same(outcome, run_once(bytes, options, again, rules, true))) {
    std::fputs("a list is another one as a list of many rows\n", stderr);
    std::abort();
  }
  return outcome;
}

}  // namespace run
