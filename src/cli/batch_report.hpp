// What `batch` says on standard error, and the rows of --refusals: refused rows, counts, sums, faults of the header.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "ansinh/lists.hpp"
#include "ansinh/report.hpp"

namespace ansinh::cli {

// Where a refused row stands in the whole input, from 1.
struct RowPosition {
  std::uint64_t row = 0;   // data row
  std::uint64_t line = 0;  // physical line
};

// {"row","line","id","field", then the members of fault_json}; no line feed.
std::string refusal_json(const Rules& rules, const Refusal& refusal, RowPosition at, Language language);
// One line: row, id, name of the refusal, message.
std::string refusal_text(const Rules& rules, const Refusal& refusal, RowPosition at, Language language);
// True where the row itself could not be read, so that what it would pass through is lost from the output.
bool row_is_lost(const Refusal& refusal);

// One line: that a participant is listed a second time for a month, and where the first time was.
std::string listed_twice_text(const ListedRow& row, RowPosition at, ListedTwice::Place first, Language language);
std::string listed_twice_json(const ListedRow& row, RowPosition at, ListedTwice::Place first);
// One line: from where on participants listed twice are no longer all found.
std::string listed_twice_stopped_text(ListedTwice::Place at, Language language);
std::string listed_twice_stopped_json(ListedTwice::Place at);
// One line: that rows state local money without a place, and how to give one.
std::string local_without_place_text(std::uint64_t rows, Language language);
std::string local_without_place_json(std::uint64_t rows);
// How many rows of a D05-TS disagree, in what and by how much.
std::string checks_text(const Totals& totals, Language language);

// Rows, priced and refused, and a count for each reason.
std::string counts_text(const Tally& tally, Language language);
// The sums of what was priced.
std::string sums_text(const Tally& tally, Language language);

std::string header_fault_text(const HeaderFault& fault, Language language);

}  // namespace ansinh::cli
