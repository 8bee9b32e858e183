// leaflet_report: the leaflet as one page of A4 or A5, in Vietnamese or English.
//
// Promise: as report.hpp. HTML is one self-contained document, SVG one drawing of the paper's size in millimetres;
// nothing is loaded from elsewhere, texts of an overlay are escaped. Both say the day, the source in law, what is not
// settled or not known, and that the pension is an illustration, not a decision.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ansinh/export.hpp"
#include "ansinh/leaflet.hpp"
#include "ansinh/report.hpp"

namespace ansinh {

enum class Paper : std::uint8_t { a4, a5 };
// "A4", "A5".
[[nodiscard]] ANSINH_API std::string_view name(Paper);
// How many incomes fit the paper.
[[nodiscard]] ANSINH_API int leaflet_rows(Paper);

[[nodiscard]] ANSINH_API std::string leaflet_html(const BenefitRules& rules, const Leaflet& leaflet, Paper paper,
                                                  Language language);
[[nodiscard]] ANSINH_API std::string leaflet_svg(const BenefitRules& rules, const Leaflet& leaflet, Paper paper,
                                                 Language language);

}  // namespace ansinh
