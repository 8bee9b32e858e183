// A struct array of Arrow as columns of requests.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ansinh/ansinh.h"
#include "ansinh/assess.hpp"
#include "ansinh/columns.hpp"
#include "capi/arrow_values.hpp"

namespace ansinh::capi {

// A field's column: as the kernels take it, where it lies; or as codes to be read; or not there.
struct ArrowSource {
  const void* native = nullptr;
  std::unique_ptr<ArrowValues> values;

  [[nodiscard]] bool there() const { return native != nullptr || values != nullptr; }
};

struct ArrowIn {
  std::size_t rows = 0;
  bool wide = false;  // amounts in 64 bit
  Validity valid;     // of the rows themselves
  Request otherwise;  // what a row takes where it says nothing
  bool paid_on_otherwise = false;

  ArrowSource income, paid_on, groups, place, term, months_supported, first_month, local_months_used, fund_return_rate,
      other_support, th_support;
  ArrowSource province, former_province, locality;  // instead of `place`

  [[nodiscard]] bool has_places() const { return province.there() || former_province.there() || locality.there(); }
  // Whether the kernels can take every column as it lies, all rows at once.
  [[nodiscard]] bool as_it_lies() const;
};

// What the array says, or one sentence on why it cannot be taken. Everything of `in` lives as long as schema and array.
[[nodiscard]] std::optional<std::string> read_arrow(const ColumnRules& rules, const ArrowSchema& schema,
                                                    const ArrowArray& array, const ansinh_request& otherwise,
                                                    std::uint32_t options, ArrowIn& in);

// The rows of a batch piece by piece, as columns that the kernels take.
template <class Amount>
class ArrowPieces {
 public:
  static constexpr std::size_t most_rows = 4096;

  ArrowPieces(const ColumnRules& rules, ArrowIn& in);
  // Rows first ... first + rows, at most most_rows unless the batch can be taken as it lies. They live until the next
  // call. A row that says what no field can hold has an income of -1, which is refused as invalid_argument too.
  [[nodiscard]] ColumnsIn<Amount> piece(std::size_t first, std::size_t rows);
  // Why the book has no handle for a place that occurred: it names too many localities.
  [[nodiscard]] bool out_of_handles() const { return out_of_handles_; }

 private:
  // What a row takes that says nothing (bad_code: nothing serves it), and the range of what one may say.
  struct Narrow {
    std::int64_t otherwise;
    std::int64_t least;
    std::int64_t most;
  };
  template <class T>
  std::span<const T> column(ArrowSource& source, std::size_t first, std::size_t rows, std::vector<T>& room,
                            const Narrow& how);
  std::span<const std::uint16_t> months(std::size_t first, std::size_t rows);
  std::span<const std::uint16_t> days(std::size_t first, std::size_t rows);
  std::span<const std::uint16_t> places(std::size_t first, std::size_t rows);
  std::span<const Amount> incomes(std::size_t first, std::size_t rows);
  [[nodiscard]] bool first_month_fits(std::int64_t day, std::size_t row) const;
  void refuse(std::size_t row) {
    bad_[row] = 1;
    any_bad_ = true;
  }
  [[nodiscard]] std::int32_t handle(std::int64_t province, std::int64_t former_province, std::int64_t locality);

  const ColumnRules& rules_;
  ArrowIn& in_;
  bool any_bad_ = false;
  bool out_of_handles_ = false;
  std::vector<std::uint8_t> bad_, late_;
  std::vector<std::int64_t> codes_, months_, province_codes_, former_codes_, locality_codes_;
  std::vector<Amount> income_, other_support_;
  std::vector<std::uint16_t> paid_on_, groups_, place_, first_month_, local_months_used_;
  std::vector<std::uint8_t> term_, months_supported_, th_support_;
  std::vector<std::int32_t> fund_return_rate_;
  std::vector<std::int32_t> handles_;  // by province and former province; handle_unknown where not asked for yet
  std::unordered_map<std::uint64_t, std::int32_t> locality_handles_;
};

}  // namespace ansinh::capi
