// Reading of a list's header: delimiter, columns, and whether they serve.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "lists/batch_data.hpp"
#include "lists/cell.hpp"
#include "lists/column_name.hpp"
#include "lists/csv_row.hpp"
#include "lists/csv_text.hpp"
#include "lists/d05_form.hpp"
#include "lists/d05_write.hpp"
#include "lists/fields.hpp"
#include "lists/utf8.hpp"

namespace ansinh {
namespace {

constexpr std::array<std::string_view, 11> result_columns{"status",
                                                          "contribution",
                                                          "central_support",
                                                          "local_top_up",
                                                          "province_top_up",
                                                          "locality_top_up",
                                                          "other_support",
                                                          "participant_share",
                                                          "months",
                                                          "supported_months",
                                                          "flags"};

// After the others, where the input states amounts.
constexpr std::string_view check_column = "check";

// The most frequent of comma, semicolon and tab outside quotes, in this order where they are equally frequent. Before
// the delimiter is known, a quote opens a cell after any of them.
char find_delimiter(std::string_view header) {
  std::array<std::size_t, 3> counts{};
  bool cell_start = true;
  bool quoted = false;
  for (const char c : header) {
    if (quoted) {
      quoted = c != '"';
      cell_start = c == '"';  // a doubled quote opens again at once
      continue;
    }
    const auto at = lists::delimiters.find(c);
    if (at != std::string_view::npos) ++counts[at];
    quoted = c == '"' && cell_start;
    cell_start = at != std::string_view::npos;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return lists::delimiters[static_cast<std::size_t>(most - counts.begin())];
}

std::optional<Field> field_named(std::string_view folded_name) {
  for (int i = 0; i < request_field_count; ++i) {
    if (name(static_cast<Field>(i)) == folded_name) return static_cast<Field>(i);
  }
  return std::nullopt;
}

// The columns of a list's persons: of the form by their place, of others by their name, which wins.
lists::PersonColumns person_columns(const lists::D05Form* form,
                                    const std::unordered_map<std::string, std::size_t>& column_of) {
  lists::PersonColumns person;
  if (form != nullptr) {
    person.name = form->name;
    person.number = form->number;
    person.birth_date = form->birth_date;
    person.result_form = form->result_form;
    person.kind = form->kind;
    person.note = form->note;
    person.collector = form->collector;
  }
  const auto by_name = [&](std::size_t& column, const char* name) {
    if (const auto found = column_of.find(name); found != column_of.end()) column = found->second;
  };
  if (form == nullptr) {
    by_name(person.name, "name");
    by_name(person.number, "participant_number");
    by_name(person.birth_date, "birth_date");
    by_name(person.result_form, "result_form");
    by_name(person.note, "note");
  }
  by_name(person.kind, "kind");
  by_name(person.organisation, "organisation");
  by_name(person.collector, "collector");
  by_name(person.collection_point, "collection_point");
  by_name(person.commune, "commune");
  return person;
}

}  // namespace

std::variant<Batch, HeaderFault> Batch::from_header(const Rules& rules, const BatchOptions& options,
                                                    std::string_view header) {
  using Kind = HeaderFault::Kind;
  if (header.size() > max_row_bytes) return HeaderFault{Kind::too_long, {}, 0};
  if (header.find('\0') != std::string_view::npos) return HeaderFault{Kind::nul_byte, {}, 0};
  if (!lists::valid_utf8(header)) return HeaderFault{Kind::invalid_utf8, {}, 0};

  const char delimiter = find_delimiter(header);
  std::vector<std::string_view> cells(max_columns);
  std::vector<char> unquoted;
  lists::RowSplitter splitter{header, delimiter};
  const lists::CsvRow row = splitter.next(cells, unquoted);
  if (row.blank) return HeaderFault{Kind::empty, {}, 0};
  if (row.open_quote) return HeaderFault{Kind::open_quote, {}, 0};
  // Another delimiter can make other bytes a quote that opens; then the header does not end where it was cut.
  if (row.malformed || !splitter.at_end()) return HeaderFault{Kind::malformed, {}, 0};
  if (row.cell_count > max_columns) return HeaderFault{Kind::too_many_columns, {}, 0};
  cells.resize(row.cell_count);
  const lists::D05Form* form = nullptr;
  if (lists::is_number_row(cells)) {
    HeaderFault fault;
    form = lists::form_of(cells, fault);
    if (form == nullptr) return fault;
  }

  Data data{.rules = rules,
            .strict = options.strict,
            .delimiter = delimiter,
            .columns = cells.size(),
            .fields = lists::RowFields{rules.book()},
            .passed = {},
            .id = {},
            .by = {},
            .by_column = {},
            .settles = false,
            .output_header = {},
            .answer_texts = lists::AnswerTexts{delimiter},
            .d05 = form,
            .write = options.write,
            .list_rows = options.list_rows || form != nullptr,
            .person = {},
            .list_fields = {},
            .organisation = std::string{lists::trimmed(options.organisation)},
            .collector = std::string{lists::trimmed(options.collector)},
            .collection_point = std::string{lists::trimmed(options.collection_point)},
            .commune = std::string{lists::trimmed(options.commune)},
            .request_columns = {}};

  std::unordered_map<std::string, std::size_t> column_of;
  std::array<std::optional<std::size_t>, request_field_count> column_of_field;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string written{lists::trimmed(cells[i])};
    if (form != nullptr) {
      // Excel exports as many columns as some row has cells; what stands under no name is passed through all the same.
      if (i < form->columns()) written.insert(0, "d05_");
      if (written.empty()) written = "unnamed_" + std::to_string(i + 1);
    }
    const std::string key = lists::folded(written);
    if (!column_of.emplace(key, i).second) return HeaderFault{Kind::duplicate_column, written, i + 1};
    if (const auto field = field_named(key)) {
      column_of_field[static_cast<std::size_t>(*field)] = i;
      continue;
    }
    if (std::find(result_columns.begin(), result_columns.end(), key) != result_columns.end() ||
        (form != nullptr && key == check_column)) {
      return HeaderFault{Kind::reserved_column, written, i + 1};
    }
    if (key == "id") data.id = i;
    data.passed.push_back(i);
    lists::append_cell(data.output_header, written, delimiter);
    data.output_header += delimiter;
  }
  for (int i = 0; i < request_field_count; ++i) {
    const auto field = static_cast<Field>(i);
    const auto column = column_of_field[static_cast<std::size_t>(i)];
    const std::string_view otherwise = lists::trimmed(options.defaults[field]);
    const bool of_form = form != nullptr && form->column_of(field) != lists::no_column;
    if (column || of_form || !otherwise.empty()) {
      data.fields.give(field, column, otherwise);
      data.list_fields.push_back({field, column, std::string{otherwise}});
    } else if (lists::required(field)) {
      return HeaderFault{Kind::missing_column, std::string{name(field)}, 0};
    }
  }
  for (const std::string& chosen : options.by) {
    const std::string_view written = lists::trimmed(chosen);
    const auto column = column_of.find(lists::folded(written));
    if (column == column_of.end()) return HeaderFault{Kind::unknown_by_column, std::string{written}, 0};
    if (std::find(data.by_column.begin(), data.by_column.end(), column->second) != data.by_column.end()) continue;
    data.by.emplace_back(written);
    data.by_column.push_back(column->second);
  }
  Totals totals{data.by};
  totals.settle({});
  data.settles = totals.settles();

  data.person = person_columns(form, column_of);
  for (const std::string_view column : result_columns) {
    data.output_header += column;
    data.output_header += delimiter;
  }
  if (form != nullptr) (data.output_header += check_column) += delimiter;
  data.output_header.back() = '\n';
  if (data.write != BatchOptions::Write::answers) data.output_header = lists::d05_head(data.with_batch_columns());
  return Batch{std::make_shared<const Data>(std::move(data))};
}

std::string_view name(HeaderFault::Kind kind) {
  using Kind = HeaderFault::Kind;
  switch (kind) {
    case Kind::empty: return "empty";
    case Kind::open_quote: return "open_quote";
    case Kind::malformed: return "malformed";
    case Kind::nul_byte: return "nul_byte";
    case Kind::invalid_utf8: return "invalid_utf8";
    case Kind::too_long: return "too_long";
    case Kind::too_many_columns: return "too_many_columns";
    case Kind::duplicate_column: return "duplicate_column";
    case Kind::reserved_column: return "reserved_column";
    case Kind::missing_column: return "missing_column";
    case Kind::unknown_by_column: return "unknown_by_column";
    case Kind::no_number_row: return "no_number_row";
    case Kind::merged_cell: return "merged_cell";
    case Kind::moved_column: return "moved_column";
    case Kind::older_form: return "older_form";
  }
  return "";
}

}  // namespace ansinh
