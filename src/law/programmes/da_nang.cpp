// Đà Nẵng (48 in the present list: former Đà Nẵng 48 and Quảng Nam 49).
// Source: ja.laodong.vn 1633445 (money for voluntary insurance in former Quảng Nam left over in December 2025; it may
// be the State's part and not a top-up).
#include "law/programmes/local_law.hpp"

namespace ansinh::built_in {

LocalLaw da_nang() {
  const Record quang_nam{
      .territory = {.former_province = {former(49)}},
      .from = first_law_day,
      .to = Day{2025, 12, 31},
      .kind = RecordKind::unknown,
      .citation = {"Act of former Quảng Nam (number not confirmed): rates not seen", ""},
      .standing = Standing::reported,
  };
  return {{}, {quang_nam}};
}

}  // namespace ansinh::built_in
