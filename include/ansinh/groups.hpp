// The groups a participant belongs to, as a set (Vietnamese: doi tuong).
//
// Promise: at most 16 groups; bits 0...6 are fixed for good, 7...15 are given to names that a LawBook adds, in order.
// The empty set is "everyone else"; there is no group called "other".
// Source of the central groups: Decree 159/2025/ND-CP art. 5(1); before 2025-07-01 Decree 134/2015/ND-CP art. 14.
#pragma once

#include <cstdint>
#include <initializer_list>

namespace ansinh {

enum class Group : std::uint8_t {
  poor = 0,               // ho ngheo
  island = 1,             // living in an island commune or special zone (xa dao, dac khu)
  near_poor = 2,          // ho can ngheo
  ethnic_minority = 3,    // nguoi dan toc thieu so
  escaped_near_poor = 4,  // a local group: out of near-poverty, still in difficulty
  informal_worker = 5,    // a local group: freelance, unstable income, farm, forest, fish, salt
  security_force = 6,     // a local group: grassroots security force (Law 30/2023/QH15)
};

class GroupSet {
 public:
  static constexpr int capacity = 16;

  constexpr GroupSet() = default;
  constexpr GroupSet(Group group) : bits_{static_cast<std::uint16_t>(1U << static_cast<unsigned>(group))} {}
  constexpr GroupSet(std::initializer_list<Group> groups) {
    for (const Group g : groups) *this |= GroupSet(g);  // braces would call this constructor again
  }
  // From bits as in Group; a bit without a name in the book is refused when the set is used.
  static constexpr GroupSet from_bits(std::uint16_t bits) {
    GroupSet set;
    set.bits_ = bits;
    return set;
  }

  [[nodiscard]] constexpr std::uint16_t bits() const { return bits_; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr bool intersects(GroupSet other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool contains(GroupSet other) const { return (bits_ & other.bits_) == other.bits_; }

  constexpr GroupSet& operator|=(GroupSet other) {
    bits_ = static_cast<std::uint16_t>(bits_ | other.bits_);
    return *this;
  }
  friend constexpr GroupSet operator|(GroupSet a, GroupSet b) { return a |= b; }
  friend constexpr bool operator==(GroupSet, GroupSet) = default;

 private:
  std::uint16_t bits_ = 0;
};

}  // namespace ansinh
