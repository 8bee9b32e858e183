// A contribution record as CSV.
#include <algorithm>
#include <array>
#include <functional>

#include "ansinh/benefit_list.hpp"
#include "lists/benefit_fields.hpp"
#include "lists/cell.hpp"
#include "lists/column_name.hpp"
#include "lists/csv_row.hpp"
#include "lists/csv_text.hpp"
#include "lists/fields.hpp"
#include "lists/utf8.hpp"

namespace ansinh {
namespace {

enum RecordColumn : std::size_t { from, months, income, scheme, kind, paid_on, groups, central_support, column_count };
constexpr std::array<std::string_view, column_count> record_columns{"from", "months",  "income", "scheme",
                                                                    "kind", "paid_on", "groups", "central_support"};
constexpr std::array required{from, months, income};
constexpr std::size_t most_record_cells = 64;
constexpr std::size_t most_spans = 10'000;

Fault of_row(Hint hint, std::size_t given, std::size_t limit) {
  Fault fault = lists::fault_of(Field::row, hint, {});
  fault.given = Datum::count(static_cast<std::int64_t>(given));
  fault.limit = Datum::count(static_cast<std::int64_t>(limit));
  return fault;
}

std::optional<Fault> read_scheme(std::string_view text, Scheme& into) {
  if (text.empty() || text == name(Scheme::voluntary)) return std::nullopt;
  if (text != name(Scheme::compulsory)) return lists::fault_of(Field::scheme, Hint::unknown_name, text);
  into = Scheme::compulsory;
  return std::nullopt;
}

std::optional<Fault> read_kind(std::string_view text, SpanKind& into) {
  if (text.empty()) return std::nullopt;
  for (const SpanKind one : all_span_kinds) {
    if (text != name(one)) continue;
    into = one;
    return std::nullopt;
  }
  const auto term = Term::from_text(text);
  if (!term || term->kind() == Term::Kind::late) return lists::fault_of(Field::kind, Hint::unknown_name, text);
  into = term->kind() == Term::Kind::years_ahead      ? SpanKind::ahead
         : term->kind() == Term::Kind::missing_months ? SpanKind::missing
                                                      : SpanKind::monthly;
  return std::nullopt;
}

class RecordReader {
 public:
  RecordReader(const LawBook& book, std::string_view bytes) : book_{book}, bytes_{bytes} {
    if (bytes_.starts_with(lists::byte_order_mark)) bytes_.remove_prefix(lists::byte_order_mark.size());
  }

  Result<std::vector<ContributionSpan>> read() {
    if (max_record_bytes < bytes_.size()) return of_row(Hint::too_long, bytes_.size(), max_record_bytes);
    if (bytes_.find('\0') != std::string_view::npos) return lists::fault_of(Field::record, Hint::nul_byte, {});
    if (!lists::valid_utf8(bytes_)) return lists::fault_of(Field::record, Hint::invalid_utf8, {});
    const auto begin = bytes_.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return lists::missing(Field::record);
    const char delimiter = lists::most_frequent_delimiter(bytes_.substr(begin, bytes_.find('\n', begin) - begin));
    std::array<std::string_view, most_record_cells> cells;
    std::vector<char> unquoted;
    bool header_read = false;
    for (lists::RowSplitter splitter{bytes_, delimiter}; !splitter.at_end();) {
      const lists::CsvRow row = splitter.next(cells, unquoted);
      if (row.blank || row.bytes.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      const auto fault = read_row(row, {cells.data(), std::min(row.cell_count, cells.size())}, header_read);
      if (fault) return *fault;
      header_read = true;
    }
    return std::move(spans_);
  }

 private:
  std::optional<Fault> read_row(const lists::CsvRow& row, std::span<const std::string_view> cells, bool header_read) {
    std::optional<Fault> fault;
    if (row.malformed || row.open_quote) {
      fault = lists::fault_of(header_read ? Field::row : Field::record, Hint::malformed, row.bytes.substr(0, 80));
    } else if (!header_read) {
      return row.cell_count > cells.size() ? of_row(Hint::cell_count, row.cell_count, most_record_cells)
                                           : read_header(cells);
    } else if (row.cell_count != cell_count_) {
      fault = of_row(Hint::cell_count, row.cell_count, cell_count_);
    } else if (spans_.size() == most_spans) {
      fault = of_row(Hint::out_of_range, spans_.size() + 1, most_spans);
    } else {
      fault = read_span(cells);
    }
    if (fault && header_read) fault->span = static_cast<int>(spans_.size()) + 1;
    if (fault) keep_text(*fault, row);
    return fault;
  }

  // What was unquoted does not outlive the reading: the row stands for it.
  void keep_text(Fault& fault, const lists::CsvRow& row) const {
    if (fault.given.kind() != Datum::Kind::text) return;
    const char* text = fault.given.raw_text().data();
    const std::less<const char*> before;
    if (before(text, bytes_.data()) || !before(text, bytes_.data() + bytes_.size())) {
      fault.given = Datum{row.bytes.substr(0, 80)};
    }
  }

  // Columns of other names are none of a record's, and are not read.
  std::optional<Fault> read_header(std::span<const std::string_view> cells) {
    cell_count_ = cells.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string_view written = lists::trimmed(cells[i]);
      const auto known = std::find(record_columns.begin(), record_columns.end(), lists::folded(written));
      if (known == record_columns.end()) continue;
      auto& at = at_[static_cast<std::size_t>(known - record_columns.begin())];
      if (at) return lists::fault_of(Field::record, Hint::duplicate, written);
      at = i;
    }
    for (const RecordColumn column : required) {
      if (at_[column]) continue;
      Fault fault = lists::missing(Field::record);
      fault.given = Datum{record_columns[column]};
      return fault;
    }
    return std::nullopt;
  }

  std::optional<Fault> read_span(std::span<const std::string_view> cells) {
    const auto cell = [&](RecordColumn column) {
      return at_[column] ? lists::trimmed(cells[*at_[column]]) : std::string_view{};
    };
    ContributionSpan span;
    if (cell(from).empty()) return lists::missing(Field::from);
    if (cell(months).empty()) return lists::missing(Field::months);
    if (cell(income).empty()) return lists::missing(Field::income);
    if (auto fault = lists::read_month_cell(Field::from, cell(from), span.from)) return fault;
    if (auto fault = lists::read_count_cell(Field::months, cell(months), 1200, span.months)) return fault;
    if (auto fault = read_scheme(cell(scheme), span.scheme)) return fault;
    if (auto fault = read_kind(cell(kind), span.kind)) return fault;
    Request request;
    if (auto fault = lists::read_into(book_, Field::income, cell(income), request)) return fault;
    if (auto fault = lists::read_into(book_, Field::groups, cell(groups), request)) return fault;
    span.income = request.income;
    span.groups = request.groups;
    if (!cell(paid_on).empty()) {
      if (auto fault = lists::read_into(book_, Field::paid_on, cell(paid_on), request)) return fault;
      span.paid_on = request.paid_on;
    }
    if (!cell(central_support).empty()) {
      Money support;
      if (auto fault = lists::read_amount_cell(Field::central_support, cell(central_support), support)) return fault;
      span.central_support = support;
    }
    spans_.push_back(span);
    return std::nullopt;
  }

  const LawBook& book_;
  std::string_view bytes_;
  std::size_t cell_count_ = 0;
  std::array<std::optional<std::size_t>, column_count> at_{};
  std::vector<ContributionSpan> spans_;
};

}  // namespace

Result<std::vector<ContributionSpan>> read_record(const LawBook& book, std::string_view bytes) {
  return RecordReader{book, bytes}.read();
}

}  // namespace ansinh
