#include "report/place_text.hpp"

#include <optional>
#include <vector>

#include "report/phrase.hpp"

namespace ansinh::report {

std::string province_text(ProvinceCode code, Language language) {
  return say(language, "{} (mã {})", "{} (code {})", code.name(), code.text());
}

std::string former_province_text(FormerProvinceCode code, Language language) {
  return say(language, "{} (mã cũ {})", "{} (former code {})", code.name(), code.text());
}

std::string place_text(const Place& place, Language language) {
  std::vector<std::string> parts;
  if (place.province) parts.push_back(province_text(*place.province, language));
  if (place.former_province) {
    parts.push_back(say(language, "địa bàn cũ {}", "on the ground of the former {}",
                        former_province_text(*place.former_province, language)));
  }
  if (place.locality) {
    parts.push_back(say(language, "huyện cũ hoặc xã mã {}", "former district or commune {}", place.locality->text()));
  }
  if (parts.empty()) return say(language, "không khai nơi cư trú", "no place given");
  return joined(parts);
}

std::string territory_text(const Territory& territory, Language language) {
  std::vector<std::string> parts;
  if (territory.province.size() == provinces().size()) {
    parts.push_back(say(language, "mọi tỉnh, thành phố", "every province"));
  } else {
    for (const ProvinceCode code : territory.province) parts.push_back(province_text(code, language));
  }
  for (const FormerProvinceCode code : territory.former_province) {
    parts.push_back(former_province_text(code, language));
  }
  for (const LocalityCode code : territory.locality) {
    parts.push_back(say(language, "huyện cũ hoặc xã mã {}", "former district or commune {}", code.text()));
  }
  return joined(parts);
}

std::string code_in_both_lists(std::string_view code, Language language) {
  const auto former = FormerProvinceCode::from_text(code);
  const auto present = ProvinceCode::from_text(code);
  if (former && present) {
    return say(language, "mã {0} là {1} trong danh mục trước 01/07/2025 và là {2} trong danh mục từ 01/07/2025",
               "code {0} is {1} in the list before 2025-07-01 and {2} in the list since", code, former->name(),
               present->name());
  }
  if (former) {
    const ProvinceCode now = former->present();
    return say(language, "mã {0} là {1} trong danh mục trước 01/07/2025; từ 01/07/2025 địa bàn này thuộc {2} (mã {3})",
               "code {0} is {1} in the list before 2025-07-01; since then that ground belongs to {2} (code {3})", code,
               former->name(), now.name(), now.text());
  }
  if (present) {
    return say(language, "mã {0} là {1} trong danh mục từ 01/07/2025 và không có trong danh mục trước đó",
               "code {0} is {1} in the list since 2025-07-01 and not in the list before", code, present->name());
  }
  return {};
}

}  // namespace ansinh::report
