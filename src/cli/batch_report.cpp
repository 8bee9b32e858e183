#include "batch_report.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "progress.hpp"

namespace ansinh::cli {
namespace {

constexpr std::size_t longest_id = 64;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

// An id in a line of text: it cannot break the line or steer a terminal, and a very long one is cut.
std::string shown(std::string_view id) {
  std::string text;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const auto byte = static_cast<unsigned char>(id[i]);
    if (text.size() >= longest_id && (byte & 0xC0U) != 0x80U) return text + "…";
    const bool c1 = byte == 0xC2U && i + 1 < id.size() && static_cast<unsigned char>(id[i + 1]) < 0xA0U;
    if (byte < 0x20U || byte == 0x7FU || c1) {
      text += replacement;
      if (c1) ++i;
    } else {
      text += id[i];
    }
  }
  return text;
}

std::string json_string(std::string_view text) {
  static constexpr std::string_view hex = "0123456789abcdef";
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (byte < 0x20U) {
      quoted += "\\u00";
      quoted += hex[byte >> 4U];
      quoted += hex[byte & 15U];
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

// A sum beyond 64 bit in the Vietnamese convention, as printed(Money) writes smaller ones.
std::string dong(Int128 amount) {
  std::string digits;
  const bool negative = amount < 0;
  if (negative) amount = -amount;
  int count = 0;
  do {
    if (count > 0 && count % 3 == 0) digits += '.';
    digits += static_cast<char>('0' + static_cast<int>(amount % 10));
    amount /= 10;
    ++count;
  } while (amount > 0);
  if (negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits + " đ";
}

std::string choose(Language language, std::string_view vi, std::string_view en) {
  return std::string{language == Language::vi ? vi : en};
}

}  // namespace

std::string refusal_json(const Rules& rules, const Refusal& refusal, RowPosition at, Language language) {
  std::string line = "{\"row\":" + std::to_string(at.row) + ",\"line\":" + std::to_string(at.line) +
                     (refusal.column > 0 ? ",\"column\":" + std::to_string(refusal.column) : std::string{}) +
                     ",\"id\":" + json_string(refusal.id) + ",\"field\":" + json_string(name(refusal.fault.field)) +
                     ',';
  return line.append(fault_json(rules, refusal.fault, language), 1);
}

std::string refusal_text(const Rules& rules, const Refusal& refusal, RowPosition at, Language language) {
  std::string line = choose(language, "dòng ", "row ") + std::to_string(at.row);
  line += choose(language, " (tệp: ", " (file: ") + std::to_string(at.line);
  if (refusal.column > 0) line += choose(language, ", cột ", ", column ") + std::to_string(refusal.column);
  line += ')';
  if (!refusal.id.empty()) line += ", id " + shown(refusal.id);
  line += ": ";
  line += name(refusal.fault.code);
  line += ": ";
  return line + fault_message(rules, refusal.fault, language) + '\n';
}

bool row_is_lost(const Refusal& refusal) {
  const Hint hint = refusal.fault.hint;
  return refusal.fault.field == Field::row &&
         (hint == Hint::nul_byte || hint == Hint::invalid_utf8 || hint == Hint::too_long);
}

std::string listed_twice_text(const ListedRow& row, RowPosition at, ListedTwice::Place first, Language language) {
  std::string line = choose(language, "dòng ", "row ") + std::to_string(at.row);
  line += choose(language, " (tệp: ", " (file: ") + std::to_string(at.line);
  if (row.number_column > 0) line += choose(language, ", cột ", ", column ") + std::to_string(row.number_column);
  line += "): ";
  line += choose(language, "cảnh báo: người tham gia ", "warning: participant ") + shown(row.number);
  line += choose(language, " đã có cùng tháng ", " is listed for the same month ");
  line += printed(row.first_month, language);
  line += choose(language, " ở dòng ", " in row ") + std::to_string(first.row);
  return line + choose(language, " (tệp: ", " (file: ") + std::to_string(first.line) + ")\n";
}

std::string listed_twice_json(const ListedRow& row, RowPosition at, ListedTwice::Place first) {
  return "{\"warning\":\"listed_twice\",\"row\":" + std::to_string(at.row) + ",\"line\":" + std::to_string(at.line) +
         ",\"column\":" + std::to_string(row.number_column) + ",\"id\":" + json_string(row.number) +
         ",\"first_month\":" + json_string(row.first_month.text()) + ",\"first_row\":" + std::to_string(first.row) +
         ",\"first_line\":" + std::to_string(first.line) + "}\n";
}

std::string listed_twice_stopped_text(ListedTwice::Place at, Language language) {
  const std::string kept = grouped(ListedTwice::max_kept, language);
  std::string line = choose(language, "cảnh báo: từ dòng ", "warning: from row ") + std::to_string(at.row);
  line += choose(language, " (tệp: ", " (file: ") + std::to_string(at.line);
  line += choose(language, ") chỉ còn tìm người trùng trong ", ") on, only repetitions of the first ") + kept;
  return line + choose(language, " người và tháng đầu tiên của danh sách\n", " participants and months are found\n");
}

std::string listed_twice_stopped_json(ListedTwice::Place at) {
  return "{\"warning\":\"listed_twice_stopped\",\"row\":" + std::to_string(at.row) +
         ",\"line\":" + std::to_string(at.line) + "}\n";
}

std::string local_without_place_text(std::uint64_t rows, Language language) {
  std::string line = choose(language, "cảnh báo: ", "warning: ") + grouped(rows, language);
  line += choose(language, " dòng ghi tiền địa phương hỗ trợ mà không khai nơi cư trú, nên đối chiếu với 0; khai bằng ",
                 rows == 1 ? " row states local money but has no place, so it is compared with 0; give "
                           : " rows state local money but have no place, so it is compared with 0; give ");
  line += choose(language, "--province (hoặc --former-province, --locality) hay bằng cột province, former_province, ",
                 "--province (or --former-province, --locality), or a column province, former_province or ");
  return line + "locality\n";
}

std::string local_without_place_json(std::uint64_t rows) {
  return "{\"warning\":\"local_without_place\",\"rows\":" + std::to_string(rows) + "}\n";
}

std::string checks_text(const Totals& totals, Language language) {
  std::string text =
      choose(language, "Đối chiếu với luật: ", "Compared with the law: ") +
      grouped(totals.all().check_disagreements, language) +
      choose(language, " dòng ghi khác\n",
             totals.all().check_disagreements == 1 ? " row states something else\n" : " rows state something else\n");
  for (std::size_t i = 0; i < checked_count; ++i) {
    const CheckTally& check = totals.checks()[i];
    if (check.rows == 0) continue;
    text += "  ";
    text += name(static_cast<Checked>(i));
    text += ": " + grouped(check.rows, language) + choose(language, " dòng", check.rows == 1 ? " row" : " rows");
    if (check.difference != 0) {
      text += choose(language, ", ghi lệch tổng cộng ", ", stated less right ") + (check.difference > 0 ? "+" : "") +
              dong(check.difference);
    }
    text += '\n';
  }
  return text;
}

std::string counts_text(const Tally& tally, Language language) {
  const std::uint64_t priced = tally.count(Errc::ok);
  std::string text = grouped(tally.rows, language) + choose(language, " dòng: ", " rows: ") +
                     grouped(priced, language) + choose(language, " tính được, ", " priced, ") +
                     grouped(tally.rows - priced, language) + choose(language, " bị từ chối\n", " refused\n");
  for (const Errc reason : {Errc::invalid_argument, Errc::day_outside_law, Errc::term_not_allowed,
                            Errc::income_below_floor, Errc::income_above_ceiling, Errc::income_off_step,
                            Errc::payment_late, Errc::value_not_published, Errc::not_settled, Errc::does_not_fit}) {
    if (tally.count(reason) == 0) continue;
    text += "  " + grouped(tally.count(reason), language) + ' ';
    text += name(reason);
    text += " (";
    text += words(reason, language);
    text += ")\n";
  }
  return text;
}

std::string sums_text(const Tally& tally, Language language) {
  std::string text;
  const auto line = [&](std::string_view vi, std::string_view en, Int128 amount) {
    text += choose(language, vi, en) + ": " + dong(amount) + '\n';
  };
  line("Tổng tiền đóng", "Contributions", tally.contribution);
  line("  Nhà nước hỗ trợ", "  State support", tally.central_support);
  line("  Địa phương hỗ trợ", "  Local top-ups", tally.local_top_up);
  line("  Hỗ trợ khác", "  Other support", tally.other_support);
  line("  Người tham gia đóng", "  Participants' share", tally.participant_share);
  return text;
}

// Faults that a D05-TS has in its number row, somewhere below the first line.
static bool of_form(HeaderFault::Kind kind) {
  using Kind = HeaderFault::Kind;
  return kind == Kind::no_number_row || kind == Kind::merged_cell || kind == Kind::moved_column ||
         kind == Kind::older_form;
}

std::string header_fault_text(const HeaderFault& fault, Language language) {
  using Kind = HeaderFault::Kind;
  const auto said = [&](std::string_view vi, std::string_view en) {
    std::string text = choose(language, "dòng tiêu đề: ", "header: ") + choose(language, vi, en);
    if (!fault.column.empty()) text += ": " + shown(fault.column);
    if (fault.line > 0 && of_form(fault.kind)) {
      text += choose(language, " (dòng ", " (line ") + std::to_string(fault.line) + ')';
    }
    if (fault.position > 0) {
      text += choose(language, " (cột ", " (column ") + std::to_string(fault.position) + ')';
    }
    return text;
  };
  switch (fault.kind) {
    case Kind::empty: return said("không có", "there is none");
    case Kind::open_quote: return said("dấu ngoặc kép chưa đóng", "a quote is left open");
    case Kind::malformed: return said("có chữ sau dấu ngoặc kép đóng", "text after a closing quote");
    case Kind::nul_byte: return said("có byte NUL", "holds a NUL byte");
    case Kind::invalid_utf8: return said("không phải UTF-8", "is not UTF-8");
    case Kind::too_long: return said("dài quá 16 MiB", "is longer than 16 MiB");
    case Kind::too_many_columns: return said("quá nhiều cột", "too many columns");
    case Kind::duplicate_column: return said("tên cột lặp lại", "a column's name occurs twice");
    case Kind::reserved_column:
      return said("tên cột trùng với cột kết quả", "a column is named like one of the output");
    case Kind::missing_column: return said("thiếu cột bắt buộc", "a required column is missing");
    case Kind::unknown_by_column: return said("không có cột để cộng theo", "no such column to total by");
    case Kind::no_number_row:
      return said("mẫu D05-TS thiếu dòng số thứ tự cột (A, B, 1, 2 …)",
                  "a D05-TS without its number row (A, B, 1, 2 ...)");
    case Kind::merged_cell:
      return said("dòng số thứ tự cột của mẫu D05-TS thiếu một ô, có lẽ vì gộp ô; cần có",
                  "the number row of the D05-TS lacks a cell, perhaps merged; it must be");
    case Kind::moved_column:
      return said("dòng số thứ tự cột của mẫu D05-TS không đúng thứ tự; ở đây cần có",
                  "the number row of the D05-TS is not in order; here must be");
    case Kind::older_form:
      return said("mẫu D05-TS của Quyết định 595/QĐ-BHXH (2017) không đọc được; cần mẫu 2023 hoặc 2026",
                  "the D05-TS of Decision 595/QĐ-BHXH (2017) is not read; take the form of 2023 or 2026");
  }
  return {};
}

}  // namespace ansinh::cli
