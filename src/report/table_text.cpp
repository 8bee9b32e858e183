// The contribution table for a screen or a printer of 100 columns: one block a term, one line a level.
#include <algorithm>
#include <string>
#include <vector>

#include "report/escape.hpp"
#include "report/phrase.hpp"
#include "report/table_cells.hpp"

namespace ansinh::report {
namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t income_width = 13;
constexpr std::size_t amount_width = 14;

// An amount without its unit, which the head of the block says once.
std::string bare(Money amount) {
  std::string text = printed(amount);
  text.resize(text.size() - std::string_view{" đ"}.size());
  return text;
}

// A text broken between words into lines of a width.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find(' ', at);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    std::string& line = lines.back();
    if (!line.empty() && width(line) + 1 + width(word) > columns) {
      lines.emplace_back(word);
    } else {
      if (!line.empty()) line += ' ';
      line += word;
    }
  }
  return lines;
}

std::string paragraph(std::string_view text) {
  std::string out;
  bool first = true;
  for (const std::string& line : wrapped(text, line_width - 2)) {
    out += (std::exchange(first, false) ? "" : "  ") + line + "\n";
  }
  return out;
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

// The titles over the columns, each broken to fit, the last lines level with each other.
std::string heading(const LawBook& book, Language language) {
  std::vector<std::vector<std::string>> titles{
      wrapped(say(language, "Thu nhập / tháng", "Income / month"), income_width - 1),
      wrapped(say(language, "Mức đóng", "Contribution"), amount_width - 1)};
  for (std::size_t group = 0; group < table_groups.size(); ++group) {
    titles.push_back(wrapped(column_title(book, group, language), amount_width - 1));
  }
  std::size_t height = 0;
  for (const auto& title : titles) height = std::max(height, title.size());
  std::string text;
  for (std::size_t line = 0; line < height; ++line) {
    std::string row;
    for (std::size_t column = 0; column < titles.size(); ++column) {
      const auto& title = titles[column];
      const std::size_t empty = height - title.size();
      row += padded_left(line < empty ? "" : title[line - empty], column == 0 ? income_width : amount_width);
    }
    text += trimmed(row);
  }
  return text;
}

// What is given on every level alike, once over the levels.
std::string support_line(const Table& table, std::size_t term, std::string_view title, Money Assessment::*amount,
                         bool even_if_nothing) {
  std::string row = padded_right(title, income_width + amount_width);
  bool any = even_if_nothing;
  for (std::size_t group = 0; group < table_groups.size(); ++group) {
    const auto same = common(table, term, group, amount);
    any = any || !same || *same != Money{};
    row += padded_left(same ? bare(*same) : "*", amount_width);
  }
  return any ? trimmed(row) : std::string{};
}

}  // namespace

std::string table_as_text(const Rules& rules, const Table& table, Language language) {
  std::string text = std::string{table_title(language)} + "\n";
  for (const std::string& line : table_head(rules, table, language)) text += paragraph(line);
  const std::string rule(income_width + amount_width * (1 + table_groups.size()), '-');
  bool differs = false;
  for (std::size_t term = 0; term < table.terms.size(); ++term) {
    const std::string name = printed(table.terms[term], language);
    text += "\n" +
            say(language, "KỲ ĐÓNG {0} (đồng): mức đóng và số tiền người tham gia đóng",
                "PAYMENT OF {0} (đồng): contribution and participant's share", name) +
            "\n";
    text += heading(rules.book(), language) + rule + "\n";
    text += support_line(table, term, say(language, "Nhà nước hỗ trợ", "State support"), &Assessment::central_support,
                         true);
    text += support_line(table, term, say(language, "Địa phương hỗ trợ thêm", "Local top-up"),
                         &Assessment::local_top_up, false);
    text += rule + "\n";
    for (std::size_t level = 0; level < table.levels(); ++level) {
      std::string row = padded_left(bare(table.income(level)), income_width) +
                        padded_left(bare(table.cell(term, level, 0).contribution), amount_width);
      for (std::size_t group = 0; group < table_groups.size(); ++group) {
        row += padded_left(bare(table.cell(term, level, group).participant_share), amount_width);
      }
      text += row + "\n";
    }
    for (std::size_t group = 0; group < table_groups.size(); ++group) {
      differs = differs || !common(table, term, group, &Assessment::central_support) ||
                !common(table, term, group, &Assessment::local_top_up);
    }
  }
  text += "\n";
  if (differs) {
    text += say(language, "* Tùy mức thu nhập; xem định dạng csv.\n", "* Depends on the income; see the format csv.\n");
  }
  for (const std::string& line : table_foot(rules, table, language)) text += paragraph(line);
  return text;
}

}  // namespace ansinh::report
