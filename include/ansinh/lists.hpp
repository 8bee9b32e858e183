// lists: text to requests, and answers back to text. The one reader of every field, for program options, for CSV cells
// and for any door that passes strings; and the batch CSV with its totals.
//
// Promise: nothing is guessed, clipped, lost or reordered. What is malformed or out of its range is refused with a
// Fault that names the field and repeats what was given; a row that cannot be read is refused in its place. The output
// of a batch depends on the bytes of the input alone, never on how they were cut into pieces or blocks. No file,
// thread, clock or locale: the caller moves the bytes, and may price blocks at once on several threads. Units: VND;
// months; rates as shares per month. Texts inside a Fault point into the cells that were given, or into the PricedBlock
// that holds the fault.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/columns.hpp"
#include "ansinh/d05.hpp"
#include "ansinh/export.hpp"
#include "ansinh/law.hpp"
#include "ansinh/refund.hpp"
#include "ansinh/result.hpp"
#include "ansinh/rounding.hpp"
#include "ansinh/tally.hpp"

namespace ansinh {

// ---------------------------------------------------------------------------------------------- one request

inline constexpr int request_field_count = static_cast<int>(Field::th_support) + 1;

// The text of each field, in the order of Field. An empty text takes the field's default.
struct RequestCells {
  std::array<std::string_view, request_field_count> text;

  // Only for the fields of a request: paid_on ... th_support.
  [[nodiscard]] constexpr std::string_view& operator[](Field field) { return text[static_cast<std::size_t>(field)]; }
  [[nodiscard]] constexpr std::string_view operator[](Field field) const {
    return text[static_cast<std::size_t>(field)];
  }
};

// Reads one field into `request`; spaces and tabs around the text do not count, and an empty text leaves the field as
// it is. Form and range are checked here, relations between fields by `assess`. On a fault the request is unchanged.
//
//   paid_on                         2026-11-22, 22/11/2026
//   first_month                     2026-11, 11/2026
//   income, other_support           1500000, 1.500.000 (dots only as full groups of three: 1.500 is 1500)
//   months_supported, local_...     12
//   fund_return_rate                0.0031, 0,0031, 0.31%, 0,31%
//   term                            1, 12, VS2, TH7, DB3 (term.hpp)
//   groups                          near_poor|island; every name must be in the book
//   province, former_province       01: two digits, each in its own list
//   locality                        004, 00004
//   th_support                      compounded, nominal
[[nodiscard]] ANSINH_API std::optional<Fault> read_field(const LawBook& book, Field field, std::string_view text,
                                                         Request& request);

// Reads a whole request, field by field in their order; the first fault is reported, before any relation between fields
// is looked at. `paid_on` and `income` are required (Hint::missing).
[[nodiscard]] ANSINH_API Result<Request> read_request(const LawBook& book, const RequestCells& cells);

// ---------------------------------------------------------------------------------------------- one refund

// The text of each field of a refund; an empty text of the payment or of support_refunded takes the default.
struct RefundCells {
  RequestCells payment;
  std::string_view remaining;         // 8
  std::string_view on;                // 2026-11-22, 22/11/2026
  std::string_view reason;            // compulsory, withdrawal, death, pension
  std::string_view support_refunded;  // 123200, 123.200
};

// Reads the payment as read_request does, then the refund's own fields in this order. `remaining`, `on` and `reason`
// are required too. Whether the months fit the payment, and the reason the day, is decided by `refund`.
[[nodiscard]] ANSINH_API Result<RefundRequest> read_refund(const LawBook& book, const RefundCells& cells);

// ---------------------------------------------------------------------------------------------- totals

// What is settled with those who pay, for the payments of one quarter: every local layer and its sources of money
// apart. Exact; only answered rows.
struct QuarterSums {
  std::uint64_t rows = 0;
  Int128 contribution = 0;
  Int128 central_support = 0;
  Int128 other_support = 0;
  Int128 participant_share = 0;
  // By layer, as in LawBook::layers(), then by SourceOfMoney; local money of all layers adds up to it.
  std::array<std::array<Int128, 2>, max_layers> local{};

  ANSINH_API void add(const Assessment& assessment);
  ANSINH_API void add(const QuarterSums& other);
  friend bool operator==(const QuarterSums&, const QuarterSums&) = default;
};
// A quarter of a year (quy) as one number, and as text: "2026-Q3".
[[nodiscard]] constexpr int quarter_of(Day day) {
  return day.month().year() * 4 + (static_cast<int>(day.month().month()) - 1) / 3;
}
[[nodiscard]] ANSINH_API std::string quarter_text(int quarter);

// Totals of a list, also by the values of chosen columns. Totals of parts merge into the totals of the whole.
class ANSINH_API Totals {
 public:
  static constexpr std::size_t max_values = 1'000'000;  // of one column

  Totals() = default;
  // `most_values`: of one column, max_values unless a caller wants fewer.
  explicit Totals(std::vector<std::string> columns, std::size_t most_values = max_values);

  // One row, with its value in each column (as many as there are columns).
  void add(Errc status, const Assessment& assessment, std::span<const std::string_view> values);
  // Rows that were counted elsewhere, of which no value of a column is known.
  void add(const Tally& rows) { all_.add(rows); }
  // Rows that were counted elsewhere, all with this value in the column (counted from 0): for the column alone.
  void add(std::size_t column, std::string_view value, const Tally& rows);
  // That the layers of answers have these names, and that `json` is to tell each value of the columns
  // `collection_point` and `commune` by quarters too: the columns that money is settled by. The State and the provinces
  // transfer their part by quarters. Source: Decree 159/2025/ND-CP art. 5(3).
  void settle(std::vector<std::string> layers);
  // Whether a column is settled by quarters: then of every answered row, besides add().
  [[nodiscard]] bool settles() const { return settles_; }
  void add_to_quarter(Day paid_on, const Assessment& assessment, std::span<const std::string_view> values);
  // Null where no answered row has the value in the quarter, or the column is not settled.
  [[nodiscard]] const QuarterSums* of(std::string_view column, std::string_view value, int quarter) const;
  // That the row disagrees in something that its list states; besides add().
  void disagree(const std::array<std::optional<Money>, checked_count>& differences,
                std::span<const std::string_view> values);
  // Of a list that states amounts: `json` then says how many rows disagree, in what and by how much.
  void expect_checks() { checked_ = true; }
  [[nodiscard]] const CheckTallies& checks() const { return checks_; }
  // Other totals with the same columns; false, and nothing changed, if the columns differ.
  [[nodiscard]] bool merge(const Totals& other);

  [[nodiscard]] const Tally& all() const { return all_; }
  [[nodiscard]] std::span<const std::string> columns() const { return columns_; }
  // Null where no row has this value, or no such column was chosen.
  [[nodiscard]] const Tally* of(std::string_view column, std::string_view value) const;
  // The first column with more values than it may have: its totals are incomplete and must not be used.
  [[nodiscard]] const std::string* column_with_too_many_values() const;

  // {"law_digest":...,"rows":...,"status":{...},"sums":{...},"by_source":{...},"by":{...}}: sums as decimal strings;
  // of the statuses `ok` and those that occur, in the order of Errc; columns as chosen, their values sorted by bytes.
  // Of a column that is settled each value has further "by_quarter": {"2026-Q3":{"rows":...,"sums":{"contribution",
  // "central_support","other_support","participant_share"},"local":{"province":{"budget":...,"fund":...},...}}}.
  // Of a D05-TS also "check_disagreements" in every tally, and "check":{"contribution":{"rows":1,"difference":"-6600"}}
  // of what disagrees.
  [[nodiscard]] std::string json(std::string_view law_digest) const;

 private:
  friend class Batch;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Values = std::unordered_map<std::string, Tally, Hash, std::equal_to<>>;

  Tally* value(std::size_t column, std::string_view text);

  std::vector<std::string> columns_;
  std::size_t most_values_ = max_values;
  Tally all_;
  std::vector<Values> values_;  // one map a column
  std::optional<std::size_t> too_many_;
  bool checked_ = false;
  CheckTallies checks_{};
  // By value and quarter; one map a column, empty where it is not settled.
  using Quarters = std::map<std::pair<std::string, int>, QuarterSums, std::less<>>;
  [[nodiscard]] bool is_settled(std::size_t column) const;
  bool settles_ = false;
  std::vector<std::string> layers_;
  std::vector<Quarters> quarters_;
};

// ---------------------------------------------------------------------------------------------- batch CSV

struct BatchOptions {
  // Serve the rows whose column is absent or empty; a required column with a default may be absent.
  RequestCells defaults;
  // Columns of the input by whose values the totals are broken down.
  std::vector<std::string> by;
  // Refuse (Errc::not_settled) what would be flagged `unsettled` or `local_unknown`.
  bool strict = false;

  // What is written: an answer a row; or the participants as a D05-TS of 2026, refused rows left out, with the columns
  // to its right that the form cannot carry or without them. A plain list gives what the form says besides the request
  // in columns `name, participant_number, birth_date, result_form, kind, note`.
  enum class Write : std::uint8_t { answers, d05, d05_form_only };
  Write write = Write::answers;
  // Fill PricedBlock::listed, which a D05-TS as input always does.
  bool list_rows = false;
  // For Settlement, where no column of these names gives them.
  std::string_view organisation{}, collector{}, collection_point{}, commune{};
};

// Why nothing can be done with an input: its header cannot be read or does not serve.
struct HeaderFault {
  enum class Kind : std::uint8_t {
    empty,       // no header line
    open_quote,  // a quote left open
    malformed,   // text after a closing quote
    nul_byte,
    invalid_utf8,
    too_long,           // more than 16 MiB
    too_many_columns,   // more than Batch::max_columns
    duplicate_column,   // a name twice
    reserved_column,    // an unknown column named like a column of the output
    missing_column,     // a required column that no default serves
    unknown_by_column,  // a column chosen for the totals that is not in the header
    no_number_row,      // a D05-TS without its row A, B, 1, 2 ...
    merged_cell,        // of a number row: a label is missing, as where cells were merged
    moved_column,       // of a number row: a label is not in its place
    older_form,         // the D05-TS of Decision 595/QD-BHXH (2017), which is not read
  };
  Kind kind = Kind::empty;
  std::string column;        // the name, as written; empty where the fault has none
  std::size_t position = 0;  // number of the column, from 1; 0 where the fault has none
  std::uint64_t line = 0;    // physical line, from 1; 0 where it is the header's first or not known
};
[[nodiscard]] ANSINH_API std::string_view name(HeaderFault::Kind);

// Whole rows of the input, to be priced together; or one row that was too long to keep.
struct Block {
  std::string bytes;
  std::uint64_t long_row_bytes = 0;  // above 0: the length of one row that was dropped; `bytes` is empty then
  std::uint64_t long_row_lines = 0;  // and the physical lines it took
  bool after_sum = false;            // of a D05-TS: a sum row came before
};

// A refused row. Numbers count within the block, from 1; add PricedBlock::rows and ::lines of the blocks before, and
// Batch::header_lines() to the line.
struct Refusal {
  std::uint64_t row = 0;   // data row; blank lines do not count
  std::uint64_t line = 0;  // physical line on which the row begins
  std::string_view id;     // content of the column `id`; empty where there is none or the row cannot be read
  Fault fault;
  std::size_t column = 0;  // of a list in a form: number of the cell at fault, from 1; 0 where it is none
};

class Batch;

// What became of a block. Kept and reused by the caller, so that pricing allocates nothing once it has grown.
class PricedBlock {
 public:
  PricedBlock() = default;
  PricedBlock(PricedBlock&&) = default;
  PricedBlock& operator=(PricedBlock&&) = default;
  PricedBlock(const PricedBlock&) = delete;
  PricedBlock& operator=(const PricedBlock&) = delete;

  std::string output;             // CSV rows, one for every data row, LF
  std::vector<Refusal> refusals;  // in the order of the rows; their texts live in this object
  std::vector<ListedRow> listed;  // the rows that were priced, if asked for; their texts live in this object
  // Where rows of a D05-TS begin in `output`: before each belongs its ordinal (number_rows).
  std::vector<std::size_t> row_starts;
  std::uint64_t rows = 0;   // data rows
  std::uint64_t lines = 0;  // physical lines
  // Priced rows of a D05-TS that state local money but have no place by whose law it could be checked: neither in the
  // row nor by default. They are compared as every row is, with 0; whoever gave no place should be told.
  std::uint64_t local_without_place = 0;

 private:
  friend class Batch;
  struct Regular;
  struct Scratch {
    Workspace workspace;
    std::vector<std::string_view> cells;
    std::vector<std::string_view> values;
    std::vector<char> unquoted;
    std::vector<char> texts;
    std::vector<std::array<std::size_t, 2>> text_starts;  // of a refusal's id and of the text it was given
    std::vector<std::size_t> listed_starts;               // of the texts of a listed row
    std::shared_ptr<Regular> regular;
  };
  Scratch scratch_;
};

// A list whose header has been read. Immutable, cheap to copy, safe to share between threads.
class ANSINH_API Batch {
 public:
  static constexpr std::size_t max_row_bytes = std::size_t{16} << 20;
  static constexpr std::size_t max_columns = 16'384;

  // From the header record, with or without its line end; no byte order mark.
  [[nodiscard]] static std::variant<Batch, HeaderFault> from_header(const Rules& rules, const BatchOptions& options,
                                                                    std::string_view header);

  [[nodiscard]] char delimiter() const;
  // The columns chosen for the totals, as the caller wrote them, each once; and empty totals for them.
  [[nodiscard]] std::span<const std::string> by() const;
  [[nodiscard]] Totals totals() const;
  // The header of the output, with LF.
  [[nodiscard]] const std::string& output_header() const;
  // What ends the output: the sum row of a written D05-TS; nothing otherwise.
  [[nodiscard]] std::string output_footer(const Totals& totals) const;
  // Whether the input is a D05-TS, whose stated amounts are checked.
  [[nodiscard]] bool is_d05() const;
  // Physical lines up to the end of the header, when it was read by a BatchInput; 1 otherwise.
  [[nodiscard]] std::uint64_t header_lines() const { return header_lines_; }
  // A size of block at which neither its output nor the cost of handing it over matters.
  [[nodiscard]] std::size_t block_bytes() const;

  // The same batch for a list of many rows, say 50,000: prices what it can by the rules compiled for columns, which
  // takes tens of milliseconds once. The output is the same, byte for byte. `rules`: of the same book, as the batch is
  // returned unchanged with another.
  [[nodiscard]] Batch for_many_rows() const;
  [[nodiscard]] Batch for_many_rows(const ColumnRules& rules) const;

  // Prices every row of the block: replaces what `priced` held, and adds to `totals` (made by totals() of this batch).
  void price(const Block& block, PricedBlock& priced, Totals& totals) const;

 private:
  friend class BatchInput;
  struct Data;
  explicit Batch(std::shared_ptr<const Data> data);
  std::shared_ptr<const Data> data_;
  std::uint64_t header_lines_ = 1;
};

// The output of a block of a written D05-TS, its rows numbered on from `ordinal`, which is left at the next number.
// Rows are numbered where blocks come together, since only there it is known how many came before.
[[nodiscard]] ANSINH_API std::string number_rows(const PricedBlock& priced, std::uint64_t& ordinal);

// Cuts the bytes of an input, which arrive in pieces of any size, into the header and blocks of whole rows. Holds at
// most a block and one row.
//
//   BatchInput input{rules, options};
//   Block block;
//   while (read(piece)) {
//     std::string_view rest = piece;
//     while (input.take(rest, block)) price(block);
//     if (input.header_fault()) stop;
//   }
//   while (input.finish(block)) price(block);
//   if (input.quote_left_open()) stop;
class ANSINH_API BatchInput {
 public:
  // The texts of the options are copied.
  BatchInput(const Rules& rules, const BatchOptions& options);

  // Takes bytes from the front of `bytes`. True: `block` holds the next block (its old buffer is reused), call again
  // with what is left. False: all bytes were taken, or the header is faulty.
  [[nodiscard]] bool take(std::string_view& bytes, Block& block);
  // After the last bytes: true while there is another block.
  [[nodiscard]] bool finish(Block& block);

  // Null until the header has been read.
  [[nodiscard]] const Batch* batch() const { return batch_ ? &*batch_ : nullptr; }
  // Null unless the header is faulty; after finish() also for an input without one.
  [[nodiscard]] const HeaderFault* header_fault() const { return fault_ ? &*fault_ : nullptr; }
  // After finish(): the input ended inside a quoted cell; the row that it left open was not priced.
  [[nodiscard]] bool quote_left_open() const { return quote_left_open_; }

 private:
  enum class State : std::uint8_t { cell_start, unquoted, quoted, quote_in_quoted };

  // Follows the quotes through `bytes`, up to the end of the first record in them if `first`. Returns the length up to
  // the end of that record or of the last whole one, 0 if none ends.
  static std::size_t record_end(std::string_view bytes, std::string_view delimiters, bool first, State& state);

  bool take_header(std::string_view& bytes);
  void header_is(std::size_t begin, std::size_t end);
  void header_is_first_record();
  void read_header();
  bool take_rows(std::string_view& bytes, Block& block);
  bool take_held_back(Block& block);
  bool hand_over(std::size_t size, Block& block);

  Rules rules_;
  std::array<std::string, request_field_count> defaults_;
  std::vector<std::string> by_;
  std::array<std::string, 4> collected_by_;  // organisation, collector, collection point, commune
  BatchOptions::Write write_;
  bool list_rows_;
  bool strict_;
  std::optional<Batch> batch_;
  std::optional<HeaderFault> fault_;
  std::string held_;       // bytes since the last block, or of the header so far
  std::size_t whole_ = 0;  // of these, the length of the rows that are whole
  State state_ = State::cell_start;
  bool mark_looked_for_ = false;  // a byte order mark was skipped or ruled out
  bool dropping_ = false;         // inside a row that is too long to keep
  bool quote_left_open_ = false;
  std::uint64_t dropped_bytes_ = 0;
  std::uint64_t dropped_lines_ = 0;
  std::uint64_t header_lines_ = 0;

  // While a first record that is no header of the batch may open a D05-TS, whose number row is looked for.
  bool looking_ahead_ = false;
  std::size_t record_begin_ = 0;   // in held_, of the record that is not yet whole
  std::size_t first_record_ = 0;   // length of the first record, which then opens held_
  std::uint64_t first_lines_ = 0;  // physical lines to its end
  bool form_seen_ = false;         // words of the form's head have come
  std::uint64_t missing_row_ = 0;  // line of the first row that begins with a number; 0 where there is none
  std::string held_back_;          // rows that came while the number row was looked for in vain
  std::size_t held_back_taken_ = 0;
  bool after_sum_ = false;  // of a D05-TS: a sum row has come
};

}  // namespace ansinh
