// The leaflet as one drawing of the paper's size. Units are tenths of a millimetre.
#include <algorithm>
#include <vector>

#include "report/escape.hpp"
#include "report/leaflet_parts.hpp"
#include "report/phrase.hpp"

namespace ansinh {
namespace {

using report::html;
using report::LeafletTable;

constexpr std::string_view blue = "#0b5c8a", ink = "#14212b", grey = "#9fb4c0", shade = "#e8f1f6", marked = "#eef7ee";

// Lines of at most so many characters, broken between words.
std::vector<std::string> broken(const std::string& text, std::size_t characters) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    at = end + 1;
    if (!lines.back().empty() && report::width(lines.back()) + 1 + report::width(word) > characters)
      lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
  }
  return lines;
}

class Page {
 public:
  Page(const BenefitRules& rules, const Leaflet& leaflet, Paper paper, Language language)
      : leaflet_{leaflet},
        language_{language},
        texts_{report::leaflet_texts(rules, leaflet, language)},
        width_{paper == Paper::a4 ? 2100 : 1480},
        height_{paper == Paper::a4 ? 2970 : 2100},
        margin_{paper == Paper::a4 ? 120 : 80},
        size_{paper == Paper::a4 ? 32 : 23} {}

  std::string svg() {
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}mm\" height=\"{1}mm\" viewBox=\"0 0 {2} {3}\" "
        "font-family=\"Noto Sans, Segoe UI, Roboto, Arial, sans-serif\" font-size=\"{4}\" "
        "fill=\"{5}\">\n<title>{6}</title>\n"
        "<rect width=\"{2}\" height=\"{3}\" fill=\"#fff\"/>\n",
        width_ / 10, height_ / 10, width_, height_, size_, ink, html(texts_.title));
    y_ = margin_ + size_ * 2;
    for (const std::string& line : broken(texts_.title, 62)) {
      text(margin_, y_, line, "start", size_ * 8 / 5, blue, true);
      y_ += size_ * 2;
    }
    text(margin_, y_, texts_.group + "  ·  " + texts_.place + "  ·  " + texts_.day, "start", size_, ink, true);
    y_ += size_ / 2;
    out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"6\"/>\n", margin_,
                        y_, width_ - margin_, y_, blue);
    for (const std::string& warning : texts_.warnings) {
      y_ += size_ * 3 / 2;
      text(margin_, y_, "⚠ " + warning, "start", size_, "#7a4f00", true);
    }
    table(texts_.shares);
    table(texts_.pensions);
    chart();
    foot();
    return out_ + "</svg>\n";
  }

 private:
  void text(int x, int y, const std::string& words, std::string_view anchor, int size, std::string_view colour,
            bool bold) {
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" font-size=\"{}\" fill=\"{}\"{}>{}</text>\n", x, y,
                        anchor, size, colour, bold ? " font-weight=\"600\"" : "", html(words));
  }
  void rect(int x, int y, int width, int height, std::string_view colour) {
    out_ +=
        fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n", x, y, width, height, colour);
  }
  void line(int x1, int y1, int x2, int y2) {
    out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"2\"/>\n", x1, y1,
                        x2, y2, grey);
  }

  void table(const LeafletTable& table) {
    const int columns = static_cast<int>(table.columns());
    const int wide = width_ - 2 * margin_;
    const auto left_of = [&](int column) { return margin_ + wide * column / columns; };
    const int line_height = size_ * 17 / 10;
    y_ += size_ * 2;
    text(margin_, y_, table.title, "start", size_ * 11 / 10, blue, true);
    y_ += size_ / 2;
    const int top = y_;
    rect(margin_, top, wide, line_height * 2, shade);
    int column = 0;
    for (const LeafletTable::Heading& heading : table.headings) {
      const int from = left_of(column), to = left_of(column + static_cast<int>(heading.columns()));
      const int small = size_ * 3 / 4;
      if (heading.heads.empty()) {
        // A letter is some six tenths of its size wide.
        const auto lines = broken(heading.text, static_cast<std::size_t>((to - from) * 10 / (small * 6)));
        for (std::size_t i = 0; i < lines.size(); ++i) {
          text(to - size_ / 4, top + small * 13 / 10 * (static_cast<int>(i) + 1), lines[i], "end", small, ink, true);
        }
      } else {
        text((from + to) / 2, top + small * 3 / 2, heading.text, "middle", small, ink, true);
        for (std::size_t i = 0; i < heading.heads.size(); ++i) {
          text(left_of(column + static_cast<int>(i) + 1) - size_ / 4, top + line_height + small * 3 / 2,
               heading.heads[i], "end", small, ink, true);
        }
        line(from, top, from, top + line_height * (2 + static_cast<int>(table.rows.size())));
      }
      column += static_cast<int>(heading.columns());
    }
    y_ = top + line_height * 2;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (row == table.marked) rect(margin_, y_, wide, line_height, marked);
      for (int i = 0; i < columns; ++i) {
        text(left_of(i + 1) - size_ / 4, y_ + line_height - size_ / 2, table.rows[row][static_cast<std::size_t>(i)],
             "end", size_, ink, i == 0 || row == table.marked);
      }
      y_ += line_height;
      line(margin_, y_, width_ - margin_, y_);
    }
  }

  // The chart is drawn in units of its own and scaled to the width.
  void chart() {
    constexpr int chart_width = 640, chart_height = 180;
    const int wide = width_ - 2 * margin_;
    y_ += size_ * 2;
    for (const std::string& caption : broken(texts_.chart_title, 95)) {
      text(margin_, y_, caption, "start", size_, ink, true);
      y_ += size_ * 3 / 2;
    }
    y_ -= size_ / 2;
    // Thousandths, so that the scale is a decimal that no computer rounds.
    const int scale = wide * 1000 / chart_width;
    out_ += fmt::format("<g transform=\"translate({} {}) scale({}.{:03})\" role=\"img\" aria-label=\"{}\">\n", margin_,
                        y_, scale / 1000, scale % 1000, html(texts_.chart_alternative));
    out_ += report::leaflet_chart(leaflet_, chart_width, chart_height, language_) + "</g>\n";
    y_ += chart_height * wide / chart_width + size_;
  }

  void foot() {
    line(margin_, y_, width_ - margin_, y_);
    const int small = size_ * 3 / 4;
    for (const std::string& paragraph : texts_.foot) {
      for (const std::string& one : broken(paragraph, 150)) {
        y_ += small * 13 / 10;
        text(margin_, y_, one, "start", small, "#33424d", false);
      }
    }
  }

  const Leaflet& leaflet_;
  Language language_;
  report::LeafletTexts texts_;
  int width_, height_, margin_, size_;
  int y_ = 0;
  std::string out_;
};

}  // namespace

std::string leaflet_svg(const BenefitRules& rules, const Leaflet& leaflet, Paper paper, Language language) {
  return Page{rules, leaflet, paper, language}.svg();
}

}  // namespace ansinh
