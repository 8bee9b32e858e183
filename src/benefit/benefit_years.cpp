// Benefit years and what they are worth.
#include "ansinh/benefit.hpp"

namespace ansinh {
namespace {

// A rate in tenths of a percent of a percent, which halves of any published step are whole in.
constexpr int decimals = 6;

std::int64_t millionths(Rate rate) {
  std::int64_t digits = rate.digits();
  for (int i = rate.decimals(); i < decimals; ++i) digits *= 10;
  return digits;
}

std::int64_t on_stretch(const PensionRate::Stretch& stretch, int halves) {
  return millionths(stretch.rate) + millionths(stretch.per_year) * (halves - 2 * stretch.years) / 2;
}

}  // namespace

std::string half_years_text(int halves) { return std::to_string(halves / 2) + (halves % 2 == 0 ? "" : ".5"); }

Stages stages(int months_before_2014, int months_from_2014) {
  Stages out{months_before_2014, months_from_2014, 0, 0, 0};
  if (months_before_2014 > 0 && months_from_2014 > 0) out.moved = months_before_2014 % 12;
  out.halves_before_2014 = half_years(months_before_2014 - out.moved);
  out.halves_from_2014 = half_years(months_from_2014 + out.moved);
  return out;
}

std::optional<Rate> replacement_rate(const PensionRate& edition, int halves) {
  const auto& [first, second] = edition.stretches;
  if (halves < 2 * first.years) return std::nullopt;
  const std::int64_t rate = on_stretch(halves < 2 * second.years ? first : second, halves);
  return Rate::from_decimal(std::min(rate, millionths(edition.cap)), decimals);
}

int halves_at_cap(const PensionRate& edition) {
  int halves = 2 * edition.stretches.front().years;
  while (on_stretch(halves < 2 * edition.stretches.back().years ? edition.stretches.front() : edition.stretches.back(),
                    halves) < millionths(edition.cap)) {
    ++halves;
  }
  return halves;
}

}  // namespace ansinh
