// columns: many payments at once, each field in a column of its own. For whole lists, and for what-if runs over them.
//
// Promise: row for row the answer of `assess` for the same request, whatever the other rows hold, however the columns
// are cut into calls, and whichever processor runs it. A bad row is refused in its place by a status and all its
// amounts are 0; what is wrong with a call as a whole is found before anything is written. No allocation, no exception,
// no thread, no global state: the caller owns every byte. Units: VND in 32 or 64 bit; days since 2008-01-01; months.
// Source in law: as in assess.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "ansinh/assess.hpp"
#include "ansinh/export.hpp"
#include "ansinh/tally.hpp"

namespace ansinh {

// ---------------------------------------------------------------------------------------------- codes in columns

// A term as one byte, append-only: 1, 3, 6, 12 as they are; VS2 ... VS5 22 ... 25; DB1, 3, 6, 12 31, 33, 36, 42;
// TH1 ... TH120 101 ... 220. No other byte is a term.
[[nodiscard]] ANSINH_API std::uint8_t term_code(Term term);
[[nodiscard]] ANSINH_API std::optional<Term> term_from_code(std::uint8_t code);

// A day of payment as days since 2008-01-01. Only for 2008-01-01 ... 2187-06-06.
[[nodiscard]] constexpr std::uint16_t day_code(Day day) {
  return static_cast<std::uint16_t>(day.number() - first_law_day.number());
}
// A first month as months since 2008-01. Only for 2008-01 ... 7469-03.
[[nodiscard]] constexpr std::uint16_t month_code(Month month) {
  return static_cast<std::uint16_t>(month - first_law_day.month());
}

// Where a row says nothing in an optional column.
inline constexpr std::uint16_t no_first_month = 0xffff;
inline constexpr std::uint16_t no_local_months_used = 0xffff;
inline constexpr std::int32_t no_fund_return_rate = -1;
inline constexpr std::uint8_t no_th_support = 0xff;

// ---------------------------------------------------------------------------------------------- the book, compiled

// Rules made ready for columns: flat tables in which a row is looked up. Made once, immutable, cheap to copy, safe to
// share between threads.
class ANSINH_API ColumnRules {
 public:
  explicit ColumnRules(Rules rules);
  [[nodiscard]] const Rules& rules() const;

  // The handle of a place in these rules. A fault where the two provinces do not lie on one ground, or
  // (invalid_argument of the book) where the localities that the book names are too many for handles of 16 bit.
  [[nodiscard]] Result<std::uint16_t> place(const Place& place) const;
  // What handles of these rules are told by: the first 64 bits of the law digest. A column of handles goes with it, so
  // that handles of another book are refused and never taken for other places.
  [[nodiscard]] std::uint64_t book() const;

  struct Tables;
  [[nodiscard]] const Tables& tables() const { return *tables_; }

 private:
  std::shared_ptr<const Tables> tables_;
};

// ---------------------------------------------------------------------------------------------- a call

// Amount is std::int32_t or std::int64_t. Every column that is given has a value for each row of `income`; an empty one
// takes the field of `otherwise` in every row, whose income does not count.
template <class Amount>
struct ColumnsIn {
  std::span<const Amount> income;                      // required; VND per month
  std::span<const std::uint16_t> paid_on{};            // day_code
  std::span<const std::uint16_t> groups{};             // bits as in Group
  std::span<const std::uint16_t> place{};              // ColumnRules::place
  std::span<const std::uint8_t> term{};                // term_code
  std::span<const std::uint8_t> months_supported{};    // 0 ... 120
  std::span<const std::uint16_t> first_month{};        // month_code, no_first_month
  std::span<const std::uint16_t> local_months_used{};  // 0 ... 600, no_local_months_used
  std::span<const std::int32_t> fund_return_rate{};    // billionths, 0 ... 50,000,000, no_fund_return_rate
  std::span<const Amount> other_support{};             // VND for this payment
  std::span<const std::uint8_t> th_support{};          // 0 compounded, 1 nominal, no_th_support
  Request otherwise{};
  std::uint64_t book = 0;  // ColumnRules::book(), with `place`
};

// An empty column is not wanted.
template <class Amount>
struct ColumnsOut {
  std::span<Amount> contribution{};
  std::span<Amount> central_support{};
  std::span<Amount> local_top_up{};
  std::span<Amount> province_top_up{};
  std::span<Amount> locality_top_up{};
  std::span<Amount> other_support{};
  std::span<Amount> participant_share{};
  std::span<std::uint8_t> months{};
  std::span<std::uint8_t> supported_months{};
  std::span<std::uint8_t> flags{};   // bits as in Flag
  std::span<std::uint8_t> status{};  // Errc; does_not_fit where the contribution is larger than Amount holds
};

// Totals in the same pass: added to what the tallies hold. Without keys all rows go to the first one.
struct ColumnTallies {
  std::span<Tally> tallies{};
  std::span<const std::uint16_t> keys{};  // of each row, below the number of tallies
};

// What is wrong with a call.
struct ColumnsFault {
  enum class Problem : std::uint8_t {
    length,       // a column has another number of rows than `income`
    misaligned,   // a column does not start where a value of its kind may
    overlap,      // an output shares bytes with another column
    other_book,   // handles of another book
    unknown_key,  // a key that is no tally's
    no_tally,     // keys without tallies
  };
  Problem problem;
  std::string_view column;  // its name as above
  std::uint64_t given = 0;  // rows, or the key
  std::uint64_t limit = 0;  // rows of `income`, or the tallies
};

// Nothing, or what is wrong with the call, and then nothing is written. The workspace is for terms over years, as in
// `assess`.
[[nodiscard]] ANSINH_API std::optional<ColumnsFault> assess(const ColumnRules& rules, const ColumnsIn<std::int32_t>& in,
                                                            const ColumnsOut<std::int32_t>& out,
                                                            const ColumnTallies& tallies,
                                                            Workspace& workspace) noexcept;
[[nodiscard]] ANSINH_API std::optional<ColumnsFault> assess(const ColumnRules& rules, const ColumnsIn<std::int64_t>& in,
                                                            const ColumnsOut<std::int64_t>& out,
                                                            const ColumnTallies& tallies,
                                                            Workspace& workspace) noexcept;

}  // namespace ansinh
