// What a law costs, as a chart for a report: SVG written by hand. The charting libraries of Debian (PLplot, MathGL)
// draw by devices of their own with fonts and graphics behind them, for what are some rectangles and lines of text
// here.
#include <array>

#include "ansinh/population_report.hpp"
#include "report/escape.hpp"
#include "report/phrase.hpp"
#include "report/sums.hpp"

namespace ansinh {
namespace {

using report::html;
using report::Phrase;
using report::printed_count;
using report::say;

// Whole pixels.
constexpr int width = 960, height = 600;
constexpr int left = 96, right = 936, top = 132, bottom = 440;

struct Part {
  Phrase title;
  std::string_view colour;
  Int128 (*of)(const CostSums&);
};

// From the axis upwards; colours that are told apart in grey and by the colour-blind (Okabe and Ito).
constexpr std::array parts{
    Part{{"Nhà nước", "State"}, "#0072b2", [](const CostSums& s) { return s.central_support; }},
    Part{{"Tỉnh và địa bàn", "Province and locality"}, "#e69f00", [](const CostSums& s) { return s.local_top_up(); }},
    Part{{"Hỗ trợ khác", "Others"}, "#009e73", [](const CostSums& s) { return s.other_support; }},
    Part{{"Người tham gia", "Participants"}, "#a6b1bd", [](const CostSums& s) { return s.participant_share; }},
};

// The unit in which amounts of that size are read.
struct Unit {
  Int128 dong;
  Phrase name;
};
Unit unit_for(Int128 most) {
  if (most >= Int128{10'000'000'000'000}) return {1'000'000'000'000, {"nghìn tỷ đồng", "trillion đồng"}};
  if (most >= 10'000'000'000) return {1'000'000'000, {"tỷ đồng", "billion đồng"}};
  if (most >= 10'000'000) return {1'000'000, {"triệu đồng", "million đồng"}};
  return {1, {"đồng", "đồng"}};
}

// In units with one decimal, to the nearest.
std::string in_units(Int128 amount, const Unit& unit, Language language) {
  if (unit.dong == 1) return printed_count(amount, language);
  const Int128 tenths = (amount * 20 + unit.dong) / (unit.dong * 2);
  return printed_count(tenths / 10, language) + (language == Language::vi ? "," : ".") + sum_text(tenths % 10);
}

// The step of the axis: 1, 2 or 5 times a power of ten, so that there are at most six of them.
Int128 step_for(Int128 most) {
  Int128 step = 1;
  while (true) {
    for (const int times : {1, 2, 5}) {
      if (step * times * 6 >= most) return step * times;
    }
    step *= 10;
  }
}

class Chart {
 public:
  Chart(const Cost& cost, const std::vector<GoalCost>& goals, Language language) : cost_{cost}, language_{language} {
    for (int year = cost.first_year(); year <= cost.last_year(); ++year) {
      present_.push_back(cost.year(year));
      CostLine added;
      for (const GoalCost& of : goals) added.add(of.years[present_.size() - 1]);
      added_.push_back(added);
      most_ = std::max(most_, present_.back().sums.contribution + added.sums.contribution);
      any_added_ = any_added_ || added.sums.contribution > 0;
    }
    step_ = step_for(std::max<Int128>(most_, 1));
    ceiling_ = (std::max<Int128>(most_, 1) + step_ - 1) / step_ * step_;
    unit_ = unit_for(most_);
  }

  std::string svg(std::string_view title) {
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
        "font-family=\"'Noto Sans','DejaVu Sans',Arial,sans-serif\" font-size=\"13\" fill=\"#222\">\n"
        "<title>{2}</title>\n"
        "<defs>",
        width, height, html(title));
    for (std::size_t i = 0; i < parts.size(); ++i) {
      out_ += fmt::format(
          "<pattern id=\"new{0}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" "
          "patternTransform=\"rotate(45)\"><rect width=\"8\" height=\"8\" fill=\"#fff\"/><rect width=\"4\" "
          "height=\"8\" "
          "fill=\"{1}\"/></pattern>",
          i, parts[i].colour);
    }
    out_ += fmt::format("</defs>\n<rect width=\"{}\" height=\"{}\" fill=\"#fff\"/>\n", width, height);
    text(24, 36, "start", title, "font-size=\"20\" font-weight=\"bold\"");
    text(24, 60, "start",
         say(language_, "{0} đến {1} · {2} người · luật {3}", "{0} to {1} · {2} persons · law {3}",
             printed(cost_.options().from, language_), printed(cost_.options().to, language_),
             printed_count(Int128{cost_.persons()}, language_), cost_.rules().book().digest()),
         "fill=\"#555\"");
    legend();
    axis();
    for (std::size_t i = 0; i < present_.size(); ++i) bar(i);
    foot();
    return out_ + "</svg>\n";
  }

 private:
  void text(int x, int y, std::string_view anchor, std::string_view content, std::string_view more = {}) {
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" {}>{}</text>\n", x, y, anchor, more, html(content));
  }
  void box(int x, int y, int w, int h, std::string_view fill) {
    out_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n", x, y, w, h, fill);
  }

  [[nodiscard]] bool shown(const Part& part) const {
    for (std::size_t i = 0; i < present_.size(); ++i) {
      if (part.of(present_[i].sums) + part.of(added_[i].sums) != 0) return true;
    }
    return false;
  }

  void legend() {
    int x = 24;
    for (const Part& part : parts) {
      if (!shown(part)) continue;
      box(x, 78, 14, 14, part.colour);
      const std::string_view title = part.title.in(language_);
      text(x + 20, 90, "start", title);
      x += 44 + 8 * static_cast<int>(report::width(title));
    }
    if (any_added_) {
      box(x, 78, 14, 14, "url(#new0)");
      text(x + 20, 90, "start",
           say(language_, "gạch chéo: người tham gia mới theo chỉ tiêu", "hatched: new participants by the goals"));
    }
  }

  // How high an amount stands over the axis, to the nearest pixel.
  [[nodiscard]] int pixels(Int128 amount) const {
    return static_cast<int>((amount * (bottom - top) * 2 + ceiling_) / (ceiling_ * 2));
  }

  void axis() {
    for (Int128 at = 0; at <= ceiling_; at += step_) {
      const int y = bottom - pixels(at);
      out_ += fmt::format("<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" stroke=\"{}\"/>\n", left, right, y, y,
                          at == 0 ? "#222" : "#ddd");
      text(left - 8, y + 4, "end",
           step_ % unit_.dong == 0 ? printed_count(at / unit_.dong, language_) : in_units(at, unit_, language_),
           "fill=\"#555\"");
    }
    text(left - 8, top - 14, "end", unit_.name.in(language_), "fill=\"#555\" font-size=\"11\"");
  }

  [[nodiscard]] int band() const { return (right - left) / static_cast<int>(present_.size()); }
  [[nodiscard]] int middle(std::size_t year) const { return left + band() * static_cast<int>(year) + band() / 2; }

  void bar(std::size_t year) {
    const int wide = std::min(band() * 6 / 10, 130);
    const int x = middle(year) - wide / 2;
    // Each end is rounded by itself, so that the parts stand on each other without a gap.
    Int128 below = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (const bool added : {false, true}) {
        const Int128 amount = parts[i].of(added ? added_[year].sums : present_[year].sums);
        if (amount <= 0) continue;
        const int from = pixels(below), to = pixels(below + amount);
        below += amount;
        if (to == from) continue;
        box(x, bottom - to, wide, to - from, added ? fmt::format("url(#new{})", i) : std::string{parts[i].colour});
        const bool fits = to - from >= 18 && wide >= 56;
        if (fits && !added) {
          text(middle(year), bottom - (from + to) / 2 + 4, "middle", in_units(amount, unit_, language_),
               i == 0 ? "fill=\"#fff\" font-size=\"12\"" : "font-size=\"12\"");
        }
      }
    }
    if (band() >= 40) {
      text(middle(year), bottom - pixels(below) - 7, "middle", in_units(below, unit_, language_),
           "font-weight=\"bold\"");
    }
    if (band() >= 40 || year % 2 == 0) {
      text(middle(year), bottom + 20, "middle", std::to_string(cost_.first_year() + static_cast<int>(year)),
           "font-weight=\"bold\"");
    }
  }

  void row(int y, const Phrase& title, const std::vector<std::string>& cells) {
    text(24, y, "start", title.in(language_), "fill=\"#555\" font-size=\"11\"");
    for (std::size_t i = 0; i < cells.size(); ++i) text(middle(i), y, "middle", cells[i], "font-size=\"12\"");
  }

  void foot() {
    int y = bottom + 48;
    if (band() >= 56) {
      std::vector<std::string> supported, persons;
      for (std::size_t i = 0; i < present_.size(); ++i) {
        supported.push_back(printed_count(Int128{present_[i].supported}, language_));
        persons.push_back(printed_count(Int128{added_[i].persons}, language_));
      }
      row(y, {"Được hỗ trợ", "Supported"}, supported);
      if (any_added_) row(y += 22, {"Mới", "New"}, persons);
      y += 28;
    }
    const auto note = [&](const std::string& sentence) {
      text(24, y, "start", sentence, "fill=\"#555\" font-size=\"11\"");
      y += 17;
    };
    note(say(language_, "Dự tính, không phải quyết toán: mọi người đóng tiếp như danh sách, tiền tính vào năm đóng.",
             "A projection, no account: everyone goes on paying as listed; money stands in the year of payment."));
    std::uint64_t raised = 0, open = 0;
    for (const CostLine& line : present_) {
      raised = std::max(raised, line.raised);
      open = std::max({open, line.unsettled, line.local_unknown});
    }
    if (open > 0) {
      note(say(language_, "{} người có kết quả dựa trên điều chưa rõ hoặc chỉ là dự thảo.",
               "Persons whose answer rests on what is not settled or a draft: {}.",
               printed_count(Int128{open}, language_)));
    }
    if (raised > 0) {
      note(say(language_, "{} người có mức thu nhập thấp hơn mức sàn mới được tính theo mức sàn (giả định).",
               "Persons whose income lies below the new floor, who pay the floor (assumed): {}.",
               printed_count(Int128{raised}, language_)));
    }
    if (cost_.refused() > 0) {
      note(say(language_, "{} dòng bị từ chối, không có trong biểu đồ.",
               "Rows that were refused and are not in the chart: {}.",
               printed_count(Int128{cost_.refused()}, language_)));
    }
  }

  const Cost& cost_;
  Language language_;
  std::vector<CostLine> present_, added_;
  Int128 most_ = 0, step_ = 1, ceiling_ = 1;
  Unit unit_{1, {}};
  bool any_added_ = false;
  std::string out_;
};

}  // namespace

std::string cost_chart(const Cost& cost, const std::vector<GoalCost>& goals, std::string_view title,
                       Language language) {
  return Chart{cost, goals, language}.svg(title);
}

}  // namespace ansinh
