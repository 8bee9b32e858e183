// Pensions of many records.
#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "ansinh/ansinh.h"
#include "capi/benefit_request.hpp"
#include "capi/codes.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/sized.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::capi;

// Rows priced at once: enough to spread what a call costs, and few enough for the nearest cache.
constexpr std::size_t rows_at_once = 64;

template <class Value>
void put(Value* column, std::size_t row, Value value) {
  if (column != nullptr) column[row] = value;
}

std::int32_t billionths(Rate rate) {
  std::int64_t digits = rate.digits();
  for (int i = rate.decimals(); i < Rate::max_decimals; ++i) digits *= 10;
  return static_cast<std::int32_t>(digits);
}

void put_answer(const ansinh_pension_columns& columns, std::size_t row, const PensionAnswer& answer) {
  const bool ok = answer.status == Errc::ok;
  put(columns.status, row, static_cast<std::uint8_t>(answer.status));
  put(columns.eligible, row, static_cast<std::uint8_t>(answer.eligible ? 1 : 0));
  put(columns.months, row, static_cast<std::int32_t>(answer.months));
  put(columns.eligible_from, row, ok ? month_number(answer.eligible_from) : 0);
  put(columns.rate, row, billionths(answer.rate));
  put(columns.average_income, row, answer.average_income.dong());
  put(columns.pension, row, answer.pension.dong());
  put(columns.lump_sum_above_cap, row, answer.lump_sum_above_cap.dong());
}

// Reads a block of rows; what is malformed gets its answer here, and an empty record in its place.
class PensionBlock {
 public:
  PensionBlock(const ansinh_pension_columns& columns, const BenefitRules& rules) : columns_{columns}, rules_{rules} {}

  void price(std::size_t first, std::size_t rows) {
    spans_.clear();
    offsets_.assign(1, 0);
    for (std::size_t i = 0; i < rows; ++i) read(first + i, i);
    // Sizes fit by construction.
    (void)pensions(rules_, {requests_.data(), rows}, offsets_, spans_, {answers_.data(), rows});
    for (std::size_t i = 0; i < rows; ++i) {
      if (malformed_[i] != Errc::ok) answers_[i] = {malformed_[i]};
      put_answer(columns_, first + i, answers_[i]);
    }
  }

 private:
  void read(std::size_t row, std::size_t i) {
    malformed_[i] = Errc::ok;
    PensionRequest& request = requests_[i] = {};
    const auto birth = month_of(columns_.birth[row]);
    const auto on = month_of(columns_.on[row]);
    const bool in_form = birth && on && columns_.sex[row] <= ANSINH_MALE;
    if (in_form) {
      request.person = {columns_.sex[row] == ANSINH_FEMALE ? Sex::female : Sex::male, *birth};
      request.on = *on;
      request.options.estimate_indexation = (columns_.options & ANSINH_ESTIMATE_INDEXATION) != 0;
    }
    const std::size_t before = spans_.size();
    if (!in_form || !read_spans(row)) {
      malformed_[i] = Errc::invalid_argument;
      spans_.resize(before);
    }
    offsets_.push_back(static_cast<std::uint32_t>(spans_.size()));
  }

  bool read_spans(std::size_t row) {
    const auto* bytes = reinterpret_cast<const std::byte*>(columns_.spans);
    const std::size_t size = columns_.spans->size;
    for (std::size_t at = columns_.offsets[row]; at < columns_.offsets[row + 1]; ++at) {
      ansinh_span given = no_span;
      std::memcpy(&given, bytes + at * size, size);
      const auto span = span_of(given, 1);
      if (!span) return false;
      spans_.push_back(*span);
    }
    return true;
  }

  const ansinh_pension_columns& columns_;
  const BenefitRules& rules_;
  std::array<PensionRequest, rows_at_once> requests_;
  std::array<PensionAnswer, rows_at_once> answers_;
  std::array<Errc, rows_at_once> malformed_{};
  std::vector<std::uint32_t> offsets_;
  std::vector<ContributionSpan> spans_;
};

std::int32_t check_columns(const ansinh_pension_columns& columns) {
  if (columns.rows == 0) return ANSINH_OK;
  if (columns.sex == nullptr || columns.birth == nullptr || columns.on == nullptr || columns.offsets == nullptr) {
    return ANSINH_CALL_NULL;
  }
  const std::span offsets{columns.offsets, columns.rows + 1};
  if (!std::ranges::is_sorted(offsets) || offsets.back() > columns.span_count) return ANSINH_CALL_COLUMNS;
  if (columns.span_count == 0) return ANSINH_OK;
  return check_struct(columns.spans);
}

}  // namespace

extern "C" int32_t ansinh_pensions(const ansinh_book* book, const ansinh_pension_columns* columns) {
  return guarded([&]() -> std::int32_t {
    if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
    if (const auto wrong = check_struct(columns); wrong != ANSINH_OK) return wrong;
    const ansinh_pension_columns given = read_struct(columns, ansinh_pension_columns{});
    if ((given.options & ~std::uint32_t{ANSINH_ESTIMATE_INDEXATION}) != 0) return ANSINH_CALL_BAD_CODE;
    if (const auto wrong = check_columns(given); wrong != ANSINH_OK) return wrong;
    ansinh_span none = no_span;  // so that there is a size where there is no span
    ansinh_pension_columns read = given;
    if (read.spans == nullptr) read.spans = &none;
    PensionBlock block{read, benefits_of(book)};
    for (std::size_t first = 0; first < read.rows; first += rows_at_once) {
      block.price(first, std::min(rows_at_once, read.rows - first));
    }
    return ANSINH_OK;
  });
}
