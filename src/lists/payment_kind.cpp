// The kind of a payment as the form's column 14 and agency software write it.
#include <algorithm>
#include <array>

#include "ansinh/d05.hpp"
#include "lists/cell.hpp"

namespace ansinh {
namespace {

struct Wording {
  std::string_view words;
  PaymentKind kind;
};
// Codes: practice (VNPT and IVAN import sheets). Words: form D05-TS of Decision 366/QD-BHXH, column 14, and of Decision
// 595/QD-BHXH, column 7. Capitals of signed letters are not folded: forms write small ones but for the first.
constexpr std::array wordings{
    Wording{"TM", PaymentKind::first_time},
    Wording{"tăng mới", PaymentKind::first_time},
    Wording{"Tăng mới", PaymentKind::first_time},
    Wording{"tham gia lần đầu", PaymentKind::first_time},
    Wording{"Tham gia lần đầu", PaymentKind::first_time},
    Wording{"lần đầu", PaymentKind::first_time},
    Wording{"Lần đầu", PaymentKind::first_time},
    Wording{"đóng mới", PaymentKind::first_time},
    Wording{"Đóng mới", PaymentKind::first_time},
    Wording{"DT", PaymentKind::continued},
    Wording{"DL", PaymentKind::continued},
    Wording{"DB", PaymentKind::continued},
    Wording{"đóng tiếp", PaymentKind::continued},
    Wording{"Đóng tiếp", PaymentKind::continued},
    Wording{"đóng lại", PaymentKind::continued},
    Wording{"Đóng lại", PaymentKind::continued},
    Wording{"đăng ký lại", PaymentKind::continued},
    Wording{"Đăng ký lại", PaymentKind::continued},
    Wording{"đóng bù", PaymentKind::continued},
    Wording{"Đóng bù", PaymentKind::continued},
};

}  // namespace

PaymentKind payment_kind(std::string_view cell) {
  const std::string_view text = lists::trimmed(cell);
  const auto* const found =
      std::find_if(wordings.begin(), wordings.end(), [=](const Wording& wording) { return wording.words == text; });
  return found == wordings.end() ? PaymentKind::unknown : found->kind;
}

std::string_view name(PaymentKind kind) {
  switch (kind) {
    case PaymentKind::first_time: return "first_time";
    case PaymentKind::continued: return "continued";
    case PaymentKind::unknown: return "unknown";
  }
  return "";
}

std::string_view name(SupportGroup group) {
  switch (group) {
    case SupportGroup::poor_or_island: return "poor_or_island";
    case SupportGroup::near_poor: return "near_poor";
    case SupportGroup::ethnic_minority: return "ethnic_minority";
    case SupportGroup::other: return "other";
  }
  return "";
}

}  // namespace ansinh
