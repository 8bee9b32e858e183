// population: the persons of a batch CSV, read for questions that are asked of all of them: what another law would
// change (diff.hpp), what a draft costs (cost.hpp).
//
// Promise: the columns, cells and faults of a batch (lists.hpp), cut and read alike; a row that cannot be read is
// refused in its place and counted, never dropped. What is read depends on the bytes alone, never on how they were cut.
// No file, thread, clock or locale. Units: VND; months.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/export.hpp"
#include "ansinh/lists.hpp"

namespace ansinh {

// Where a person stands in the input. Numbers count within the block, from 1.
struct PersonAt {
  std::uint64_t row = 0;   // data row; blank lines do not count
  std::uint64_t line = 0;  // physical line on which the row begins
  std::string_view id;     // content of the column `id`; empty where there is none
  bool dated = false;      // the row, or a default, says the day of payment
};

// The persons of a block. Kept and reused by the caller; its texts point into the block or into this object.
class PersonBlock {
 public:
  PersonBlock() = default;
  PersonBlock(PersonBlock&&) = default;
  PersonBlock& operator=(PersonBlock&&) = default;
  PersonBlock(const PersonBlock&) = delete;
  PersonBlock& operator=(const PersonBlock&) = delete;

  std::vector<Request> requests;  // of the rows that were read, in their order
  std::vector<PersonAt> at;       // of each request
  std::vector<Refusal> refusals;  // of the rows that were not
  std::uint64_t rows = 0;         // data rows
  std::uint64_t lines = 0;        // physical lines

 private:
  friend class Population;
  std::vector<std::string_view> cells_;
  std::vector<char> unquoted_;
  std::deque<std::string> texts_;  // of cells that do not stand in the block as they are
};

struct PopulationOptions {
  // Serve the rows whose column is absent or empty.
  RequestCells defaults;
  // Refuse rows without a day of payment, as a batch does; else they are not `dated`.
  bool day_required = true;
};

// A population whose header has been read. Immutable, cheap to copy, safe to share between threads.
class ANSINH_API Population {
 public:
  // From the header record, with or without its line end; no byte order mark. The names of groups are those of the
  // rules' book.
  [[nodiscard]] static std::variant<Population, HeaderFault> from_header(const Rules& rules,
                                                                         const PopulationOptions& options,
                                                                         std::string_view header);

  // Replaces what `persons` held. The block must outlive its use.
  void read(const Block& block, PersonBlock& persons) const;

 private:
  struct Data;
  explicit Population(std::shared_ptr<const Data> data) : data_{std::move(data)} {}
  std::shared_ptr<const Data> data_;
};

// Cuts the bytes of an input into header and blocks, as BatchInput does and with its words. A list in the form D05-TS
// is no population: is_form() says so.
class ANSINH_API PopulationInput {
 public:
  // The texts of the options are copied.
  PopulationInput(const Rules& rules, const PopulationOptions& options);

  [[nodiscard]] bool take(std::string_view& bytes, Block& block);
  [[nodiscard]] bool finish(Block& block);

  // Null until the header has been read.
  [[nodiscard]] const Population* population() const { return population_ ? &*population_ : nullptr; }
  [[nodiscard]] const HeaderFault* header_fault() const;
  [[nodiscard]] bool is_form() const { return is_form_; }
  [[nodiscard]] bool quote_left_open() const { return input_.quote_left_open(); }
  // Physical lines up to the end of the header.
  [[nodiscard]] std::uint64_t header_lines() const;

 private:
  void look_at_header();

  Rules rules_;
  std::array<std::string, request_field_count> defaults_;
  bool day_required_;
  BatchInput input_;
  std::string head_;  // the bytes so far, until the header is read
  std::optional<Population> population_;
  std::optional<HeaderFault> fault_;
  bool is_form_ = false;
};

}  // namespace ansinh
