// A column of an Arrow array as codes of its field, read in pieces from where it lies.
//
// A code is what ansinh.h says the field is numbered by; two codes are set apart. Whatever the type of the column, a
// value that no field can hold stays one: it is never cut to fit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ansinh/ansinh.h"

namespace ansinh::capi {

inline constexpr std::int64_t null_code = std::numeric_limits<std::int64_t>::min();  // the row says nothing
inline constexpr std::int64_t bad_code = null_code + 1;  // it says something that is no value of the field
inline constexpr std::int64_t least_code = bad_code + 1;

// Which rows say something. Bits of an Arrow validity bitmap; null: all of them do.
struct Validity {
  const std::uint8_t* bits = nullptr;
  std::size_t first = 0;

  [[nodiscard]] bool operator()(std::size_t row) const {
    const std::size_t bit = first + row;
    return bits == nullptr || (bits[bit / 8] >> (bit % 8) & 1U) != 0;
  }
};

// A child of a struct array. Row 0 of the batch lies at `first` in its buffers.
struct ArrowColumn {
  std::string_view name;
  const ArrowSchema* schema = nullptr;
  const ArrowArray* array = nullptr;
  std::size_t first = 0;
  std::size_t rows = 0;

  [[nodiscard]] std::string_view format() const { return schema->format; }
  [[nodiscard]] Validity validity() const {
    const bool none = array->null_count == 0 || array->n_buffers == 0;
    return {none ? nullptr : static_cast<const std::uint8_t*>(array->buffers[0]), first};
  }
  template <class T>
  [[nodiscard]] const T* values() const {
    return static_cast<const T*>(array->buffers[1]) + first;
  }
};

class ArrowValues {
 public:
  virtual ~ArrowValues() = default;
  // Rows first ... first + rows as codes.
  virtual void read(std::size_t first, std::size_t rows, std::int64_t* codes) = 0;
};

// A text's code; bad_code where it is no value. An empty text says nothing.
using Decode = std::function<std::int64_t(std::string_view)>;

// Readers of a column by its type; null where it is none of the kind.
[[nodiscard]] std::unique_ptr<ArrowValues> integer_values(const ArrowColumn& column);
[[nodiscard]] std::unique_ptr<ArrowValues> text_values(const ArrowColumn& column, const Decode& decode);
// A list of texts: the bits of all of them together.
[[nodiscard]] std::unique_ptr<ArrowValues> list_values(const ArrowColumn& column, const Decode& decode);
// decimal128(., scale) with 0 ... 9 decimals, as billionths.
[[nodiscard]] std::unique_ptr<ArrowValues> decimal_values(const ArrowColumn& column);
// A column of the type null.
[[nodiscard]] std::unique_ptr<ArrowValues> null_values(const ArrowColumn& column);

// What is missing or impossible in the column's buffers, as the end of a sentence; nothing if it may be read.
[[nodiscard]] std::optional<std::string> broken(const ArrowColumn& column);

// A type as its users call it: "float64" for "g".
[[nodiscard]] std::string type_name(const ArrowSchema& schema);

}  // namespace ansinh::capi
