// Readers of single values in core: what they accept is printed back to the same value, and nothing else is accepted
// twice over.
#include <string>

#include "ansinh/calendar.hpp"
#include "ansinh/place.hpp"
#include "ansinh/rate.hpp"
#include "ansinh/term.hpp"
#include "require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Requirements require{data, size};
  const std::string_view text = fuzz::text_of(data, size);
  if (const auto day = ansinh::read_day(text)) {
    require(ansinh::read_day(day->text()) == day, "a day reads back");
    require(text.size() >= 8 && text.size() <= 10, "a day has 8 to 10 characters");
    require(ansinh::Day::from(day->date()) == day, "a day is a date that exists");
  }
  if (const auto month = ansinh::read_month(text)) {
    require(ansinh::read_month(month->text()) == month, "a month reads back");
    require(text.size() >= 6 && text.size() <= 7, "a month has 6 or 7 characters");
    require(!ansinh::read_day(text), "no text is both a month and a day");
  }
  if (const auto rate = ansinh::Rate::from_text(text)) {
    require(ansinh::Rate::from_text(rate->text()) == rate, "a rate reads back");
    require(ansinh::Rate::from_decimal(rate->digits(), rate->decimals()) == rate, "a rate is its digits and decimals");
    require(rate->decimals() == 0 || rate->digits() % 10 != 0, "a rate has no trailing zeros");
  }
  if (const auto term = ansinh::Term::from_text(text)) require(term->text() == text, "a term has one form");
  if (const auto code = ansinh::ProvinceCode::from_text(text)) require(code->text() == text, "a code has one form");
  if (const auto code = ansinh::FormerProvinceCode::from_text(text)) {
    require(code->text() == text, "a code has one form");
  }
  if (const auto code = ansinh::LocalityCode::from_text(text)) require(code->text() == text, "a code has one form");
  return 0;
}
