// The 63 provinces before 2025-07-01, the 34 since, and which became which.
// Source: codes of the present list by Decision 19/2025/QĐ-TTg; the merger by Resolution 202/2025/QH15 (assumed: not
// read); the former list and the map are assumed, checked for counts (63, 34; 11 unmerged, 17 of two, 6 of three).
#include <array>
#include <cstddef>
#include <utility>

#include "ansinh/place.hpp"
#include "law/code_access.hpp"

namespace ansinh {
namespace {

struct Present {
  std::uint8_t code;
  std::string_view name;
};

// clang-format off
constexpr std::array present_list{
    Present{1, "Hà Nội"},
    Present{4, "Cao Bằng"},
    Present{8, "Tuyên Quang"},
    Present{11, "Điện Biên"},
    Present{12, "Lai Châu"},
    Present{14, "Sơn La"},
    Present{15, "Lào Cai"},
    Present{19, "Thái Nguyên"},
    Present{20, "Lạng Sơn"},
    Present{22, "Quảng Ninh"},
    Present{24, "Bắc Ninh"},
    Present{25, "Phú Thọ"},
    Present{31, "Hải Phòng"},
    Present{33, "Hưng Yên"},
    Present{37, "Ninh Bình"},
    Present{38, "Thanh Hóa"},
    Present{40, "Nghệ An"},
    Present{42, "Hà Tĩnh"},
    Present{44, "Quảng Trị"},
    Present{46, "Huế"},
    Present{48, "Đà Nẵng"},
    Present{51, "Quảng Ngãi"},
    Present{52, "Gia Lai"},
    Present{56, "Khánh Hòa"},
    Present{66, "Đắk Lắk"},
    Present{68, "Lâm Đồng"},
    Present{75, "Đồng Nai"},
    Present{79, "Hồ Chí Minh"},
    Present{80, "Tây Ninh"},
    Present{82, "Đồng Tháp"},
    Present{86, "Vĩnh Long"},
    Present{91, "An Giang"},
    Present{92, "Cần Thơ"},
    Present{96, "Cà Mau"},
};
// clang-format on
static_assert(present_list.size() == 34);

struct Former {
  std::uint8_t code;
  std::string_view name;
  std::uint8_t present;
  bool merged;
};

// clang-format off
constexpr std::array former_list{
    Former{1, "Hà Nội", 1, false},
    Former{2, "Hà Giang", 8, true},
    Former{4, "Cao Bằng", 4, false},
    Former{6, "Bắc Kạn", 19, true},
    Former{8, "Tuyên Quang", 8, true},
    Former{10, "Lào Cai", 15, true},
    Former{11, "Điện Biên", 11, false},
    Former{12, "Lai Châu", 12, false},
    Former{14, "Sơn La", 14, false},
    Former{15, "Yên Bái", 15, true},
    Former{17, "Hòa Bình", 25, true},
    Former{19, "Thái Nguyên", 19, true},
    Former{20, "Lạng Sơn", 20, false},
    Former{22, "Quảng Ninh", 22, false},
    Former{24, "Bắc Giang", 24, true},
    Former{25, "Phú Thọ", 25, true},
    Former{26, "Vĩnh Phúc", 25, true},
    Former{27, "Bắc Ninh", 24, true},
    Former{30, "Hải Dương", 31, true},
    Former{31, "Hải Phòng", 31, true},
    Former{33, "Hưng Yên", 33, true},
    Former{34, "Thái Bình", 33, true},
    Former{35, "Hà Nam", 37, true},
    Former{36, "Nam Định", 37, true},
    Former{37, "Ninh Bình", 37, true},
    Former{38, "Thanh Hóa", 38, false},
    Former{40, "Nghệ An", 40, false},
    Former{42, "Hà Tĩnh", 42, false},
    Former{44, "Quảng Bình", 44, true},
    Former{45, "Quảng Trị", 44, true},
    Former{46, "Thừa Thiên Huế", 46, false},
    Former{48, "Đà Nẵng", 48, true},
    Former{49, "Quảng Nam", 48, true},
    Former{51, "Quảng Ngãi", 51, true},
    Former{52, "Bình Định", 52, true},
    Former{54, "Phú Yên", 66, true},
    Former{56, "Khánh Hòa", 56, true},
    Former{58, "Ninh Thuận", 56, true},
    Former{60, "Bình Thuận", 68, true},
    Former{62, "Kon Tum", 51, true},
    Former{64, "Gia Lai", 52, true},
    Former{66, "Đắk Lắk", 66, true},
    Former{67, "Đắk Nông", 68, true},
    Former{68, "Lâm Đồng", 68, true},
    Former{70, "Bình Phước", 75, true},
    Former{72, "Tây Ninh", 80, true},
    Former{74, "Bình Dương", 79, true},
    Former{75, "Đồng Nai", 75, true},
    Former{77, "Bà Rịa - Vũng Tàu", 79, true},
    Former{79, "Hồ Chí Minh", 79, true},
    Former{80, "Long An", 80, true},
    Former{82, "Tiền Giang", 82, true},
    Former{83, "Bến Tre", 86, true},
    Former{84, "Trà Vinh", 86, true},
    Former{86, "Vĩnh Long", 86, true},
    Former{87, "Đồng Tháp", 82, true},
    Former{89, "An Giang", 91, true},
    Former{91, "Kiên Giang", 91, true},
    Former{92, "Cần Thơ", 92, true},
    Former{93, "Hậu Giang", 92, true},
    Former{94, "Sóc Trăng", 92, true},
    Former{95, "Bạc Liêu", 96, true},
    Former{96, "Cà Mau", 96, true},
};
// clang-format on
static_assert(former_list.size() == 63);

// Position of each code in its list, one more than the index; 0 for a number that is no code. Reading a list of a
// million people looks codes up twice a row.
template <class List>
constexpr std::array<std::uint8_t, 100> positions(const List& list) {
  std::array<std::uint8_t, 100> at{};
  for (std::size_t i = 0; i < list.size(); ++i) at[list[i].code] = static_cast<std::uint8_t>(i + 1);
  return at;
}
constexpr auto present_positions = positions(present_list);
constexpr auto former_positions = positions(former_list);

template <class List>
constexpr const typename List::value_type* find(const List& list, const std::array<std::uint8_t, 100>& at, int code) {
  if (code < 0 || code > 99 || at[static_cast<std::size_t>(code)] == 0) return nullptr;
  return &list[at[static_cast<std::size_t>(code)] - 1U];
}
constexpr const Present* find_present(int code) { return find(present_list, present_positions, code); }
constexpr const Former* find_former(int code) { return find(former_list, former_positions, code); }

// A code of two digits; -1 otherwise.
int two_digits(std::string_view text) {
  if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return -1;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

std::string two_digits(int code) { return {static_cast<char>('0' + code / 10), static_cast<char>('0' + code % 10)}; }

}  // namespace

std::optional<ProvinceCode> ProvinceCode::from_number(int code) {
  const auto* entry = find_present(code);
  if (entry == nullptr) return std::nullopt;
  return ProvinceCode{entry->code};
}
std::optional<ProvinceCode> ProvinceCode::from_text(std::string_view text) { return from_number(two_digits(text)); }
std::string ProvinceCode::text() const { return two_digits(int{code_}); }
std::string_view ProvinceCode::name() const { return find_present(code_)->name; }

std::optional<FormerProvinceCode> FormerProvinceCode::from_number(int code) {
  const auto* entry = find_former(code);
  if (entry == nullptr) return std::nullopt;
  return FormerProvinceCode{entry->code};
}
std::optional<FormerProvinceCode> FormerProvinceCode::from_text(std::string_view text) {
  return from_number(two_digits(text));
}
std::string FormerProvinceCode::text() const { return two_digits(int{code_}); }
std::string_view FormerProvinceCode::name() const { return find_former(code_)->name; }
ProvinceCode FormerProvinceCode::present() const { return detail::CodeAccess::province(find_former(code_)->present); }
bool FormerProvinceCode::unmerged() const { return !find_former(code_)->merged; }

std::string LocalityCode::text() const { return Datum{*this}.text(); }

std::span<const ProvinceCode> provinces() {
  static constexpr auto codes = [] {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return std::array{detail::CodeAccess::province(present_list[I].code)...};
    }
    (std::make_index_sequence<present_list.size()>{});
  }();
  return codes;
}

std::span<const FormerProvinceCode> former_provinces() {
  static constexpr auto codes = [] {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return std::array{detail::CodeAccess::former(former_list[I].code)...};
    }
    (std::make_index_sequence<former_list.size()>{});
  }();
  return codes;
}

}  // namespace ansinh
