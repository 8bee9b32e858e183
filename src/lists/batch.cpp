// Pricing of blocks of whole rows.
#include <algorithm>
#include <cstring>
#include <utility>

#include "lists/batch_data.hpp"
#include "lists/cell.hpp"
#include "lists/csv_row.hpp"
#include "lists/csv_text.hpp"
#include "lists/d05_row.hpp"
#include "lists/d05_write.hpp"
#include "lists/list_kernels.hpp"
#include "lists/person_pricer.hpp"
#include "lists/regular_answers.hpp"
#include "lists/row_faults.hpp"
#include "lists/row_sums.hpp"
#include "lists/tallies_by_value.hpp"
#include "lists/utf8.hpp"

namespace ansinh {

// What regular rows are read into, and their answers.
struct PricedBlock::Regular {
  lists::RegularRows rows;
  lists::RequestRows requests;
  lists::RegularAnswers answers;
  lists::TalliesByValue by_value;
};

namespace {

// From `contribution` to `flags`.
constexpr std::size_t columns_after_status = 10;

template <class Data, class Scratch>
class BlockPricer {
 public:
  BlockPricer(const Data& data, PricedBlock& priced, Scratch& scratch, Totals& totals)
      : data_{data},
        book_{data.rules.book()},
        priced_{priced},
        scratch_{scratch},
        totals_{totals},
        out_{priced.output},
        person_{data, scratch.workspace} {
    scratch_.cells.resize(data_.columns);
    scratch_.values.resize(data_.by_column.size());
    scratch_.texts.clear();
    scratch_.text_starts.clear();
    scratch_.listed_starts.clear();
    person_.look_at(scratch_.cells);
  }

  void price_dropped_row(const Block& block) {
    ++priced_.rows;
    refuse_unreadable(1, lists::too_long(block.long_row_bytes));
    priced_.lines += block.long_row_lines;
  }

  void after_sum_row() { after_sum_ = true; }

  void price_rows(std::string_view bytes) {
    lists::RowSplitter splitter{bytes, data_.delimiter};
    std::size_t one_by_one = 0;  // so many rows before regular ones are looked for again
    std::size_t next_time = 1;
    while (!splitter.at_end()) {
      if (data_.request_columns && one_by_one == 0) {
        lists::RegularRows& rows = scratch_.regular->rows;
        rows.find(splitter.at(), bytes.data() + bytes.size(), data_.delimiter, data_.columns, kernels_);
        if (rows.size() > 0) {
          price_regular_rows();
          splitter.go_on_at(rows.end());
          next_time = 1;
          continue;
        }
        // A list may have none at all.
        one_by_one = next_time;
        next_time = std::min<std::size_t>(2 * next_time, 1024);
      }
      if (one_by_one > 0) --one_by_one;
      price_row(splitter.next(scratch_.cells, scratch_.unquoted));
    }
  }

  void price_row(const lists::CsvRow& row) {
    const std::uint64_t line = priced_.lines + 1;
    priced_.lines += row.lines;
    if (row.blank || (data_.d05 != nullptr && no_participant(row.cell_count))) return;
    ++priced_.rows;
    if (lists::is_too_long(row.bytes)) return refuse_unreadable(line, lists::too_long(row.bytes.size()));
    if (row.has_nul) return refuse_unreadable(line, lists::row_fault(Hint::nul_byte));
    if (!row.ascii && !lists::valid_utf8(row.bytes))
      return refuse_unreadable(line, lists::row_fault(Hint::invalid_utf8));

    auto& cells = scratch_.cells;
    for (std::size_t i = row.cell_count; i < data_.columns; ++i) cells[i] = {};
    if (data_.write == BatchOptions::Write::answers) pass_through(row);
    for (std::size_t i = 0; i < data_.by_column.size(); ++i) {
      scratch_.values[i] = lists::trimmed(cells[data_.by_column[i]]);
    }
    if (row.cell_count != data_.columns) return refuse(line, lists::wrong_cell_count(row.cell_count, data_.columns));
    if (row.malformed || row.open_quote) return refuse(line, lists::row_fault(Hint::malformed));

    if (data_.of_persons()) return price_participant(line);
    Request request;
    if (!data_.fields.read(book_, cells, row.roomy, request, fault_)) return refuse(line, fault_);
    const Result<Assessment> result = assess(data_.rules, request, scratch_.workspace);
    if (!result.ok()) return refuse(line, result.fault());
    if (data_.strict) {
      if (const auto open = not_settled(request, *result)) return refuse(line, *open);
    }
    write(*result);
    if (counted_) return;
    if (data_.by_column.empty()) {
      sums_.add(*result);
    } else {
      count(request, *result);
    }
  }

  // Of the answered rows that `totals` does not have yet.
  [[nodiscard]] const Tally& sums() { return sums_.tally(); }

  // Refusals and listed rows outlive the rows: their texts were gathered in one buffer, and are tied to it now that it
  // no longer moves.
  void tie_texts() {
    for (std::size_t i = 0; i < priced_.listed.size(); ++i) {
      const char* at = scratch_.texts.data() + scratch_.listed_starts[i];
      for (std::string_view* text : lists::texts_of(priced_.listed[i])) {
        *text = {at, text->size()};
        at += text->size();
      }
    }
    for (std::size_t i = 0; i < priced_.refusals.size(); ++i) {
      Refusal& refusal = priced_.refusals[i];
      const auto [id, given] = scratch_.text_starts[i];
      refusal.id = {scratch_.texts.data() + id, refusal.id.size()};
      if (refusal.fault.given.kind() == Datum::Kind::text) {
        refusal.fault.given =
            Datum{std::string_view{scratch_.texts.data() + given, refusal.fault.given.raw_text().size()}};
      }
    }
  }

 private:
  // Headings, sums and signatures of a form, which are no rows of the list.
  bool no_participant(std::size_t cell_count) {
    const std::span cells{scratch_.cells.data(), std::min(cell_count, data_.columns)};
    const auto kind = lists::kind_of_row(*data_.d05, cells, cell_count == data_.columns, after_sum_);
    if (kind == lists::D05RowKind::sum) after_sum_ = true;
    return kind != lists::D05RowKind::participant;
  }

  // A row of a list whose rows are persons: a D05-TS, or a list that becomes one or is settled.
  void price_participant(std::uint64_t line) {
    if (!person_.price()) return refuse(line, person_.fault(), person_.column());
    const Assessment& answer = person_.answer();
    if (person_.findings().disagrees) totals_.disagree(person_.findings().differences, scratch_.values);
    if (person_.local_without_place()) ++priced_.local_without_place;
    if (data_.list_rows) {
      ListedRow& row = priced_.listed.emplace_back(person_.listed());
      row.row = priced_.rows;
      row.line = line;
      scratch_.listed_starts.push_back(scratch_.texts.size());
      for (const std::string_view* text : lists::texts_of(row)) gather(*text);
    }
    if (data_.write == BatchOptions::Write::answers) {
      write(answer);
    } else {
      priced_.row_starts.push_back(priced_.output.size());
      lists::append_d05_row(priced_.output, data_.rules.book(), person_.person(), person_.request(), person_.given(),
                            answer, data_.with_batch_columns());
    }
    count(person_.request(), answer);
  }

  void count(const Request& request, const Assessment& answer) {
    totals_.add(Errc::ok, answer, scratch_.values);
    if (totals_.settles()) totals_.add_to_quarter(request.paid_on, answer, scratch_.values);
  }

  void pass_through(const lists::CsvRow& row) {
    for (const std::size_t column : data_.passed) {
      const std::string_view cell = scratch_.cells[column];
      if (row.roomy && cell.size() <= lists::CsvRow::room) {
        // As many bytes whatever their number, which needs no call.
        char* const at = out_.room(lists::CsvRow::room + 1);
        std::memcpy(at, cell.data(), lists::CsvRow::room);
        at[cell.size()] = data_.delimiter;
        out_.wrote(at + cell.size() + 1);
      } else if (row.plain && cell.size() < lists::CsvWriter::buffer_bytes) {
        char* const at = std::copy(cell.begin(), cell.end(), out_.room(cell.size() + 1));
        *at = data_.delimiter;
        out_.wrote(at + 1);
      } else {
        out_.cell(cell, data_.delimiter);
        out_.text({&data_.delimiter, 1});
      }
    }
  }

  void write(const Assessment& a) {
    char* at = data_.answer_texts.put(out_.room(lists::AnswerTexts::room),
                                      {a.contribution.dong(), a.central_support.dong(), a.local_top_up.dong(),
                                       a.province_top_up.dong(), a.locality_top_up.dong(), a.other_support.dong(),
                                       a.participant_share.dong(), a.months, a.supported_months, a.flags.bits()});
    if (data_.d05 != nullptr) {
      *at++ = data_.delimiter;
      out_.wrote(at);
      out_.cell(person_.findings().text, data_.delimiter);
      out_.text("\n");
      return;
    }
    *at++ = '\n';
    out_.wrote(at);
  }

  // The rows in scratch, in columns; those that the columns leave, one by one in their places.
  void price_regular_rows() {
    auto& [rows, requests, answers, by_value] = *scratch_.regular;
    std::fill_n(requests.odd.begin(), rows.size(), std::uint8_t{0});
    if (!rows.ascii() && !lists::valid_utf8({rows.begin_of(0), rows.end()})) {
      for (std::size_t i = 0; i < rows.size(); ++i) requests.odd[i] = lists::valid_utf8(rows.bytes_of(i)) ? 0 : 1;
    }
    Tally tally;
    answers.price(*data_.request_columns, rows, requests, kernels_, scratch_.workspace, data_.delimiter, tally);
    std::size_t k = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool odd = requests.odd[i] != 0;
      if (odd || answers.status[k] != 0) {
        counted_ = !odd && !lists::is_for_64_bit(answers.status[k]);
        price_alone(rows.begin_of(i), rows.end());
        counted_ = false;
      } else {
        ++priced_.rows;
        ++priced_.lines;
        write_regular(rows, i, k);
      }
      k += odd ? 0 : 1;
    }
    totals_.add(tally);
    for (std::size_t i = 0; i < data_.by_column.size(); ++i) {
      by_value.count(*data_.request_columns, rows, data_.by_column[i], requests, scratch_.workspace);
      by_value.add_to(totals_, i);
    }
  }

  // The first row of these bytes.
  void price_alone(const char* begin, const char* end) {
    lists::RowSplitter splitter{{begin, end}, data_.delimiter};
    price_row(splitter.next(scratch_.cells, scratch_.unquoted));
  }

  void write_regular(const lists::RegularRows& rows, std::size_t i, std::size_t k) {
    const std::size_t needed = rows.bytes_of(i).size() + lists::RegularRows::room + lists::AnswerTexts::room;
    if (needed > lists::CsvWriter::buffer_bytes) [[unlikely]] {
      for (const std::size_t column : data_.passed) {
        out_.text(rows.cell(i, column));
        out_.text({&data_.delimiter, 1});
      }
    }
    char* at = out_.room(std::min(needed, lists::CsvWriter::buffer_bytes));
    if (needed <= lists::CsvWriter::buffer_bytes) [[likely]] {
      for (const std::size_t column : data_.passed) {
        const std::string_view cell = rows.cell(i, column);
        std::memcpy(at, cell.data(), lists::RegularRows::room);
        if (cell.size() > lists::RegularRows::room) [[unlikely]]
          std::memcpy(at, cell.data(), cell.size());
        at[cell.size()] = data_.delimiter;
        at += cell.size() + 1;
      }
    }
    at = scratch_.regular->answers.put(at, data_.answer_texts, k);
    *at++ = '\n';
    out_.wrote(at);
  }

  // A row of which not even the cells can be told.
  void refuse_unreadable(std::uint64_t line, const Fault& fault) {
    std::fill(scratch_.cells.begin(), scratch_.cells.end(), std::string_view{});
    std::fill(scratch_.values.begin(), scratch_.values.end(), std::string_view{});
    if (data_.write == BatchOptions::Write::answers) pass_through({});
    refuse(line, fault);
  }

  void refuse(std::uint64_t line, const Fault& fault, std::size_t column = 0) {
    std::string_view id = data_.id ? scratch_.cells[*data_.id] : std::string_view{};
    if (!data_.id && data_.of_persons()) id = person_.number();
    scratch_.text_starts.push_back({gather(id), gather(fault.given.raw_text())});
    priced_.refusals.push_back({priced_.rows, line, id, fault, column});
    if (data_.write == BatchOptions::Write::answers) {
      const std::size_t delimiters = columns_after_status + (data_.d05 != nullptr ? 1 : 0);
      out_.text(name(fault.code));
      char* at = out_.room(delimiters + 1);
      at = std::fill_n(at, delimiters, data_.delimiter);
      *at++ = '\n';
      out_.wrote(at);
    }
    if (!counted_) totals_.add(fault.code, {}, scratch_.values);
  }

  std::size_t gather(std::string_view text) {
    const std::size_t start = scratch_.texts.size();
    scratch_.texts.insert(scratch_.texts.end(), text.begin(), text.end());
    return start;
  }

  const Data& data_;
  const LawBook& book_;
  PricedBlock& priced_;
  Scratch& scratch_;
  Totals& totals_;
  lists::CsvWriter out_;
  lists::RowSums sums_;
  Fault fault_;  // of the field last refused
  lists::PersonPricer<Data> person_;
  bool after_sum_ = false;  // of a D05-TS: a sum row has come
  const lists::ListKernels& kernels_ = lists::list_kernels().front();
  bool counted_ = false;  // the row at hand is in the totals already
};

}  // namespace

Batch::Batch(std::shared_ptr<const Data> data) : data_{std::move(data)} {}

char Batch::delimiter() const { return data_->delimiter; }

std::span<const std::string> Batch::by() const { return data_->by; }

const std::string& Batch::output_header() const { return data_->output_header; }

bool Batch::is_d05() const { return data_->d05 != nullptr; }

bool Batch::Data::can_be_in_columns() const {
  // Which layer pays a row is known to the kernel of one row alone.
  return !of_persons() && !strict && !settles && columns >= 2 && columns <= lists::RegularRows::most_columns;
}

Batch Batch::for_many_rows() const {
  if (!data_->can_be_in_columns() || data_->request_columns) return *this;
  return for_many_rows(ColumnRules{data_->rules});
}

Batch Batch::for_many_rows(const ColumnRules& rules) const {
  if (!data_->can_be_in_columns() || rules.rules().book().digest() != data_->rules.book().digest()) return *this;
  auto columns = lists::RequestColumns::from(rules, data_->list_fields);
  if (!columns) return *this;
  const auto data = std::make_shared<Data>(*data_);
  data->request_columns = std::move(columns);
  Batch batch{data};
  batch.header_lines_ = header_lines_;
  return batch;
}

Totals Batch::totals() const {
  Totals totals{{by().begin(), by().end()}};
  if (is_d05()) totals.expect_checks();
  const auto layers = data_->rules.book().layers();
  totals.settle({layers.begin(), layers.end()});
  return totals;
}

std::string Batch::output_footer(const Totals& totals) const {
  if (data_->write == BatchOptions::Write::answers) return {};
  return lists::d05_foot(totals.all(), data_->with_batch_columns());
}

std::size_t Batch::block_bytes() const {
  // The shortest row takes two bytes and is answered by one delimiter a column and a status: a wide list is priced in
  // smaller blocks, so that the output of one stays below 64 MiB.
  constexpr std::size_t most_output = std::size_t{64} << 20;
  constexpr std::size_t status_and_delimiters = 48;
  return std::clamp(most_output * 2 / (data_->passed.size() + status_and_delimiters), std::size_t{4} << 10,
                    std::size_t{256} << 10);
}

void Batch::price(const Block& block, PricedBlock& priced, Totals& totals) const {
  priced.output.clear();
  priced.refusals.clear();
  priced.listed.clear();
  priced.row_starts.clear();
  priced.rows = 0;
  priced.lines = 0;
  priced.local_without_place = 0;
  if (data_->request_columns && priced.scratch_.regular == nullptr) {
    priced.scratch_.regular = std::make_shared<PricedBlock::Regular>();
  }
  BlockPricer pricer{*data_, priced, priced.scratch_, totals};
  if (block.after_sum) pricer.after_sum_row();
  if (block.long_row_bytes > 0) pricer.price_dropped_row(block);
  pricer.price_rows(block.bytes);
  pricer.tie_texts();
  totals.all_.add(pricer.sums());
}

}  // namespace ansinh
