// What a law costs, as a table by year and group.
#include <array>

#include "ansinh/population_report.hpp"
#include "report/phrase.hpp"
#include "report/sums.hpp"

namespace ansinh {
namespace {

using report::bare_sum;
using report::Phrase;
using report::printed_count;
using report::say;
using report::wrapped_lines;

// A column of the table; one that is 0 throughout is left out where it may be.
struct Column {
  Phrase title;
  bool money;
  bool always;
  Int128 (*of)(const CostLine&);
};

constexpr std::array columns{
    Column{{"người", "persons"}, false, true, [](const CostLine& l) { return Int128{l.persons}; }},
    Column{{"được hỗ trợ", "supported"}, false, true, [](const CostLine& l) { return Int128{l.supported}; }},
    Column{{"hết 120 tháng", "120 used"}, false, false, [](const CostLine& l) { return Int128{l.run_out}; }},
    Column{{"nâng sàn", "raised"}, false, false, [](const CostLine& l) { return Int128{l.raised}; }},
    Column{{"hạ trần", "lowered"}, false, false, [](const CostLine& l) { return Int128{l.lowered}; }},
    Column{{"tháng hỗ trợ", "months"}, false, true, [](const CostLine& l) { return l.sums.supported_months; }},
    Column{{"tổng đóng", "contribution"}, true, true, [](const CostLine& l) { return l.sums.contribution; }},
    Column{{"Nhà nước", "State"}, true, true, [](const CostLine& l) { return l.sums.central_support; }},
    Column{{"tỉnh", "province"}, true, true, [](const CostLine& l) { return l.sums.province_top_up; }},
    Column{{"địa bàn", "locality"}, true, false, [](const CostLine& l) { return l.sums.locality_top_up; }},
    Column{{"tầng khác", "further"}, true, false, [](const CostLine& l) { return l.sums.further_top_up; }},
    Column{{"hỗ trợ khác", "others"}, true, false, [](const CostLine& l) { return l.sums.other_support; }},
    Column{{"người tham gia", "participants"}, true, true, [](const CostLine& l) { return l.sums.participant_share; }},
};

class Table {
 public:
  Table(const std::vector<CostLine>& lines, Language language) : language_{language} {
    for (const Column& column : columns) {
      bool shown = column.always;
      for (const CostLine& line : lines) shown = shown || column.of(line) != 0;
      if (shown) shown_.push_back(&column);
    }
    std::vector<std::string> titles{""};
    for (const Column* column : shown_) titles.emplace_back(column->title.in(language_));
    table_.row(std::move(titles));
  }

  void line(std::string what, const CostLine& line, bool persons_only = false) {
    std::vector<std::string> cells{std::move(what)};
    for (const Column* column : shown_) {
      const Int128 value = column->of(line);
      const bool count_of_a_year = !column->money && column != shown_.front() && column->of != columns[5].of;
      if (persons_only && count_of_a_year) {
        cells.emplace_back();
      } else {
        cells.push_back(column->money ? bare_sum(value) : printed_count(value, language_));
      }
    }
    table_.row(std::move(cells));
  }
  void rule() { table_.rule(); }
  [[nodiscard]] std::string text() const { return table_.text(); }

 private:
  Language language_;
  std::vector<const Column*> shown_;
  report::TextTable table_;
};

std::string percent(PublishedRate rate, Language language) {
  std::string text = rate.percent();
  if (language == Language::vi) {
    if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
  }
  return text + " %";
}

std::string between(const PersonsBetween& persons, Language language) {
  return printed_count(Int128{persons.least}, language) + "…" + printed_count(Int128{persons.most}, language);
}

std::string goal_text(const GoalCost& of, Language language) {
  const Growth& growth = of.growth;
  const auto count = [&](std::uint64_t persons) { return printed_count(Int128{persons}, language); };
  const std::uint64_t before = of.goal.workforce == 0 ? 0 : growth.participants.nearest - growth.added;
  std::string text =
      say(language, "{0}: chỉ tiêu {1} của {2} lao động là {3} người ({4} theo độ làm tròn của tỷ lệ)",
          "{0}: the goal of {1} of a workforce of {2} is {3} participants ({4} by the rounding of the rate)",
          of.goal.year, percent(growth.goal, language), count(of.goal.workforce), count(growth.participants.nearest),
          between(growth.participants, language));
  if (growth.reached()) {
    return text + say(language, "; đã đạt: hiện là {0}, không cần thêm ai.",
                      "; it is reached: now {0}, nobody more is needed.", percent(growth.present, language));
  }
  text += say(language, "; hiện có {0} người, là {1}; cần thêm {2} người.", "; now {0} are {1}; it takes {2} more.",
              count(before), percent(growth.present, language), count(growth.added));
  if (growth.added_by_rates) {
    text += say(language, " Nếu số lao động chỉ suy từ hai tỷ lệ đã làm tròn: {0} ({1}).",
                " Where the workforce is known by the two rounded rates alone: {0} ({1}).",
                count(growth.added_by_rates->nearest), between(*growth.added_by_rates, language));
  }
  return text;
}

std::string opening(const Cost& cost, Language language) {
  CostLine most;  // of any year
  for (int year = cost.first_year(); year <= cost.last_year(); ++year) {
    const CostLine line = cost.year(year);
    most.unsettled = std::max(most.unsettled, line.unsettled);
    most.local_unknown = std::max(most.local_unknown, line.local_unknown);
  }
  if (most.unsettled == 0 && most.local_unknown == 0) {
    return say(language, "Dự tính theo luật đã rà soát đến {0}; các tháng sau đó, luật có thể thay đổi.",
               "Projected by the law as verified on {0}; in the months after it the law may change.",
               printed(LawBook::verified_on(), language));
  }
  std::string text = say(language, "Chưa chắc chắn:", "Not settled:");
  if (most.unsettled > 0) {
    text += say(language, " {0} người có kết quả dựa trên điều chưa rõ hoặc chỉ là dự thảo",
                " of {0} persons the answer rests on what is not settled or a draft",
                printed_count(Int128{most.unsettled}, language));
  }
  if (most.local_unknown > 0) {
    text +=
        say(language, "{1} {0} người ở nơi chưa rõ luật địa phương", "{1} of {0} persons the local law is not known",
            printed_count(Int128{most.local_unknown}, language), most.unsettled > 0 ? ";" : "");
  }
  return text + say(language, " (số của năm nhiều nhất).", " (of the year with the most).");
}

}  // namespace

std::string cost_text(const Cost& cost, const std::vector<GoalCost>& goals, Language language) {
  const auto count = [&](std::uint64_t persons) { return printed_count(Int128{persons}, language); };
  const CostOptions& options = cost.options();
  std::string text = wrapped_lines(opening(cost, language), "");
  text += wrapped_lines(
      say(language, "Chi phí từ {0} đến {1}: {2} người{3}; luật {4}.", "Cost from {0} to {1}: {2} persons{3}; law {4}.",
          printed(options.from, language), printed(options.to, language), count(cost.persons()),
          cost.refused() == 0
              ? std::string{}
              : say(language, ", {} dòng bị từ chối không tính", "; refused and left out: {}", count(cost.refused())),
          cost.rules().book().digest()),
      "");
  text += '\n';

  std::vector<CostLine> lines;
  for (int year = cost.first_year(); year <= cost.last_year(); ++year) lines.push_back(cost.year(year));
  Table table{lines, language};
  for (int year = cost.first_year(); year <= cost.last_year(); ++year) {
    table.rule();
    for (const CostOfGroups& of : cost.groups(year)) {
      table.line(std::to_string(year) + "  " + printed(cost.rules().book(), of.groups, language), of.line);
    }
    table.line(std::to_string(year) + "  " + say(language, "cộng", "all"), cost.year(year));
  }
  if (cost.last_year() > cost.first_year()) {
    table.rule();
    table.line(say(language, "cả kỳ", "all years"), cost.total(), true);
  }
  text += say(language, "Tiền: đồng\n", "Amounts in đồng\n") + table.text();

  if (!goals.empty()) {
    text += '\n' + say(language, "Chỉ tiêu và người tham gia mới\n", "Goals and new participants\n");
    std::vector<CostLine> new_lines;
    for (const GoalCost& of : goals) {
      text += wrapped_lines(goal_text(of, language));
      new_lines.insert(new_lines.end(), of.years.begin(), of.years.end());
    }
    Table added{new_lines, language};
    CostLine all;
    for (const GoalCost& of : goals) {
      added.rule();
      for (std::size_t i = 0; i < of.years.size(); ++i) {
        const int year = cost.first_year() + static_cast<int>(i);
        if (year < of.goal.year) continue;
        added.line(say(language, "{0}  mới từ {1}", "{0}  new from {1}", year, of.goal.year), of.years[i], true);
        all.sums.add(of.years[i].sums);
      }
      all.persons += of.growth.added;
    }
    added.rule();
    added.line(say(language, "cả kỳ", "all years"), all, true);
    text += added.text();
  }

  text += '\n' + say(language, "Giả định (luật không nói)\n", "Assumed (no law says it)\n");
  for (const CostAssumption assumption : all_cost_assumptions) {
    if (assumption == CostAssumption::newcomers && goals.empty()) continue;
    text += wrapped_lines("- " + words(assumption, cost, language));
  }
  return text;
}

}  // namespace ansinh
