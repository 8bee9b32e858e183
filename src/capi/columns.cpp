// Payments in columns.
#include "ansinh/columns.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ansinh/ansinh.h"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/request.hpp"
#include "capi/sized.hpp"
#include "capi/tally.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::capi;

struct Problem {
  std::int32_t problem;
  std::string_view column;
  std::uint64_t given = 0;
  std::uint64_t limit = 0;
};

std::int32_t tell(const Problem& problem, ansinh_columns_fault* fault) {
  if (fault != nullptr) {
    ansinh_columns_fault whole{};
    whole.problem = problem.problem;
    problem.column.copy(whole.column, sizeof whole.column - 1);
    whole.given = problem.given;
    whole.limit = problem.limit;
    write_struct(fault, whole);
  }
  return ANSINH_CALL_COLUMNS;
}

Problem problem_of(const ColumnsFault& fault) {
  const auto code = [&] {
    switch (fault.problem) {
      case ColumnsFault::Problem::length: return ANSINH_COLUMN_ROWS;  // every column has `rows` values here
      case ColumnsFault::Problem::misaligned: return ANSINH_COLUMN_MISALIGNED;
      case ColumnsFault::Problem::overlap: return ANSINH_COLUMN_OVERLAP;
      case ColumnsFault::Problem::other_book: return ANSINH_COLUMN_OTHER_BOOK;
      case ColumnsFault::Problem::unknown_key: return ANSINH_COLUMN_UNKNOWN_KEY;
      case ColumnsFault::Problem::no_tally: return ANSINH_COLUMN_NO_TALLY;
    }
    return ANSINH_COLUMN_ROWS;
  }();
  return {code, fault.column, fault.given, fault.limit};
}

template <class T>
std::span<const T> input(const void* column, std::size_t rows) {
  return column == nullptr ? std::span<const T>{} : std::span{static_cast<const T*>(column), rows};
}
template <class T>
std::span<T> output(void* column, std::size_t rows) {
  return column == nullptr ? std::span<T>{} : std::span{static_cast<T*>(column), rows};
}

template <class Amount>
std::optional<ColumnsFault> run(const ColumnRules& rules, const ansinh_columns& given, const Request& otherwise,
                                std::span<Tally> tallies, Workspace& workspace) {
  const auto rows = static_cast<std::size_t>(given.rows);
  const ColumnsIn<Amount> in{
      .income = input<Amount>(given.income, rows),
      .paid_on = input<std::uint16_t>(given.paid_on, rows),
      .groups = input<std::uint16_t>(given.groups, rows),
      .place = input<std::uint16_t>(given.place, rows),
      .term = input<std::uint8_t>(given.term, rows),
      .months_supported = input<std::uint8_t>(given.months_supported, rows),
      .first_month = input<std::uint16_t>(given.first_month, rows),
      .local_months_used = input<std::uint16_t>(given.local_months_used, rows),
      .fund_return_rate = input<std::int32_t>(given.fund_return_rate, rows),
      .other_support = input<Amount>(given.other_support, rows),
      .th_support = input<std::uint8_t>(given.th_support, rows),
      .otherwise = otherwise,
      .book = given.place_book,
  };
  const ColumnsOut<Amount> out{
      .contribution = output<Amount>(given.contribution, rows),
      .central_support = output<Amount>(given.central_support, rows),
      .local_top_up = output<Amount>(given.local_top_up, rows),
      .province_top_up = output<Amount>(given.province_top_up, rows),
      .locality_top_up = output<Amount>(given.locality_top_up, rows),
      .other_support = output<Amount>(given.other_support_out, rows),
      .participant_share = output<Amount>(given.participant_share, rows),
      .months = output<std::uint8_t>(given.months, rows),
      .supported_months = output<std::uint8_t>(given.supported_months, rows),
      .flags = output<std::uint8_t>(given.flags, rows),
      .status = output<std::uint8_t>(given.status, rows),
  };
  return assess(rules, in, out, {tallies, input<std::uint16_t>(given.keys, rows)}, workspace);
}

// Of what the caller gives besides columns.
std::optional<Problem> problem_in(const ansinh_columns& given) {
  if (given.money_bits != 32 && given.money_bits != 64) {
    return Problem{ANSINH_COLUMN_BITS, "money_bits", given.money_bits, 64};
  }
  constexpr std::uint64_t most_rows = std::numeric_limits<std::ptrdiff_t>::max() / sizeof(std::int64_t);
  if (given.rows > most_rows) return Problem{ANSINH_COLUMN_ROWS, "rows", given.rows, most_rows};
  // The columns of an empty list may be null, as an empty vector's memory is.
  if (given.rows > 0 && given.income == nullptr) return Problem{ANSINH_COLUMN_MISSING, "income"};
  if (given.rows > 0 && given.paid_on == nullptr &&
      (given.otherwise == nullptr || given.otherwise->paid_on == ANSINH_NOT_GIVEN)) {
    return Problem{ANSINH_COLUMN_MISSING, "paid_on"};
  }
  if (given.tally_count > 0 && given.tallies == nullptr) return Problem{ANSINH_COLUMN_NO_TALLY, "tallies"};
  if (given.tally_count > std::uint64_t{UINT16_MAX} + 1) {
    return Problem{ANSINH_COLUMN_NO_TALLY, "tally_count", given.tally_count, std::uint64_t{UINT16_MAX} + 1};
  }
  if (given.tallies != nullptr && reinterpret_cast<std::uintptr_t>(given.tallies) % alignof(ansinh_tally) != 0) {
    return Problem{ANSINH_COLUMN_MISALIGNED, "tallies"};
  }
  return std::nullopt;
}

// The caller's tallies lie at the distance that the first one states.
ansinh_tally* tally_at(ansinh_tally* first, std::size_t index) {
  return reinterpret_cast<ansinh_tally*>(reinterpret_cast<std::byte*>(first) + index * first->size);
}

}  // namespace

extern "C" {

int32_t ansinh_assess_columns(const ansinh_book* book, ansinh_workspace* workspace, const ansinh_columns* columns,
                              ansinh_columns_fault* fault) {
  return guarded([&]() -> std::int32_t {
    if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
    if (const auto wrong = check(workspace); wrong != ANSINH_OK) return wrong;
    if (const auto wrong = check_struct(columns); wrong != ANSINH_OK) return wrong;
    if (fault != nullptr) {
      if (const auto wrong = check_struct(fault); wrong != ANSINH_OK) return wrong;
    }
    const ansinh_columns given = read_struct(columns, ansinh_columns{});
    if (given.otherwise != nullptr) {
      if (const auto wrong = check_request(given.otherwise); wrong != ANSINH_OK) return wrong;
      if (is_strict(*given.otherwise)) return ANSINH_CALL_BAD_CODE;
    }
    if (const auto problem = problem_in(given)) return tell(*problem, fault);
    if (given.tally_count > 0) {
      if (const auto wrong = check_struct(given.tallies); wrong != ANSINH_OK) return wrong;
    }

    ansinh_request otherwise = given.otherwise == nullptr ? no_request : read_struct(given.otherwise, no_request);
    otherwise.income = ANSINH_NO_AMOUNT;
    const Result<Request> request = request_of(otherwise, Needs::nothing);
    if (!request) return tell({ANSINH_COLUMN_OTHERWISE, name(request.fault().field)}, fault);

    std::optional<Workspace> own;
    Workspace& room = room_of(workspace, own);
    std::vector<Tally> tallies(static_cast<std::size_t>(given.tally_count));
    const auto wrong = given.money_bits == 32 ? run<std::int32_t>(columns_of(book), given, *request, tallies, room)
                                              : run<std::int64_t>(columns_of(book), given, *request, tallies, room);
    if (wrong) return tell(problem_of(*wrong), fault);
    for (std::size_t i = 0; i < tallies.size(); ++i) {
      ansinh_tally* into = tally_at(given.tallies, i);
      into->size = given.tallies->size;
      if (tallies[i].rows > 0) add_to(into, tallies[i]);
    }
    return ANSINH_OK;
  });
}

int32_t ansinh_place(const ansinh_book* book, int32_t province, int32_t former_province, const char* locality,
                     uint16_t* place) {
  return guarded([&]() -> std::int32_t {
    if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
    if (place == nullptr) return ANSINH_CALL_NULL;
    Place asked;
    if (province != 0) {
      asked.province = ProvinceCode::from_number(province);
      if (!asked.province) return ANSINH_INVALID_ARGUMENT;
    }
    if (former_province != 0) {
      asked.former_province = FormerProvinceCode::from_number(former_province);
      if (!asked.former_province) return ANSINH_INVALID_ARGUMENT;
    }
    if (locality != nullptr && *locality != '\0') {
      asked.locality = LocalityCode::from_text(locality);
      if (!asked.locality) return ANSINH_INVALID_ARGUMENT;
    }
    const Result<std::uint16_t> handle = columns_of(book).place(asked);
    if (!handle) return static_cast<std::int32_t>(handle.code());
    *place = *handle;
    return ANSINH_OK;
  });
}

uint64_t ansinh_place_book(const ansinh_book* book) {
  if (check(book) != ANSINH_OK) return 0;
  std::uint64_t number = 0;
  guarded([&]() -> std::int32_t {
    number = columns_of(book).book();
    return ANSINH_OK;
  });
  return number;
}

}  // extern "C"
