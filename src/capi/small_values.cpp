// Days, months, terms and provinces by number.
#include <span>

#include "ansinh/ansinh.h"
#include "ansinh/calendar.hpp"
#include "ansinh/place.hpp"
#include "ansinh/term.hpp"
#include "capi/codes.hpp"
#include "capi/guard.hpp"
#include "capi/text_out.hpp"

namespace {

template <class Code>
std::int32_t code_at(std::span<const Code> list, std::uint32_t index) {
  return index < list.size() ? list[index].number() : 0;
}

// The names are literals of the lists.
template <class Code>
const char* name_of(std::int32_t number) {
  const auto code = Code::from_number(number);
  return code ? code->name().data() : nullptr;
}

}  // namespace

extern "C" {

int32_t ansinh_day(int32_t year, int32_t month, int32_t day) {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1 || year > 9999) return ANSINH_NOT_GIVEN;
  const auto date = ansinh::Day::from(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  return date ? date->number() : ANSINH_NOT_GIVEN;
}

int32_t ansinh_month(int32_t year, int32_t month) {
  if (month < 1) return ANSINH_NOT_GIVEN;
  const auto value = ansinh::Month::from(year, static_cast<unsigned>(month));
  return value ? ansinh::capi::month_number(*value) : ANSINH_NOT_GIVEN;
}

int32_t ansinh_term(const char* text, size_t length) {
  const auto term = ansinh::Term::from_text(ansinh::capi::text_of(text, length));
  return term ? ansinh::term_code(*term) : 0;
}

int32_t ansinh_term_text(int32_t term, char* buffer, size_t capacity, size_t* length) {
  return ansinh::capi::guarded([&]() -> std::int32_t {
    const ansinh::capi::TextOut out{buffer, capacity, length};
    if (const auto wrong = out.check(); wrong != ANSINH_OK) return wrong;
    const auto value = ansinh::capi::term_of(term);
    return value ? out.put(value->text(), ANSINH_OK) : ANSINH_CALL_BAD_CODE;
  });
}

int32_t ansinh_province_at(uint32_t index) { return code_at(ansinh::provinces(), index); }
int32_t ansinh_former_province_at(uint32_t index) { return code_at(ansinh::former_provinces(), index); }
const char* ansinh_province_name(int32_t code) { return name_of<ansinh::ProvinceCode>(code); }
const char* ansinh_former_province_name(int32_t code) { return name_of<ansinh::FormerProvinceCode>(code); }

int32_t ansinh_present_province(int32_t former_code) {
  const auto code = ansinh::FormerProvinceCode::from_number(former_code);
  return code ? code->present().number() : 0;
}

}  // extern "C"
