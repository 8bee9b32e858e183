// Hồ Chí Minh City (79 in the present list: former Hồ Chí Minh City 79, Bình Dương 74 and Bà Rịa - Vũng Tàu 77).
// Sources: cocc.edu.vn "ho-chi-minh-city-supports-voluntary-social-insurance" (the city adds nothing); ja.laodong.vn
// 1616319 (54/2025); en.sggp.org.vn 122404 (December 2025), 118855 (former provinces' support goes on); www.vietnam.vn
// "de-xuat-nhieu-chinh-sach-ho-tro-dong-bhxh-bhyt-cho-nguoi-dan-tphcm" (proposal).
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw ho_chi_minh() {
  const Territory former_city{.former_province = {former(79)}};
  const Territory present_city{.province = {province(79)}};
  const Record confirmed_none{
      .territory = former_city,
      .from = first_law_day,
      .to = Day{2025, 6, 30},
      .kind = RecordKind::none,
      .citation = {"Statement of the Hồ Chí Minh City social insurance agency that the city adds no support", ""},
      .standing = Standing::reported,
  };
  // The statement does not speak of the security force, which is supported apart.
  const Record except_security_force{
      .territory = former_city,
      .from = first_law_day,
      .to = Day{2025, 6, 30},
      .kind = RecordKind::unknown,
      .groups = Group::security_force,
      .citation = {"Law 30/2023/QH15", "art. 23(1)"},
      .standing = Standing::reported,
  };
  // 100 % of the contribution on 22 % of the position allowance; allowance, first day and order against the State's
  // support are not settled.
  const Record resolution_54{
      .territory = present_city,
      .from = Day{2025, 7, 1},
      .to = open_end,
      .kind = RecordKind::unknown,
      .groups = Group::security_force,
      .citation = {"Resolution 54/2025/NQ-HĐND of the Hồ Chí Minh City People's Council", ""},
      .standing = Standing::reported,
  };
  const Record december_2025{
      .territory = present_city,
      .from = Day{2025, 12, 10},
      .to = open_end,
      .kind = RecordKind::unknown,
      .citation = {"Resolution of the Hồ Chí Minh City People's Council of 2025-12-10 (number not confirmed): groups, "
                   "rates and first day not seen",
                   ""},
      .standing = Standing::reported,
  };
  const Record proposal{
      .territory = present_city,
      .from = Day{2025, 8, 7},
      .to = open_end,
      .kind = RecordKind::draft,
      .citation = {"Proposal of the Hồ Chí Minh City social insurance agency (2025-08-07), not law", ""},
      .standing = Standing::draft,
  };
  const Record ba_ria_vung_tau{
      .territory = {.former_province = {former(77)}},
      .from = first_law_day,
      .to = open_end,
      .kind = RecordKind::unknown,
      .citation = {"Four resolutions of former Bà Rịa - Vũng Tàu, 2020-2024 (numbers not confirmed): rates not seen",
                   ""},
      .standing = Standing::reported,
  };
  const Record binh_duong{
      .territory = {.former_province = {former(74)}},
      .from = first_law_day,
      .to = open_end,
      .kind = RecordKind::unknown,
      .citation = {"Two resolutions of former Bình Dương, 2020-2024 (numbers not confirmed): rates not seen", ""},
      .standing = Standing::reported,
  };
  return {{},
          {confirmed_none, except_security_force, resolution_54, december_2025, proposal, ba_ria_vung_tau, binh_duong}};
}

}  // namespace ansinh::built_in
