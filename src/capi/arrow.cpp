// Batches over the Arrow C Data Interface.
#include <algorithm>
#include <optional>
#include <string>

#include "ansinh/ansinh.h"
#include "ansinh/columns.hpp"
#include "capi/arrow_in.hpp"
#include "capi/arrow_out.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/request.hpp"
#include "capi/sized.hpp"
#include "capi/tally.hpp"
#include "capi/text_out.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::capi;

constexpr std::uint32_t known_arrow_options = ANSINH_ARROW_IGNORE_OTHER_COLUMNS | ANSINH_ARROW_AMOUNTS_ONLY;

// Prices all rows; false where the book names more places than there are handles.
template <class Amount>
bool price(const ColumnRules& rules, ArrowIn& in, ArrowOut& out, Tally& tally, Workspace& workspace) {
  ArrowPieces<Amount> pieces{rules, in};
  const std::size_t most = in.as_it_lies() ? in.rows : ArrowPieces<Amount>::most_rows;
  for (std::size_t first = 0; first < in.rows; first += most) {
    const std::size_t rows = std::min(most, in.rows - first);
    const ColumnsIn<Amount> columns = pieces.piece(first, rows);
    if (pieces.out_of_handles()) return false;
    if (assess(rules, columns, out.piece<Amount>(first, rows), {{&tally, 1}, {}}, workspace)) return false;
  }
  return true;
}

}  // namespace

extern "C" {

int32_t ansinh_assess_arrow(const ansinh_book* book, ansinh_workspace* workspace, const struct ArrowSchema* schema,
                            const struct ArrowArray* array, const ansinh_request* otherwise, uint32_t options,
                            struct ArrowSchema* out_schema, struct ArrowArray* out, ansinh_tally* tally, char* buffer,
                            size_t capacity, size_t* length) {
  return guarded([&]() -> std::int32_t {
    const TextOut text{buffer, capacity, length};
    if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
    if (const auto wrong = check(workspace); wrong != ANSINH_OK) return wrong;
    if (schema == nullptr || array == nullptr || out_schema == nullptr || out == nullptr) return ANSINH_CALL_NULL;
    if (const auto wrong = text.check(); wrong != ANSINH_OK) return wrong;
    if (schema->release == nullptr || array->release == nullptr) {
      return text.put_if_wanted("The array was released before.", ANSINH_CALL_ARROW);
    }
    if ((options & ~known_arrow_options) != 0) return ANSINH_CALL_BAD_CODE;
    if (otherwise != nullptr) {
      if (const auto wrong = check_request(otherwise); wrong != ANSINH_OK) return wrong;
      if (is_strict(*otherwise)) return ANSINH_CALL_BAD_CODE;
    }
    if (tally != nullptr) {
      if (const auto wrong = check_struct(tally); wrong != ANSINH_OK) return wrong;
    }

    const ColumnRules& rules = columns_of(book);
    ArrowIn in;
    const ansinh_request rest = otherwise == nullptr ? no_request : read_struct(otherwise, no_request);
    if (const auto fault = read_arrow(rules, *schema, *array, rest, options, in)) {
      return text.put_if_wanted(*fault, ANSINH_CALL_ARROW);
    }
    ArrowOut answers{in.rows, in.wide, (options & ANSINH_ARROW_AMOUNTS_ONLY) != 0,
                     workspace == nullptr ? nullptr : opened(workspace)->contents->spare};
    Tally counted;
    std::optional<Workspace> own;
    Workspace& room = room_of(workspace, own);
    const bool priced = in.wide ? price<std::int64_t>(rules, in, answers, counted, room)
                                : price<std::int32_t>(rules, in, answers, counted, room);
    if (!priced) {
      return text.put_if_wanted("The book names more localities than a batch can tell apart.", ANSINH_CALL_ARROW);
    }
    answers.give(*out_schema, *out);
    if (tally != nullptr) add_to(tally, counted);
    return text.nothing();
  });
}

int32_t ansinh_tally_arrow(const ansinh_tally* tally, struct ArrowSchema* out_schema, struct ArrowArray* out) {
  return guarded([&]() -> std::int32_t {
    if (const auto wrong = check_struct(tally); wrong != ANSINH_OK) return wrong;
    if (out_schema == nullptr || out == nullptr) return ANSINH_CALL_NULL;
    give_tally(tally_of(read_struct(tally, no_tally())), *out_schema, *out);
    return ANSINH_OK;
  });
}

}  // extern "C"
