// Reading of the persons of a population. What a header must be is decided by Batch, where rows end by BatchInput.
#include "ansinh/population.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "lists/cell.hpp"
#include "lists/column_name.hpp"
#include "lists/csv_row.hpp"
#include "lists/csv_text.hpp"
#include "lists/row_faults.hpp"
#include "lists/row_fields.hpp"
#include "lists/utf8.hpp"

namespace ansinh {
namespace {

// What stands for the day of a person who gives none: it is not looked at.
constexpr std::string_view any_day = "2008-01-01";

BatchOptions batch_options(const PopulationOptions& options) {
  BatchOptions batch;
  batch.defaults = options.defaults;
  std::string_view& day = batch.defaults[Field::paid_on];
  if (!options.day_required && lists::trimmed(day).empty()) day = any_day;
  return batch;
}

bool within(std::string_view text, std::string_view bytes) {
  return text.empty() || (std::less_equal<>{}(bytes.data(), text.data()) &&
                          std::less_equal<>{}(text.data() + text.size(), bytes.data() + bytes.size()));
}

}  // namespace

struct Population::Data {
  Rules rules;
  lists::RowFields fields;
  char delimiter = ',';
  std::size_t columns = 0;
  std::optional<std::size_t> id;
  std::optional<std::size_t> day;  // the column of paid_on
  bool day_by_default = false;     // where that is empty or absent, the caller gave one
};

std::variant<Population, HeaderFault> Population::from_header(const Rules& rules, const PopulationOptions& options,
                                                              std::string_view header) {
  const BatchOptions served = batch_options(options);
  const auto read = Batch::from_header(rules, served, header);
  if (const auto* fault = std::get_if<HeaderFault>(&read)) return *fault;
  const Batch& batch = *std::get_if<Batch>(&read);

  std::vector<std::string_view> cells(Batch::max_columns);
  std::vector<char> unquoted;
  lists::RowSplitter splitter{header, batch.delimiter()};
  cells.resize(splitter.next(cells, unquoted).cell_count);
  Data data{.rules = rules,
            .fields = lists::RowFields{rules.book()},
            .delimiter = batch.delimiter(),
            .columns = cells.size(),
            .id = {},
            .day = {},
            .day_by_default = !lists::trimmed(options.defaults[Field::paid_on]).empty()};
  std::array<std::optional<std::size_t>, request_field_count> column_of;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string written = lists::folded(lists::trimmed(cells[i]));
    if (written == "id") data.id = i;
    for (int f = 0; f < request_field_count; ++f) {
      if (name(static_cast<Field>(f)) == written) column_of[static_cast<std::size_t>(f)] = i;
    }
  }
  for (int f = 0; f < request_field_count; ++f) {
    const auto field = static_cast<Field>(f);
    data.fields.give(field, column_of[static_cast<std::size_t>(f)], lists::trimmed(served.defaults[field]));
  }
  data.day = column_of[static_cast<std::size_t>(Field::paid_on)];
  return Population{std::make_shared<const Data>(std::move(data))};
}

void Population::read(const Block& block, PersonBlock& persons) const {
  persons.requests.clear();
  persons.at.clear();
  persons.refusals.clear();
  persons.texts_.clear();
  persons.rows = 0;
  persons.lines = 0;
  persons.cells_.resize(data_->columns);
  auto& cells = persons.cells_;
  // Texts of cells that were unquoted last only until the next row.
  const auto kept = [&](std::string_view text) {
    return within(text, block.bytes) ? text : std::string_view{persons.texts_.emplace_back(text)};
  };
  const auto id = [&] { return data_->id ? kept(cells[*data_->id]) : std::string_view{}; };
  const auto refuse = [&](std::uint64_t line, std::string_view whose, Fault fault) {
    if (fault.given.kind() == Datum::Kind::text) fault.given = Datum{kept(fault.given.raw_text())};
    persons.refusals.push_back({persons.rows, line, whose, fault});
  };

  if (block.long_row_bytes > 0) {
    ++persons.rows;
    refuse(1, {}, lists::too_long(block.long_row_bytes));
    persons.lines += block.long_row_lines;
  }
  Fault fault;
  for (lists::RowSplitter splitter{block.bytes, data_->delimiter}; !splitter.at_end();) {
    const lists::CsvRow row = splitter.next(cells, persons.unquoted_);
    const std::uint64_t line = persons.lines + 1;
    persons.lines += row.lines;
    if (row.blank) continue;
    ++persons.rows;
    if (lists::is_too_long(row.bytes)) {
      refuse(line, {}, lists::too_long(row.bytes.size()));
    } else if (row.has_nul) {
      refuse(line, {}, lists::row_fault(Hint::nul_byte));
    } else if (!row.ascii && !lists::valid_utf8(row.bytes)) {
      refuse(line, {}, lists::row_fault(Hint::invalid_utf8));
    } else if (row.cell_count != data_->columns) {
      for (std::size_t i = row.cell_count; i < cells.size(); ++i) cells[i] = {};
      refuse(line, id(), lists::wrong_cell_count(row.cell_count, data_->columns));
    } else if (row.malformed || row.open_quote) {
      refuse(line, id(), lists::row_fault(Hint::malformed));
    } else {
      Request& request = persons.requests.emplace_back();
      if (data_->fields.read(data_->rules.book(), cells, row.roomy, request, fault)) {
        const bool stated = data_->day && !lists::trimmed(cells[*data_->day]).empty();
        persons.at.push_back({persons.rows, line, id(), stated || data_->day_by_default});
      } else {
        persons.requests.pop_back();
        refuse(line, id(), fault);
      }
    }
  }
}

PopulationInput::PopulationInput(const Rules& rules, const PopulationOptions& options)
    : rules_{rules}, day_required_{options.day_required}, input_{rules, batch_options(options)} {
  std::copy(options.defaults.text.begin(), options.defaults.text.end(), defaults_.begin());
}

bool PopulationInput::take(std::string_view& bytes, Block& block) {
  if (population_) return input_.take(bytes, block);
  const std::string_view given = bytes;
  const bool full = input_.take(bytes, block);
  head_ += given.substr(0, given.size() - bytes.size());
  look_at_header();
  return full && population_;
}

bool PopulationInput::finish(Block& block) {
  if (population_) return input_.finish(block);
  const bool full = input_.finish(block);
  look_at_header();
  return full && population_;
}

const HeaderFault* PopulationInput::header_fault() const { return fault_ ? &*fault_ : input_.header_fault(); }

std::uint64_t PopulationInput::header_lines() const { return input_.batch() ? input_.batch()->header_lines() : 0; }

// Once the batch has taken its header, the same record is read here: the first that is not blank.
void PopulationInput::look_at_header() {
  const Batch* batch = input_.batch();
  if (batch == nullptr || population_ || fault_) return;
  is_form_ = batch->is_d05();
  if (is_form_) return;
  std::string_view head = head_;
  if (head.starts_with(lists::byte_order_mark)) head.remove_prefix(lists::byte_order_mark.size());
  std::vector<std::string_view> cells(Batch::max_columns);
  std::vector<char> unquoted;
  for (lists::RowSplitter splitter{head, batch->delimiter()}; !splitter.at_end();) {
    const lists::CsvRow row = splitter.next(cells, unquoted);
    if (row.bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
    PopulationOptions options;
    std::copy(defaults_.begin(), defaults_.end(), options.defaults.text.begin());
    options.day_required = day_required_;
    const auto begin = static_cast<std::size_t>(row.bytes.data() - head.data());
    auto read = Population::from_header(rules_, options, head.substr(begin, row.bytes.size() + 1));
    if (auto* population = std::get_if<Population>(&read)) {
      population_ = std::move(*population);
    } else {
      fault_ = std::move(*std::get_if<HeaderFault>(&read));
    }
    break;
  }
  head_.clear();
  head_.shrink_to_fit();
}

}  // namespace ansinh
