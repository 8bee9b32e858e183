// The parts of an overlay, each read into what law.hpp calls it. Private to the reader.
#pragma once

#include <optional>

#include "law/book_data.hpp"
#include "law/overlay_walk.hpp"

namespace ansinh {

// The names that the parts may use: those of the book and those that the file adds.
struct OverlayNames {
  const LawBook::Data& book;

  [[nodiscard]] std::optional<GroupSet> group(std::string_view name) const;
  [[nodiscard]] std::string all_groups() const;
  [[nodiscard]] std::string all_layers() const;
};

// Each gives a fault where it gives nothing.
std::optional<LawRow> read_value(OverlayWalk& walk, std::uint32_t node);
std::optional<Programme> read_programme(OverlayWalk& walk, const OverlayNames& names, std::uint32_t node);
std::optional<Record> read_record(OverlayWalk& walk, const OverlayNames& names, std::uint32_t node);

// What several parts have in common.
struct OverlayPeriod {
  Day from, to;
};
std::optional<OverlayPeriod> read_period(OverlayWalk& walk, std::uint32_t from, std::uint32_t to);
std::optional<Citation> read_citation(OverlayWalk& walk, std::uint32_t node);
std::optional<Standing> read_standing(OverlayWalk& walk, std::uint32_t node);
std::optional<Territory> read_territory(OverlayWalk& walk, std::uint32_t node);
std::optional<GroupSet> read_groups(OverlayWalk& walk, const OverlayNames& names, std::uint32_t node);

// A fault of a book's own checks, at the value that they name.
void fault_of_check(OverlayWalk& walk, std::uint32_t node, const Fault& fault);

}  // namespace ansinh
