// A list as columns: one call prices all of it, refuses the wrong row in its place, and adds up by district.
#include <ansinh/ansinh.hpp>
#include <array>
#include <cstdint>
#include <iostream>

using namespace ansinh;

namespace {

std::uint16_t handle(const ColumnRules& rules, const char* former, const char* locality) {
  Place place;
  place.former_province = FormerProvinceCode::from_text(former);
  if (*locality != '\0') place.locality = LocalityCode::from_text(locality);
  const Result<std::uint16_t> found = rules.place(place);
  return found ? *found : std::uint16_t{0};
}

}  // namespace

int main() {
  const ColumnRules rules{built_in_rules()};
  const std::uint16_t ha_noi = handle(rules, "01", "");
  const std::uint16_t long_bien = handle(rules, "01", "004");

  const std::uint16_t near_poor = GroupSet{Group::near_poor}.bits();
  const std::array<std::int32_t, 4> income{1'500'000, 1'500'000, 1'400'000, 3'000'000};
  const std::array<std::uint16_t, 4> paid_on{day_code(Day{2024, 11, 22}), day_code(Day{2026, 11, 22}),
                                             day_code(Day{2026, 11, 22}), day_code(Day{2026, 11, 22})};
  const std::array<std::uint16_t, 4> groups{near_poor, near_poor, near_poor, 0};
  const std::array<std::uint16_t, 4> place{long_bien, ha_noi, ha_noi, ha_noi};
  const std::array<std::uint8_t, 4> term{1, 1, 1, term_code(12_months)};
  const std::array<std::uint16_t, 4> district{0, 1, 1, 1};

  std::array<std::int32_t, 4> central{}, local{}, share{};
  std::array<std::uint8_t, 4> status{};
  std::array<Tally, 2> by_district{};
  Workspace workspace;
  const auto fault = assess(
      rules,
      ColumnsIn<std::int32_t>{
          .income = income, .paid_on = paid_on, .groups = groups, .place = place, .term = term, .book = rules.book()},
      ColumnsOut<std::int32_t>{
          .central_support = central, .local_top_up = local, .participant_share = share, .status = status},
      ColumnTallies{.tallies = by_district, .keys = district}, workspace);
  if (fault) {
    std::cout << "The call is refused for the column " << fault->column << ".\n";
    return 1;
  }
  for (std::size_t i = 0; i < income.size(); ++i) {
    std::cout << "row " << i << ": " << name(static_cast<Errc>(status[i])) << ", State " << central[i] << ", local "
              << local[i] << ", participant " << share[i] << '\n';
  }
  for (std::size_t i = 0; i < by_district.size(); ++i) {
    std::cout << "district " << i << ": " << by_district[i].rows << " rows, participants pay "
              << static_cast<std::int64_t>(by_district[i].participant_share) << '\n';
  }
}
