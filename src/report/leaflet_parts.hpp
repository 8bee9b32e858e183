// What the two forms of a leaflet share: its texts, its two tables as texts, and its chart.
#pragma once

#include <string>
#include <vector>

#include "ansinh/leaflet_report.hpp"

namespace ansinh::report {

// A table of amounts without their unit, which its title says once.
struct LeafletTable {
  std::string title;
  // Columns under one heading: "Người tham gia đóng" over 1, 3, 6, 12 months. A heading of one column has no heads.
  struct Heading {
    std::string text;
    std::vector<std::string> heads;
    [[nodiscard]] std::size_t columns() const { return heads.empty() ? 1 : heads.size(); }
  };
  std::vector<Heading> headings;
  std::vector<std::vector<std::string>> rows;
  std::size_t marked = 0;  // the row that the chart shows

  [[nodiscard]] std::size_t columns() const;
};

struct LeafletTexts {
  std::string title;
  std::string group;  // "Hộ cận nghèo"
  std::string place;  // province, or that none was given
  std::string day;
  std::vector<std::string> warnings;  // what is not known or not settled, in plain words
  LeafletTable shares;
  LeafletTable pensions;
  std::string chart_title;
  std::string chart_alternative;  // what the chart shows, for who cannot see it
  std::vector<std::string> foot;
};
[[nodiscard]] LeafletTexts leaflet_texts(const BenefitRules& rules, const Leaflet& leaflet, Language language);

// The chart as a group of SVG, `width` x `height` in whole units, its upper left corner at 0, 0: the pensions of women
// and men after 15, 20, 25, 30 years beside what the participant pays a month.
[[nodiscard]] std::string leaflet_chart(const Leaflet& leaflet, int width, int height, Language language);

}  // namespace ansinh::report
