// overlay: law written as JSON and laid over a book, so that a province's own programme, or another national value,
// needs no new library.
//
// Promise: what is read is exactly what the file says, or the file is refused whole, with every fault found at its
// line, column and key; nothing is skipped, guessed or taken twice. No exception on any bytes. Read again, the
// canonical JSON of a book gives a book of the same digest. Units: as in law.hpp; whole numbers are JSON numbers, rates
// are texts such as "0.30". Source in law: none; the author of the file answers for what it says, and gives instrument,
// provision and standing. An absent `standing` is "assumed", an absent `sources` "two_or_more", an absent `confidence`
// "high"; `to` may be absent where a period is open, `layer` is "province", `displaces` "fitting", `source_of_money`
// "budget", `months` "central".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ansinh/export.hpp"
#include "ansinh/law.hpp"

namespace ansinh {

inline constexpr std::size_t most_overlay_bytes = std::size_t{16} << 20;
inline constexpr int most_overlay_depth = 32;             // objects and lists within each other
inline constexpr std::size_t most_programmes = 10'000;    // of a file, and of a book, besides those of the built-in one
inline constexpr std::size_t most_overlay_text = 10'000;  // bytes of one text

// What is wrong with an overlay. Append-only.
enum class OverlayError : std::uint8_t {
  malformed,        // not JSON there
  truncated,        // the file ends before its JSON does
  byte_order_mark,  // the file does not begin with JSON but with U+FEFF
  too_large,        // more bytes, depth or entries than the limit
  unknown_key,
  duplicate_key,
  missing_key,
  wrong_kind,    // such as a text where a list belongs
  not_whole,     // a number with a point or an exponent
  not_a_rate,    // no decimal, or one with more than nine decimals
  not_a_day,     // no date, or one that does not exist
  out_of_range,  // outside limit...other_limit
  unknown_name,  // no such group, layer, parameter or word
  unknown_code,  // in neither list of provinces
  code_of_other_list,
  duplicate,    // the same id, the same group set in one programme, the same parameter and day: twice in one file
  unordered,    // a last day before the first, a layer of the book after a new one
  unsafe_text,  // a character that controls a terminal, lines or the direction of a text
  empty,        // a list or a text that must say something
};
inline constexpr int overlay_error_count = 19;

struct OverlayFault {
  OverlayError error = OverlayError::malformed;
  std::size_t line = 1, column = 1;  // from 1; a column is a character
  std::string key;                   // the way to the value, such as programmes[0].rules[1].months; empty at the root
  std::string given;                 // what stands there, its first bytes
  std::string limit;                 // what would be accepted: the least, the names; empty where there is no limit
  std::string other_limit;           // the most

  friend bool operator==(const OverlayFault&, const OverlayFault&) = default;
};

struct OverlayPosition {
  std::size_t line = 1, column = 1;
};

// What a file says, in its order, and the book that comes of it.
struct Overlay {
  LawBook book;
  std::string name;
  bool alone = false;  // "base":"none": laid over nothing
  std::vector<GroupName> groups;
  std::vector<std::string> layers;
  std::vector<LawRow> values;
  std::vector<Programme> programmes;
  std::vector<Record> records;
  // Where each of these entries begins, but for the layers.
  std::vector<OverlayPosition> group_at, value_at, programme_at, record_at;
};

// An overlay, or at least one fault, in the order of the file.
class [[nodiscard]] OverlayResult {
 public:
  OverlayResult(Overlay overlay) : state_{std::move(overlay)} {}
  OverlayResult(std::vector<OverlayFault> faults) : state_{std::move(faults)} {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  // Only if ok().
  [[nodiscard]] const Overlay& operator*() const { return *std::get_if<0>(&state_); }
  [[nodiscard]] const Overlay* operator->() const { return std::get_if<0>(&state_); }
  // Only if not ok(); never empty, at most 100.
  [[nodiscard]] const std::vector<OverlayFault>& faults() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<Overlay, std::vector<OverlayFault>> state_;
};

// Reads a file's bytes and lays what they say over the book, or over nothing if the file says so.
[[nodiscard]] ANSINH_API OverlayResult read_overlay(std::string_view json, const LawBook& over);

// "unknown_key", "not_a_day" ...
[[nodiscard]] ANSINH_API std::string_view name(OverlayError);

}  // namespace ansinh
