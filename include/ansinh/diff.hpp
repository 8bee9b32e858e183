// diff: a population under two laws: who pays more or less, and what the State, the localities and the participants pay
// under each.
//
// Promise: row for row the answers of `assess` under both books, however they are computed and however the rows are
// cut; sums are exact in 128 bit, and parts merge into the whole in any order. A row that one law refuses and the other
// prices is of a class of its own and in no comparison; one that both refuse is counted. Units: VND. Source in law: as
// in assess.hpp.
//
// The two laws may name groups that the other does not know. Requests hold the names of both (reading()); under a law
// the groups that it does not know do not count (assumed: there, the person is who the other groups make him), and the
// rows of which that is so are counted.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/assess.hpp"
#include "ansinh/export.hpp"
#include "ansinh/groups.hpp"
#include "ansinh/law.hpp"
#include "ansinh/place.hpp"
#include "ansinh/result.hpp"
#include "ansinh/rounding.hpp"
#include "ansinh/tally.hpp"

namespace ansinh {

enum class DiffClass : std::uint8_t {
  unchanged,     // the same amounts and months
  gains,         // the participant pays less under the law than under the one it is compared with
  loses,         // pays more
  shifted,       // pays the same, of which the parts differ
  only_law,      // priced under the law only
  only_against,  // priced under the one it is compared with only
  refused,       // refused by both
};
inline constexpr int diff_class_count = 7;
// "unchanged", "gains", ... "refused"
[[nodiscard]] ANSINH_API std::string_view name(DiffClass);

// What is counted of some rows.
struct DiffTally {
  std::array<std::uint64_t, diff_class_count> rows{};  // index: DiffClass
  Tally law, against;                                  // of the rows that both price
  Tally only_law, only_against;                        // of those that one prices
  Int128 gained = 0, lost = 0;  // by how much the shares of those who gain fall, and of those who lose rise

  [[nodiscard]] std::uint64_t count(DiffClass c) const { return rows[static_cast<std::size_t>(c)]; }
  [[nodiscard]] std::uint64_t all() const;
  ANSINH_API void add(const DiffTally& other);
  friend bool operator==(const DiffTally&, const DiffTally&) = default;
};

// What a layer pays for the rows that both price.
struct DiffLayer {
  std::string layer;
  Int128 law = 0, against = 0;
};

// A row's answer under one law.
struct DiffSide {
  Errc status = Errc::ok;
  std::int64_t contribution = 0, central_support = 0, local_top_up = 0, province_top_up = 0, locality_top_up = 0,
               other_support = 0, participant_share = 0;
  std::uint16_t months = 0, supported_months = 0;
  Flags flags;
};

// A row that is not the same under both, or is refused.
struct DiffRow {
  std::size_t index = 0;  // among the requests of the call
  DiffClass kind = DiffClass::unchanged;
  DiffSide law, against;
};

class ANSINH_API Diff {
 public:
  static constexpr std::size_t max_cells = 16'384;  // provinces times group sets

  // A fault (of `book`) where the two name more groups together than a request can hold.
  [[nodiscard]] static Result<Diff> between(const Rules& law, const Rules& against, bool strict);
  Diff(Diff&&) noexcept;
  Diff& operator=(Diff&&) noexcept;
  ~Diff();
  // The same comparison without rows, for another thread, to be merged later.
  [[nodiscard]] Diff fresh() const;

  // The rules by whose groups requests are read: the law's, with the further names of the other.
  [[nodiscard]] const Rules& reading() const;
  [[nodiscard]] const Rules& law() const;
  [[nodiscard]] const Rules& against() const;

  // Adds rows. Appends to `changes`, if it is not null, those that are not `unchanged`, in their order.
  void add(std::span<const Request> rows, std::vector<DiffRow>* changes);
  // The fault of a row under one of the laws, for its message; nothing where that law prices it.
  [[nodiscard]] std::optional<Fault> fault(const Request& row, bool under_law) const;
  // Rows that could not be read: counted as refused by both, in all() only.
  void count_unread(Errc reason, std::uint64_t rows = 1);
  // Of diffs that fresh() made of each other; false, and nothing changed, otherwise.
  [[nodiscard]] bool merge(const Diff& other);

  [[nodiscard]] DiffTally all() const;  // rows that could not be read among the refused
  // Cells by province (nothing: none given) and by group set, in ascending order.
  struct OfProvince {
    std::optional<ProvinceCode> province;
    DiffTally tally;
  };
  struct OfGroups {
    GroupSet groups;  // of reading()
    DiffTally tally;
  };
  [[nodiscard]] std::vector<OfProvince> provinces() const;
  [[nodiscard]] std::vector<OfGroups> groups() const;
  [[nodiscard]] std::vector<DiffLayer> layers() const;     // the layers of both books, in their order
  [[nodiscard]] std::uint64_t refused(Errc reason) const;  // of `refused` rows, by the law's reason
  [[nodiscard]] std::uint64_t groups_left_out(bool under_law) const;
  // Whether some row is priced, and no row and no sum differs.
  [[nodiscard]] bool changes_nothing() const;
  // More than max_cells: the tallies are incomplete and must not be used.
  [[nodiscard]] bool too_many_cells() const { return too_many_; }

 private:
  static constexpr std::size_t slot_count = 4 * max_cells;
  // Fibonacci hashing: the upper bits of the product, as many as there are slots.
  static constexpr std::size_t first_slot(std::uint32_t key) { return key * 2654435769U >> 16; }
  static_assert(slot_count == 1U << 16);

  struct Plan;
  class Pricing;
  explicit Diff(std::shared_ptr<const Plan> plan);

  // Of the rows of one province and group set. What the two laws sum up stands in tallies_.
  struct Cell {
    std::uint32_t key = 0;  // bits of the group set, and above them the number of the province, 0 for none
    std::array<std::uint64_t, diff_class_count> rows{};
    Int128 gained = 0, lost = 0;
  };
  // The place in cells_ of a key; nothing where there are too many.
  std::optional<std::size_t> cell_of(std::uint32_t key) {
    for (std::size_t slot = first_slot(key);; slot = (slot + 1) % slot_count) {
      const std::uint32_t cell = slots_[slot];
      if (cell == 0) return new_cell(key, slot);
      if (cells_[cell - 1].key == key) return cell - 1;
    }
  }
  std::optional<std::size_t> new_cell(std::uint32_t key, std::size_t slot);
  [[nodiscard]] DiffTally tally_of(std::size_t cell) const;
  void take(std::span<const Request> rows, std::size_t first, std::vector<DiffRow>* changes);

  std::shared_ptr<const Plan> plan_;
  std::unique_ptr<Pricing> pricing_;  // working memory; made with the first rows
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> slots_;  // open addressing by key: one more than the place in cells_, 0 where none is
  // Under the law, under the other: first of rows that do not count, then, for each cell, of those that both price and
  // of those that only this one does.
  std::array<std::vector<Tally>, 2> tallies_;
  std::array<std::uint64_t, 11> unread_{}, refused_{};
  std::array<std::uint64_t, 2> left_out_{};       // under the law, under the other
  std::array<std::vector<Int128>, 2> further_{};  // of each book: layers after the two that are built in
  bool too_many_ = false;
};

}  // namespace ansinh
