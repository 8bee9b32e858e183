// Citations and how far each is to be trusted.
//
// Promise: every value of law in this library carries instrument, provision and standing. `none_found` is not zero and
// `draft` is not law; neither ever becomes an amount.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ansinh/export.hpp"

namespace ansinh {

// How a value is known, strongest first.
enum class Standing : std::uint8_t {
  text,              // read in the instrument itself
  official_example,  // worked out in print by the social-insurance authority
  practice,          // what agency software and forms do; no text says so
  reported,          // told by the press or another publication; the instrument was not read
  assumed,           // inferred, or carried over without a nameable source
  draft,             // a bill or proposal, not in force
  none_found,        // nothing was found: not zero, not "none exists"
};

// How many independent sources print a value of national law.
enum class Sources : std::uint8_t { none, one, two_or_more };

// How sure a local programme is.
enum class Confidence : std::uint8_t { high, medium, low, draft };

struct Citation {
  std::string instrument;  // "Decree 159/2025/NĐ-CP"; as the author of an overlay wrote it
  std::string provision;   // "art. 5(1)"; may be empty where only the instrument is known

  friend bool operator==(const Citation&, const Citation&) = default;
};

// The names used in JSON and in program options, such as "official_example".
[[nodiscard]] ANSINH_API std::string_view name(Standing);
[[nodiscard]] ANSINH_API std::string_view name(Sources);
[[nodiscard]] ANSINH_API std::string_view name(Confidence);

}  // namespace ansinh
