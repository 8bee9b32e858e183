#include "assess/column_checks.hpp"

#include <algorithm>
#include <array>

#include "assess/column_tables.hpp"

namespace ansinh {
namespace {

using Problem = ColumnsFault::Problem;

// The bytes of a column.
struct Extent {
  std::string_view name;
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;
};

class Checker {
 public:
  explicit Checker(std::size_t rows) : rows_{rows} {}

  template <class T>
  void input(std::string_view name, std::span<T> column) {
    look_at(name, column);
    if (!column.empty()) inputs_[input_count_++] = extent(name, column);
  }
  template <class T>
  void output(std::string_view name, std::span<T> column) {
    look_at(name, column);
    if (!column.empty()) outputs_[output_count_++] = extent(name, column);
  }
  // Of its own length.
  void tallies(std::span<Tally> tallies) {
    look_at_start("tallies", tallies);
    if (!tallies.empty()) outputs_[output_count_++] = extent("tallies", tallies);
  }

  [[nodiscard]] std::optional<ColumnsFault> fault() const {
    if (fault_) return fault_;
    for (std::size_t i = 0; i < output_count_; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (meet(outputs_[i], outputs_[j])) return ColumnsFault{Problem::overlap, outputs_[i].name};
      }
      for (std::size_t j = 0; j < input_count_; ++j) {
        if (meet(outputs_[i], inputs_[j])) return ColumnsFault{Problem::overlap, outputs_[i].name};
      }
    }
    return std::nullopt;
  }

 private:
  template <class T>
  void look_at(std::string_view name, std::span<T> column) {
    look_at_start(name, column);
    if (!column.empty() && column.size() != rows_) say({Problem::length, name, column.size(), rows_});
  }
  template <class T>
  void look_at_start(std::string_view name, std::span<T> column) {
    if (reinterpret_cast<std::uintptr_t>(column.data()) % alignof(T) != 0) say({Problem::misaligned, name});
  }
  void say(const ColumnsFault& fault) {
    if (!fault_) fault_ = fault;
  }
  template <class T>
  static Extent extent(std::string_view name, std::span<T> column) {
    const auto begin = reinterpret_cast<std::uintptr_t>(column.data());
    return {name, begin, begin + column.size_bytes()};
  }
  static bool meet(const Extent& a, const Extent& b) { return a.begin < b.end && b.begin < a.end; }

  static constexpr std::size_t most = 12;

  std::size_t rows_;
  std::array<Extent, most> inputs_{};
  std::array<Extent, most> outputs_{};
  std::size_t input_count_ = 0;
  std::size_t output_count_ = 0;
  std::optional<ColumnsFault> fault_;
};

}  // namespace

template <class Amount>
std::optional<ColumnsFault> check_columns(const ColumnRules::Tables& tables, const ColumnsIn<Amount>& in,
                                          const ColumnsOut<Amount>& out, const ColumnTallies& tallies) {
  Checker checker{in.income.size()};
  checker.input("income", in.income);
  checker.input("paid_on", in.paid_on);
  checker.input("groups", in.groups);
  checker.input("place", in.place);
  checker.input("term", in.term);
  checker.input("months_supported", in.months_supported);
  checker.input("first_month", in.first_month);
  checker.input("local_months_used", in.local_months_used);
  checker.input("fund_return_rate", in.fund_return_rate);
  checker.input("other_support", in.other_support);
  checker.input("th_support", in.th_support);
  checker.input("keys", tallies.keys);
  checker.output("contribution", out.contribution);
  checker.output("central_support", out.central_support);
  checker.output("local_top_up", out.local_top_up);
  checker.output("province_top_up", out.province_top_up);
  checker.output("locality_top_up", out.locality_top_up);
  checker.output("other_support", out.other_support);
  checker.output("participant_share", out.participant_share);
  checker.output("months", out.months);
  checker.output("supported_months", out.supported_months);
  checker.output("flags", out.flags);
  checker.output("status", out.status);
  checker.tallies(tallies.tallies);
  if (const auto fault = checker.fault()) return fault;

  if (!in.place.empty() && in.book != tables.book) {
    return ColumnsFault{Problem::other_book, "place", in.book, tables.book};
  }
  if (!tallies.keys.empty()) {
    if (tallies.tallies.empty()) return ColumnsFault{Problem::no_tally, "keys"};
    const std::uint16_t largest = *std::ranges::max_element(tallies.keys);
    if (tallies.tallies.size() <= largest) {
      return ColumnsFault{Problem::unknown_key, "keys", largest, tallies.tallies.size()};
    }
  }
  return std::nullopt;
}

template std::optional<ColumnsFault> check_columns(const ColumnRules::Tables&, const ColumnsIn<std::int32_t>&,
                                                   const ColumnsOut<std::int32_t>&, const ColumnTallies&);
template std::optional<ColumnsFault> check_columns(const ColumnRules::Tables&, const ColumnsIn<std::int64_t>&,
                                                   const ColumnsOut<std::int64_t>&, const ColumnTallies&);

}  // namespace ansinh
