// Places: the province in the list of 34 in force since 2025-07-01, the former province in the list of 63 before it,
// and a locality (former district or commune).
//
// Promise: a code that is not in its list cannot be held. Seven codes name different provinces in the two lists
// (15, 24, 44, 52, 80, 82, 91), so the two lists are two types and never mix; neither converts to the other except by
// the merger map.
// Source: codes by Decision 19/2025/QD-TTg; merger by Resolution 202/2025/QH15 (assumed: not read); the old list and
// the map are assumed (no single source), checked for counts 63, 34 and 11/17/6.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ansinh/datum.hpp"
#include "ansinh/export.hpp"

namespace ansinh {

namespace detail {
struct CodeAccess;  // builds codes from the lists; private to the room `law`
}

// A province in the list in force since 2025-07-01 (Vietnamese: tinh, thanh pho truc thuoc trung uong).
class ProvinceCode {
 public:
  // Two digits, as written: "01". Empty when malformed or not in the list.
  [[nodiscard]] ANSINH_API static std::optional<ProvinceCode> from_text(std::string_view text);
  // The code as a number, 1 for "01". Empty when not in the list.
  [[nodiscard]] ANSINH_API static std::optional<ProvinceCode> from_number(int code);

  [[nodiscard]] constexpr int number() const { return code_; }
  constexpr operator Datum() const { return Datum::code(Datum::Kind::province, code_); }
  [[nodiscard]] ANSINH_API std::string text() const;       // "01"
  [[nodiscard]] ANSINH_API std::string_view name() const;  // "Hà Nội"
  friend constexpr auto operator<=>(ProvinceCode, ProvinceCode) = default;

 private:
  friend struct detail::CodeAccess;
  explicit constexpr ProvinceCode(std::uint8_t code) : code_{code} {}
  std::uint8_t code_;
};

// A province in the list before 2025-07-01.
class FormerProvinceCode {
 public:
  [[nodiscard]] ANSINH_API static std::optional<FormerProvinceCode> from_text(std::string_view text);
  [[nodiscard]] ANSINH_API static std::optional<FormerProvinceCode> from_number(int code);

  [[nodiscard]] constexpr int number() const { return code_; }
  constexpr operator Datum() const { return Datum::code(Datum::Kind::former_province, code_); }
  [[nodiscard]] ANSINH_API std::string text() const;
  [[nodiscard]] ANSINH_API std::string_view name() const;
  // The present province on whose ground the former one lies.
  [[nodiscard]] ANSINH_API ProvinceCode present() const;
  // True for the 11 units that were not merged: there, each code implies the other.
  [[nodiscard]] ANSINH_API bool unmerged() const;
  friend constexpr auto operator<=>(FormerProvinceCode, FormerProvinceCode) = default;

 private:
  friend struct detail::CodeAccess;
  explicit constexpr FormerProvinceCode(std::uint8_t code) : code_{code} {}
  std::uint8_t code_;
};

// GSO code of a former district (3 digits) or a commune (5 digits). The form is checked, not the existence.
class LocalityCode {
 public:
  static constexpr std::optional<LocalityCode> from_text(std::string_view text) {
    if (text.size() != 3 && text.size() != 5) return std::nullopt;
    std::uint32_t number = 0;
    for (const char c : text) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return LocalityCode{number + (text.size() == 5 ? commune_offset : 0)};
  }
  // Orders districts before communes; unique over both.
  [[nodiscard]] constexpr std::uint32_t key() const { return key_; }
  constexpr operator Datum() const { return Datum::code(Datum::Kind::locality, key_); }
  [[nodiscard]] ANSINH_API std::string text() const;
  friend constexpr auto operator<=>(LocalityCode, LocalityCode) = default;

 private:
  static constexpr std::uint32_t commune_offset = 1000;
  explicit constexpr LocalityCode(std::uint32_t key) : key_{key} {}
  std::uint32_t key_;
};

// Where the participant lives. Every part may be absent; a locality matches by itself.
struct Place {
  std::optional<ProvinceCode> province{};
  std::optional<FormerProvinceCode> former_province{};
  std::optional<LocalityCode> locality{};

  friend bool operator==(const Place&, const Place&) = default;
};

// Both lists, in ascending order of codes.
[[nodiscard]] ANSINH_API std::span<const ProvinceCode> provinces();
[[nodiscard]] ANSINH_API std::span<const FormerProvinceCode> former_provinces();

}  // namespace ansinh
