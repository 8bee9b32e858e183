#include "lists/d05_write.hpp"

#include <array>

#include "lists/csv_text.hpp"
#include "lists/d05_form.hpp"
#include "lists/support_rates.hpp"

namespace ansinh::lists {
namespace {

// What the form cannot carry, in the order in which it is written.
constexpr std::array written_fields{Field::paid_on,           Field::term,
                                    Field::fund_return_rate,  Field::groups,
                                    Field::province,          Field::former_province,
                                    Field::locality,          Field::months_supported,
                                    Field::local_months_used, Field::th_support};

// Headings of the form of Decision 366/QD-BHXH, in two rows where a heading is parted.
struct Heading {
  std::string_view upper, lower;
};
constexpr std::array<Heading, d05_columns> headings{
    Heading{"STT", ""},
    Heading{"Họ và tên", ""},
    Heading{"Mã số BHXH", ""},
    Heading{"Ngày/tháng/năm sinh", ""},
    Heading{"Phương thức đóng", "Từ tháng/năm"},
    Heading{"", "Số tháng"},
    Heading{"Mức thu nhập tháng đóng BHXH", ""},
    Heading{"Số tiền phải đóng theo quy định", ""},
    Heading{"Trong đó: Người tham gia đóng", ""},
    Heading{"Hỗ trợ", "Tỷ lệ NSNN hỗ trợ theo quy định (%)"},
    Heading{"", "NSNN hỗ trợ thêm - Tỷ lệ (%)"},
    Heading{"", "NSNN hỗ trợ thêm - Số tiền"},
    Heading{"", "Hỗ trợ khác - Tỷ lệ (%)"},
    Heading{"", "Hỗ trợ khác - Số tiền"},
    Heading{"Hình thức nhận kết quả", ""},
    Heading{"Loại tăng, giảm, điều chỉnh", ""},
    Heading{"Ghi chú", ""},
};
constexpr std::array<std::string_view, 6> head_block{
    "Tên tổ chức:", "Mã tổ chức:", "Họ và tên nhân viên thu:", "Mã nhân viên thu:", "Số:", "Ngày:"};
constexpr std::string_view line_end = "\r\n";
constexpr std::size_t no_cells_before = 0;

class RowWriter {
 public:
  explicit RowWriter(std::string& out, std::size_t cells) : out_{out}, cells_{cells} {}
  void cell(std::string_view content) {
    if (cells_++ > 0) out_ += d05_delimiter;
    append_cell(out_, content, d05_delimiter);
  }
  void amount(Money amount) { cell(std::to_string(amount.dong())); }
  void amount_or_empty(Money amount) { cell(amount == Money{} ? std::string{} : std::to_string(amount.dong())); }
  void end(std::size_t columns) {
    while (cells_ < columns) cell({});
    out_ += line_end;
  }

 private:
  std::string& out_;
  std::size_t cells_;  // written so far
};

std::size_t all_columns(bool batch_columns) { return d05_columns + (batch_columns ? written_fields.size() : 0); }

std::string month_text(Month month) {
  const std::string number = std::to_string(month.month());
  return (number.size() < 2 ? "0" : "") + number + '/' + std::to_string(month.year());
}

}  // namespace

std::string d05_head(bool batch_columns) {
  const std::size_t columns = all_columns(batch_columns);
  std::string head = "\xEF\xBB\xBF";
  const auto row = [&](const auto& cells) {
    RowWriter writer{head, no_cells_before};
    for (const auto& cell : cells) writer.cell(cell);
    writer.end(columns);
  };
  row(std::array<std::string_view, 1>{"Mẫu D05-TS (Quyết định 366/QĐ-BHXH ngày 29/4/2026)"});
  for (std::size_t i = 0; i < head_block.size(); i += 2) {
    row(std::array<std::string_view, 7>{head_block[i], "", "", "", "", "", head_block[i + 1]});
  }
  std::array<std::string_view, d05_columns> upper, lower;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    upper[i] = headings[i].upper;
    lower[i] = headings[i].lower;
  }
  row(upper);
  row(lower);
  std::vector<std::string_view> labels{form_2026().labels.begin(), form_2026().labels.end()};
  if (batch_columns) {
    for (const Field field : written_fields) labels.push_back(name(field));
  }
  row(labels);
  return head;
}

void append_d05_row(std::string& out, const LawBook& book, const Person& person, const Request& request,
                    const RequestCells& given, const Assessment& answer, bool batch_columns) {
  RowWriter row{out, 1};
  row.cell(person.name);
  row.cell(person.number);
  row.cell(person.birth_date);
  row.cell(month_text(request.first_month.value_or(request.paid_on.month())));
  row.cell(std::to_string(answer.months));
  row.amount(request.income);
  row.amount(answer.contribution);
  row.amount(answer.participant_share);
  row.cell(answer.supported_months > 0 ? percent(state_rate(book, request.groups, request.paid_on).rate) : "0");

  // A rate is shown where the form's own formula makes the amount of it; else the sum stands alone.
  const auto rate = local_rate(book, request, answer);
  const bool rate_shown =
      rate && !rate->is_zero() && share_of_floor(book, *rate, request.paid_on, answer.months) == answer.local_top_up;
  row.cell(rate_shown ? percent(*rate) : std::string{});
  // What is not known is not written as nothing.
  if (answer.flags.has(Flag::local_unknown)) {
    row.amount_or_empty(answer.local_top_up);
  } else {
    row.amount(answer.local_top_up);
  }
  row.cell({});
  row.amount_or_empty(answer.other_support);
  row.cell(person.result_form);
  row.cell(person.kind);
  row.cell(person.note);
  if (batch_columns) {
    for (const Field field : written_fields) {
      const std::string_view text = given[field];
      // The form's rate of 0 means 120 months; the column says how many they really are.
      row.cell(field == Field::months_supported && text.empty() ? std::string_view{"0"} : text);
    }
  }
  row.end(all_columns(batch_columns));
}

std::string d05_foot(const Tally& tally, bool batch_columns) {
  std::string foot;
  RowWriter row{foot, no_cells_before};
  const std::array<std::string, 14> cells{"",
                                          "Cộng",
                                          "",
                                          "",
                                          "",
                                          "",
                                          "",
                                          sum_text(tally.contribution),
                                          sum_text(tally.participant_share),
                                          "",
                                          "",
                                          sum_text(tally.local_top_up),
                                          "",
                                          sum_text(tally.other_support)};
  for (const std::string& cell : cells) row.cell(cell);
  row.end(all_columns(batch_columns));
  return foot;
}

}  // namespace ansinh::lists
