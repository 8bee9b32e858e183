// place_text: provinces and grounds by name, so that a code of one list is not taken for one of the other.
#pragma once

#include <string>
#include <string_view>

#include "ansinh/law.hpp"
#include "ansinh/place.hpp"
#include "ansinh/report.hpp"

namespace ansinh::report {

[[nodiscard]] std::string province_text(ProvinceCode code, Language language);               // Hà Nội (mã 01)
[[nodiscard]] std::string former_province_text(FormerProvinceCode code, Language language);  // Yên Bái (mã cũ 15)
[[nodiscard]] std::string place_text(const Place& place, Language language);
[[nodiscard]] std::string territory_text(const Territory& territory, Language language);

// What a two-digit code means in each of the two lists, as a clause: "mã 15 là Yên Bái trong danh mục trước 01/07/2025
// và là Lào Cai trong danh mục từ 01/07/2025". Empty when it is in neither.
[[nodiscard]] std::string code_in_both_lists(std::string_view code, Language language);

}  // namespace ansinh::report
