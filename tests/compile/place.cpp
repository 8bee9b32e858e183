// The codes of the two lists of provinces, and of localities, never stand in for each other.
#include "ansinh/place.hpp"

using namespace ansinh;

#ifdef forbid_former_as_present
ProvinceCode present(FormerProvinceCode former) { return former; }
#else
ProvinceCode present(FormerProvinceCode former) { return former.present(); }
#endif

#ifdef forbid_present_as_former
Place at(ProvinceCode code) { return Place{.former_province = code}; }
#else
Place at(ProvinceCode code) { return Place{.province = code}; }
#endif

#ifdef forbid_former_against_present
bool same(ProvinceCode a, FormerProvinceCode b) { return a == b; }
#else
bool same(ProvinceCode a, FormerProvinceCode b) { return a == b.present(); }
#endif

#ifdef forbid_from_number
constexpr ProvinceCode number{std::uint8_t{1}};
#else
const auto number = ProvinceCode::from_number(1);
#endif

#ifdef forbid_none
ProvinceCode none{};
#else
std::optional<ProvinceCode> none{};
#endif

#ifdef forbid_locality_from_number
constexpr LocalityCode locality{std::uint32_t{4}};
#else
constexpr auto locality = LocalityCode::from_text("004");
#endif

#ifdef forbid_province_as_locality
std::optional<LocalityCode> of(ProvinceCode code) { return code; }
#else
std::optional<LocalityCode> of(LocalityCode code) { return code; }
#endif
