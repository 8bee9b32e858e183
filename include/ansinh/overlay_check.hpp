// overlay_check: what the author of an overlay should look at again, though it may be meant.
//
// Promise: nothing here is an error; an overlay with warnings is priced as it stands. Every warning names the entry of
// the file that it is about. Deterministic; at most 1,000 warnings.
// Units: VND per month; days inclusive.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ansinh/export.hpp"
#include "ansinh/law.hpp"
#include "ansinh/overlay.hpp"

namespace ansinh {

struct OverlayWarning {
  enum class Kind : std::uint8_t {
    above_floor,       // State and layers together give a group more than the floor contribution, and will be cut
    gap,               // days between two periods of one parameter, or of programmes of one layer and territory
    meeting,           // two programmes of one layer meet on some ground and day: the better rule counts
    uncited,           // no instrument
    impossible_group,  // a group that no participant can have on any of its days
    unused_group,      // a group that the file adds and that nothing names
    idle_rule,         // a rule that never counts, since everyone gets as much by another of its programme
    outside_law,       // all its days lie outside the days that this law covers
  };
  Kind kind = Kind::gap;
  OverlayPosition at;   // of the entry in the file
  std::string subject;  // id of a programme, name of a parameter or group; empty for a record
  std::string other;    // the programme that it meets or that follows the gap
  GroupSet groups;      // above_floor, impossible_group, idle_rule: for whom
  Day from, to;         // gap, meeting, impossible_group: the days; above_floor: the first such day, twice
};

// Warnings about what the file says, in the order of kinds and then of the file.
[[nodiscard]] ANSINH_API std::vector<OverlayWarning> check_overlay(const Overlay& overlay);

// "above_floor", "gap" ...
[[nodiscard]] ANSINH_API std::string_view name(OverlayWarning::Kind);

}  // namespace ansinh
