// Questions about benefits and plans, read from the texts of a form.
#include "ansinh/ansinh.h"
#include "ansinh/benefit_list.hpp"
#include "ansinh/report.hpp"
#include "capi/benefit_request.hpp"
#include "capi/cells.hpp"
#include "capi/codes.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/one_payment.hpp"
#include "capi/sized.hpp"
#include "capi/text_out.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::capi;

constexpr std::size_t field_count = ANSINH_FIELD_FIXED_FACTOR + 1;

// What both calls check, and then read and put: `read` gives a Result, `put` writes it into a struct.
template <class Given>
std::int32_t read_texts(const ansinh_book* book, const char* const* texts, std::size_t count, Given* request,
                        const Given& nothing, std::int32_t language, const TextOut& out, auto read, auto put) {
  if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = check_struct(request); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = out.check(); wrong != ANSINH_OK) return wrong;
  if (!is_language(language) || count > field_count) return ANSINH_CALL_BAD_CODE;
  if (count > 0 && texts == nullptr) return ANSINH_CALL_NULL;
  const auto input = read();
  if (!input) {
    return out.put_if_wanted(fault_json(rules_of(book), input.fault(), language_of(language)),
                             status_of(input.fault()));
  }
  Given whole = read_struct(request, nothing);
  put(*input, whole);
  write_struct(request, whole);
  return out.nothing();
}

}  // namespace

extern "C" {

int32_t ansinh_read_benefit(const ansinh_book* book, int32_t kind, const char* const* texts, const size_t* lengths,
                            size_t count, ansinh_benefit_request* request, int32_t language, char* buffer,
                            size_t capacity, size_t* length) {
  if (kind < ANSINH_BENEFIT_PENSION || kind > ANSINH_BENEFIT_BRIDGE) return ANSINH_CALL_BAD_CODE;
  const auto of_kind = static_cast<BenefitKind>(kind);
  return guarded([&]() -> std::int32_t {
    return read_texts(
        book, texts, count, request, no_benefit_request, language, {buffer, capacity, length},
        [&] {
          const Cells at{texts, lengths, count};
          return read_benefit(law_of(book), of_kind,
                              {at.at(ANSINH_FIELD_EVENT), at.at(ANSINH_FIELD_SEX), at.at(ANSINH_FIELD_BIRTH),
                               at.at(ANSINH_FIELD_CASE), at.at(ANSINH_FIELD_CHILDREN), at.at(ANSINH_FIELD_PENSION),
                               at.at(ANSINH_FIELD_MONTHS_DRAWN), at.at(ANSINH_FIELD_GROUPS)});
        },
        [&](const BenefitInput& input, ansinh_benefit_request& whole) { put_benefit(of_kind, input, whole); });
  });
}

int32_t ansinh_read_plan(const ansinh_book* book, const char* const* texts, const size_t* lengths, size_t count,
                         ansinh_plan_request* request, int32_t language, char* buffer, size_t capacity,
                         size_t* length) {
  return guarded([&]() -> std::int32_t {
    return read_texts(
        book, texts, count, request, no_plan_request, language, {buffer, capacity, length},
        [&] {
          const Cells at{texts, lengths, count};
          PlanCells cells;
          cells.sex = at.at(ANSINH_FIELD_SEX);
          cells.birth = at.at(ANSINH_FIELD_BIRTH);
          cells.from = at.at(ANSINH_FIELD_FROM);
          cells.income = at.at(ANSINH_FIELD_INCOME);
          cells.target_pension = at.at(ANSINH_FIELD_TARGET_PENSION);
          cells.budget = at.at(ANSINH_FIELD_BUDGET);
          cells.term = at.at(ANSINH_FIELD_TERM);
          cells.groups = at.at(ANSINH_FIELD_GROUPS);
          cells.province = at.at(ANSINH_FIELD_PROVINCE);
          cells.former_province = at.at(ANSINH_FIELD_FORMER_PROVINCE);
          cells.locality = at.at(ANSINH_FIELD_LOCALITY);
          cells.months_supported = at.at(ANSINH_FIELD_MONTHS_SUPPORTED);
          cells.months_so_far = at.at(ANSINH_FIELD_MONTHS_SO_FAR);
          cells.average_so_far = at.at(ANSINH_FIELD_AVERAGE_SO_FAR);
          cells.fixed_factor = at.at(ANSINH_FIELD_FIXED_FACTOR);
          return read_plan(law_of(book), cells);
        },
        [](const PlanInput& input, ansinh_plan_request& whole) { put_plan(input, whole); });
  });
}

}  // extern "C"
