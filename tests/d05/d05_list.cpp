#include "d05_list.hpp"

#include "plain_csv.hpp"

namespace d05 {

std::string row(const std::vector<std::string>& cells) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) text += (i > 0 ? ";" : "") + cells[i];
  return text + "\r\n";
}

std::string row(const Row2026& c) {
  std::vector<std::string> cells{
      "1",     "Lò Thị Chi", c.number,     "02/09/1985", c.from,       c.months, c.income,  c.contribution,
      c.share, c.rate,       c.local_rate, c.local,      c.other_rate, c.other,  "Điện tử", "Đóng tiếp",
      ""};
  cells.insert(cells.end(), c.more.begin(), c.more.end());
  return row(cells);
}

namespace {

std::string head(std::vector<std::string> labels, const std::vector<std::string>& more) {
  labels.insert(labels.end(), more.begin(), more.end());
  const std::string empty(labels.size() - 1, ';');
  std::string text = "\xEF\xBB\xBF";
  text += "Mẫu D05-TS" + empty + "\r\n";
  text += "Tên tổ chức: \"Bưu điện\"" + empty + "\r\n";
  text += empty + "\r\n";
  text += "STT;Họ và tên;\"Mã số\nBHXH\"" + empty.substr(2) + "\r\n";
  return text + row(labels);
}

}  // namespace

std::string head_2026(const std::vector<std::string>& more) {
  return head({"A", "B", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"}, more);
}

std::string head_2023() {
  return head(
      {"A", "B", "C", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17"}, {});
}

std::vector<std::map<std::string, std::string>> answers(const run::Outcome& outcome) {
  const plain::Csv header = plain::read_csv(outcome.header, outcome.delimiter);
  const plain::Csv rows = plain::read_csv(outcome.rows, outcome.delimiter);
  std::vector<std::map<std::string, std::string>> all;
  for (const auto& row : rows.rows) {
    auto& answer = all.emplace_back();
    for (std::size_t i = 0; i < row.cells.size() && i < header.rows[0].cells.size(); ++i) {
      answer[header.rows[0].cells[i]] = row.cells[i];
    }
  }
  return all;
}

}  // namespace d05
