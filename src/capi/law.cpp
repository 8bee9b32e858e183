// The law as text, the check of an overlay, the income brackets of a day.
#include "ansinh/law.hpp"

#include <string>

#include "ansinh/ansinh.h"
#include "ansinh/overlay.hpp"
#include "ansinh/place.hpp"
#include "ansinh/report.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/sized.hpp"
#include "capi/text_out.hpp"

namespace {

using namespace ansinh;
using namespace ansinh::capi;

// What every text about a book asks for first.
std::int32_t check_call(const ansinh_book* book, std::int32_t format, std::int32_t language, const TextOut& out) {
  if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
  if (const auto wrong = out.check(); wrong != ANSINH_OK) return wrong;
  return is_format(format) && is_language(language) ? ANSINH_OK : ANSINH_CALL_BAD_CODE;
}

// False where an argument has no such value.
bool read_filter(const char* parameter, std::int32_t on, std::int32_t province, LawFilter& filter) {
  if (parameter != nullptr) {
    filter.parameter = parameter_from_name(parameter);
    if (!filter.parameter) return false;
  }
  if (on != ANSINH_NOT_GIVEN) {
    filter.on = Day::from_number(on);
    if (!filter.on) return false;
  }
  if (province != 0) {
    filter.province = ProvinceCode::from_number(province);
    if (!filter.province) return false;
  }
  return true;
}

}  // namespace

extern "C" {

int32_t ansinh_law(const ansinh_book* book, const char* parameter, int32_t on, int32_t province, int32_t format,
                   int32_t language, char* buffer, size_t capacity, size_t* length) {
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (const auto wrong = check_call(book, format, language, out); wrong != ANSINH_OK) return wrong;
    LawFilter filter;
    if (!read_filter(parameter, on, province, filter)) return ANSINH_CALL_BAD_CODE;
    return out.put(law_listing(law_of(book), filter, format_of(format), language_of(language)), ANSINH_OK);
  });
}

int32_t ansinh_open_items(const ansinh_book* book, int32_t format, int32_t language, char* buffer, size_t capacity,
                          size_t* length) {
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (const auto wrong = check_call(book, format, language, out); wrong != ANSINH_OK) return wrong;
    return out.put(open_listing(law_of(book), format_of(format), language_of(language)), ANSINH_OK);
  });
}

int32_t ansinh_overlay_check(const ansinh_book* book, const char* file, const char* overlay, size_t overlay_length,
                             int32_t format, int32_t language, char* buffer, size_t capacity, size_t* length) {
  return guarded([&]() -> std::int32_t {
    const TextOut out{buffer, capacity, length};
    if (const auto wrong = check_call(book, format, language, out); wrong != ANSINH_OK) return wrong;
    if (format != ANSINH_TEXT && format != ANSINH_JSON) return ANSINH_CALL_BAD_CODE;
    if (overlay == nullptr) return ANSINH_CALL_NULL;
    const OverlayResult read = read_overlay(text_of(overlay, overlay_length), law_of(book));
    const std::string_view name = file == nullptr ? std::string_view{"overlay"} : std::string_view{file};
    const std::string text = format == ANSINH_JSON ? overlay_check_json(name, read, language_of(language))
                                                   : overlay_check_text(name, read, language_of(language));
    return out.put(text, read ? ANSINH_OK : ANSINH_CALL_OVERLAY);
  });
}

int32_t ansinh_income_brackets(const ansinh_book* book, int32_t paid_on, ansinh_brackets* brackets) {
  return guarded([&]() -> std::int32_t {
    if (const auto wrong = check(book); wrong != ANSINH_OK) return wrong;
    if (const auto wrong = check_struct(brackets); wrong != ANSINH_OK) return wrong;
    const auto day = Day::from_number(paid_on);
    if (!day) return ANSINH_DAY_OUTSIDE_LAW;
    const auto found = income_brackets(law_of(book), *day);
    if (!found) return static_cast<std::int32_t>(found.code());
    ansinh_brackets whole{};
    whole.step_required = found->step_required ? 1 : 0;
    whole.floor = found->floor.dong();
    whole.ceiling = found->ceiling.dong();
    whole.step = found->step.dong();
    whole.count = found->count;
    write_struct(brackets, whole);
    return ANSINH_OK;
  });
}

}  // extern "C"
