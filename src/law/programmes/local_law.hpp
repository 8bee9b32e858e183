// What one province's file says of its local law: programmes that are built in, and records of what is known otherwise.
#pragma once

#include <vector>

#include "ansinh/law.hpp"
#include "law/code_access.hpp"

namespace ansinh::built_in {

struct LocalLaw {
  std::vector<Programme> programmes;
  std::vector<Record> records;
};

// A code known to be in its list; a literal that is not would be caught by the test of territories.
consteval ProvinceCode province(int code) { return detail::CodeAccess::province(static_cast<std::uint8_t>(code)); }
consteval FormerProvinceCode former(int code) { return detail::CodeAccess::former(static_cast<std::uint8_t>(code)); }
consteval LocalityCode locality(const char* code) { return *LocalityCode::from_text(code); }

LocalLaw ha_noi();
LocalLaw quang_ninh();
LocalLaw ha_tinh();
LocalLaw khanh_hoa();
LocalLaw lang_son();
LocalLaw phu_tho();
LocalLaw dak_lak();
LocalLaw hai_phong();
LocalLaw ho_chi_minh();
LocalLaw da_nang();
LocalLaw nghe_an();
LocalLaw lam_dong();
LocalLaw security_force();

}  // namespace ansinh::built_in
