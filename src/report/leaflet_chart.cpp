// The chart of a leaflet: bars for women and men after 15, 20, 25 and 30 years, and the monthly share as a first bar,
// in one scale. SVG written by hand, for the reasons of cost_chart.cpp.
#include <algorithm>

#include "report/escape.hpp"
#include "report/leaflet_parts.hpp"
#include "report/phrase.hpp"

namespace ansinh::report {
namespace {

// Colours that are told apart in grey and by the colour-blind (Okabe and Ito).
constexpr std::string_view women_colour = "#0072b2", men_colour = "#e69f00", share_colour = "#7a8794";

class LeafletChart {
 public:
  LeafletChart(const LeafletRow& row, int width, int height, Language language)
      : row_{row}, width_{width}, height_{height}, language_{language} {
    most_ = row.payments.front().participant_share;
    for (const Money pension : row.pension_women) most_ = std::max(most_, pension);
    for (const Money pension : row.pension_men) most_ = std::max(most_, pension);
    most_ = std::max(most_, Money{1});
  }

  std::string svg() {
    constexpr int slots = static_cast<int>(leaflet_years.size()) + 1;
    const int slot = width_ / slots;
    const int bar = slot * 2 / 5;
    column(slot / 2 - bar / 2, bar, row_.payments.front().participant_share, share_colour);
    label(slot / 2, say(language_, "tự đóng", "you pay"));
    for (std::size_t i = 0; i < leaflet_years.size(); ++i) {
      const int left = slot * (static_cast<int>(i) + 1) + (slot - 2 * bar - 2) / 2;
      column(left, bar, row_.pension_women[i], women_colour);
      column(left + bar + 2, bar, row_.pension_men[i], men_colour);
      label(left + bar + 1, say(language_, "{} năm", "{} years", leaflet_years[i]));
    }
    text_ += fmt::format("<line x1=\"0\" y1=\"{0}\" x2=\"{1}\" y2=\"{0}\" stroke=\"#333\" stroke-width=\"1\"/>\n",
                         base(), width_);
    legend();
    return text_;
  }

 private:
  [[nodiscard]] int base() const { return height_ - 20; }
  // Heights in whole units, to the nearest.
  [[nodiscard]] int height_of(Money amount) const {
    const std::int64_t room = base() - 34;
    return static_cast<int>((amount.dong() * room * 2 + most_.dong()) / (most_.dong() * 2));
  }

  void column(int left, int bar, Money amount, std::string_view colour) {
    const int height = height_of(amount);
    text_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n", left, base() - height,
                         bar, height, colour);
    text_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-size=\"10\">{}</text>\n", left + bar / 2,
                         base() - height - 3, html(thousands(amount)));
  }
  // The amount in thousands of dong, to the nearest, with dots.
  static std::string thousands(Money amount) {
    std::string text = printed(Money{(amount.dong() + 500) / 1000});
    text.resize(text.size() - std::string_view{" đ"}.size());
    return text;
  }
  void label(int middle, const std::string& words) {
    text_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-size=\"11\">{}</text>\n", middle,
                         height_ - 6, html(words));
  }
  void legend() {
    int x = 0;
    const auto entry = [&](std::string_view colour, const std::string& words, int room) {
      text_ += fmt::format(
          "<rect x=\"{0}\" y=\"2\" width=\"10\" height=\"10\" fill=\"{1}\"/><text x=\"{2}\" y=\"11\" "
          "font-size=\"11\">{3}</text>\n",
          x, colour, x + 14, html(words));
      x += room;
    };
    entry(women_colour, say(language_, "Nữ", "Women"), 70);
    entry(men_colour, say(language_, "Nam", "Men"), 60);
    entry(share_colour, say(language_, "Tự đóng mỗi tháng", "Own payment a month"), 150);
    text_ += fmt::format("<text x=\"{}\" y=\"11\" text-anchor=\"end\" font-size=\"11\">{}</text>\n", width_,
                         html(say(language_, "nghìn đồng mỗi tháng", "thousand đồng a month")));
  }

  const LeafletRow& row_;
  int width_, height_;
  Language language_;
  Money most_;
  std::string text_;
};

}  // namespace

std::string leaflet_chart(const Leaflet& leaflet, int width, int height, Language language) {
  return LeafletChart{leaflet.rows[leaflet.chart_row], width, height, language}.svg();
}

}  // namespace ansinh::report
