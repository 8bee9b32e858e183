// Rows under two laws, in columns.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "ansinh/columns.hpp"
#include "ansinh/diff.hpp"
#include "lists/place_handles.hpp"

namespace ansinh {

struct Diff::Plan {
  // One of the two laws.
  struct Side {
    Rules rules;
    ColumnRules columns;
    std::array<std::uint16_t, GroupSet::capacity> group_of{};  // of each bit of reading(), that of this book, or 0

    [[nodiscard]] GroupSet groups(GroupSet held) const;
  };
  Rules reading;
  std::array<Side, 2> sides;  // the law, the one it is compared with
  bool strict = false;
  // Bits of groups that both books have in the same place: nearly always all.
  std::uint16_t shared_groups = 0;
};

class Diff::Pricing {
 public:
  static constexpr std::size_t most_rows = 512;

  explicit Pricing(std::shared_ptr<const Plan> plan);

  // Prices rows, at most most_rows, under both laws.
  void price(std::span<const Request> rows);
  // A row's answer under a law (0, 1); not_settled in place of an answer that a strict caller refuses.
  [[nodiscard]] DiffSide side(std::size_t law, std::size_t row) const;
  [[nodiscard]] Errc status(std::size_t law, std::size_t row) const;
  // Whether the two answers, both priced, have the same amounts and months.
  [[nodiscard]] bool same(std::size_t row) const;
  [[nodiscard]] std::int64_t share(std::size_t law, std::size_t row) const;
  // Groups of the row that the law does not know.
  [[nodiscard]] bool groups_left_out(std::size_t law, std::size_t row) const { return left_out_[law][row] != 0; }

  // Adds each row to the tally of its key, 0 for none, under one law.
  void add_up(std::size_t law, std::span<const std::uint16_t> keys, std::span<Tally> tallies);
  // The layers after the two that are built in, of a row that the law prices.
  void add_further(std::size_t law, std::size_t row, std::vector<Int128>& layers);

 private:
  template <class T>
  using Column = std::array<T, most_rows>;
  struct Priced {
    Column<std::uint16_t> groups, place;
    Column<std::int32_t> contribution, central, local, province, locality, other, share;
    Column<std::uint8_t> months, supported_months, flags, status;
  };
  struct Columns {
    Column<std::int32_t> income, other_in, fund_return_rate;
    Column<std::uint16_t> paid_on, first_month, local_months_used, key;
    Column<std::uint8_t> term, months_supported, th_support, alone;
    std::array<Priced, 2> sides;
  };
  // A row that columns cannot say, priced by itself.
  struct Alone {
    std::array<Result<Assessment>, 2> answers;
  };

  void fill();
  void price(std::size_t law);
  void price_alone(std::size_t row);
  [[nodiscard]] bool fits(const Request& request) const;
  [[nodiscard]] Request request_of(std::size_t law, std::size_t row) const;
  [[nodiscard]] ColumnsIn<std::int32_t> columns_in(std::size_t law) const;
  [[nodiscard]] bool open(Flags flags) const {
    return plan_->strict && (flags.has(Flag::unsettled) || flags.has(Flag::local_unknown));
  }

  std::shared_ptr<const Plan> plan_;
  std::array<lists::PlaceHandles, 2> places_;
  Workspace workspace_;
  std::unique_ptr<Columns> columns_ = std::make_unique<Columns>();
  std::span<const Request> rows_;
  std::array<Column<std::uint8_t>, 2> left_out_{};
  std::unordered_map<std::size_t, Alone> alone_;
  // Columns in which some row says something; the others are left away.
  bool first_months_ = false, used_ = false, returns_ = false, others_ = false, th_supports_ = false, terms_ = false;
};

}  // namespace ansinh
