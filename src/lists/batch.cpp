// Pricing of blocks of whole rows.
#include <algorithm>
#include <utility>

#include "lists/batch_data.hpp"
#include "lists/cell.hpp"
#include "lists/csv_row.hpp"
#include "lists/csv_text.hpp"
#include "lists/fields.hpp"
#include "lists/utf8.hpp"

namespace ansinh {
namespace {

// Of the columns after `status`.
constexpr int result_columns_after_status = 10;

Fault row_fault(Hint hint, Datum given = {}, Datum limit = {}) {
  Fault fault;
  fault.code = Errc::invalid_argument;
  fault.field = Field::row;
  fault.hint = hint;
  fault.given = given;
  fault.limit = limit;
  return fault;
}

Fault too_long(std::uint64_t bytes) {
  return row_fault(Hint::too_long, Datum::count(static_cast<std::int64_t>(bytes)),
                   Datum::count(static_cast<std::int64_t>(Batch::max_row_bytes)));
}

}  // namespace

Batch::Batch(std::shared_ptr<const Data> data) : data_{std::move(data)} {}

char Batch::delimiter() const { return data_->delimiter; }

std::span<const std::string> Batch::by() const { return data_->by; }

const std::string& Batch::output_header() const { return data_->output_header; }

std::size_t Batch::block_bytes() const {
  // The shortest row takes two bytes and is answered by one delimiter a column and a status: a wide list is priced in
  // smaller blocks, so that the output of one stays below 64 MiB.
  constexpr std::size_t most_output = std::size_t{64} << 20;
  constexpr std::size_t status_and_delimiters = 48;
  return std::clamp(most_output * 2 / (data_->passed.size() + status_and_delimiters), std::size_t{4} << 10,
                    std::size_t{256} << 10);
}

void Batch::price(const Block& block, PricedBlock& priced, Totals& totals) const {
  const Data& data = *data_;
  const LawBook& book = data.rules.book();
  priced.output.clear();
  priced.refusals.clear();
  priced.rows = 0;
  priced.lines = 0;
  priced.cells_.resize(data.columns);
  priced.values_.resize(data.by_column.size());
  priced.texts_.clear();
  priced.text_starts_.clear();
  lists::CsvWriter out{priced.output};

  // Refusals outlive the row: their texts are gathered in one buffer and tied to it when it no longer moves.
  const auto refuse = [&](std::uint64_t line, std::string_view id, const Fault& fault) {
    const auto gather = [&](std::string_view text) {
      const std::size_t start = priced.texts_.size();
      priced.texts_.insert(priced.texts_.end(), text.begin(), text.end());
      return start;
    };
    priced.text_starts_.push_back({gather(id), gather(fault.given.raw_text())});
    priced.refusals.push_back({priced.rows, line, id, fault});
  };
  const auto write_refused = [&](Errc status) {
    out.text(name(status));
    for (int i = 0; i < result_columns_after_status; ++i) out.byte(data.delimiter);
    out.byte('\n');
  };
  // A row of which not even the cells can be told.
  const auto refuse_unreadable = [&](std::uint64_t line, const Fault& fault) {
    refuse(line, {}, fault);
    for (std::size_t i = 0; i < data.passed.size(); ++i) out.byte(data.delimiter);
    write_refused(fault.code);
    std::fill(priced.values_.begin(), priced.values_.end(), std::string_view{});
    totals.add(fault.code, {}, priced.values_);
  };

  if (block.long_row_bytes > 0) {
    ++priced.rows;
    refuse_unreadable(1, too_long(block.long_row_bytes));
    priced.lines += block.long_row_lines;
  }

  RequestCells fields;
  for (std::size_t i = 0; i < data.defaults.size(); ++i) fields.text[i] = data.defaults[i];
  for (std::string_view rest = block.bytes; !rest.empty();) {
    const lists::CsvRow row = lists::split_row(rest, data.delimiter, priced.cells_, priced.unquoted_);
    const std::string_view bytes = rest.substr(0, row.length);
    rest.remove_prefix(row.bytes);
    const std::uint64_t line = priced.lines + 1;
    priced.lines += row.lines;
    if (row.blank) continue;
    ++priced.rows;
    if (bytes.size() > max_row_bytes && (bytes.size() > max_row_bytes + 1 || bytes.back() != '\r')) {
      refuse_unreadable(line, too_long(bytes.size()));
      continue;
    }
    if (row.has_nul) {
      refuse_unreadable(line, row_fault(Hint::nul_byte));
      continue;
    }
    if (!row.ascii && !lists::valid_utf8(bytes)) {
      refuse_unreadable(line, row_fault(Hint::invalid_utf8));
      continue;
    }
    const auto& cells = priced.cells_;
    for (std::size_t i = row.cell_count; i < data.columns; ++i) priced.cells_[i] = {};

    for (const std::size_t column : data.passed) {
      if (row.plain) {
        out.text(cells[column]);
      } else {
        out.cell(cells[column], data.delimiter);
      }
      out.byte(data.delimiter);
    }
    for (std::size_t i = 0; i < data.by_column.size(); ++i) {
      priced.values_[i] = lists::trimmed(cells[data.by_column[i]]);
    }

    Request request;
    std::optional<Fault> fault;
    if (row.cell_count != data.columns) {
      fault = row_fault(Hint::cell_count, Datum::count(static_cast<std::int64_t>(row.cell_count)),
                        Datum::count(static_cast<std::int64_t>(data.columns)));
    } else if (row.malformed || row.open_quote) {
      fault = row_fault(Hint::malformed);
    } else {
      for (const auto& known : data.known) {
        const std::string_view text = lists::trimmed(cells[known.column]);
        fields[known.field] =
            text.empty() ? std::string_view{data.defaults[static_cast<std::size_t>(known.field)]} : text;
      }
      fault = lists::read_all(book, fields, request);
    }
    if (!fault) {
      const Result<Assessment> result = assess(data.rules, request);
      if (!result.ok()) {
        fault = result.fault();
      } else if (data.strict) {
        fault = not_settled(request, *result);
      }
      if (!fault) {
        const Assessment& a = *result;
        out.text("ok");
        out.byte(data.delimiter);
        for (const Money amount : {a.contribution, a.central_support, a.local_top_up, a.province_top_up,
                                   a.locality_top_up, a.other_support, a.participant_share}) {
          out.number(amount.dong());
          out.byte(data.delimiter);
        }
        out.number(a.months);
        out.byte(data.delimiter);
        out.number(a.supported_months);
        out.byte(data.delimiter);
        out.text(data.flag_texts[a.flags.bits() % data.flag_texts.size()]);
        out.byte('\n');
        totals.add(Errc::ok, a, priced.values_);
        continue;
      }
    }
    refuse(line, data.id ? cells[*data.id] : std::string_view{}, *fault);
    write_refused(fault->code);
    totals.add(fault->code, {}, priced.values_);
  }

  for (std::size_t i = 0; i < priced.refusals.size(); ++i) {
    Refusal& refusal = priced.refusals[i];
    const auto [id, given] = priced.text_starts_[i];
    refusal.id = {priced.texts_.data() + id, refusal.id.size()};
    if (refusal.fault.given.kind() == Datum::Kind::text) {
      refusal.fault.given =
          Datum{std::string_view{priced.texts_.data() + given, refusal.fault.given.raw_text().size()}};
    }
  }
}

}  // namespace ansinh
