// The list D05-TS: any bytes as a list, cut in any way, and written again. The first two bytes choose options and
// cutting; the rest is the list.
#include <algorithm>
#include <string>

#include "plain_csv.hpp"
#include "require.hpp"
#include "run_list.hpp"

namespace {

constexpr std::string_view unknown = "local_top_up: unknown";

bool says_no_more_than_unknown(const std::string& check) { return check.empty() || check == "ok" || check == unknown; }

// What a written list holds is lawful, and the check finds nothing in it.
void write_and_read(std::string_view list, ansinh::BatchOptions options, const fuzz::Requirements& require) {
  options.write = ansinh::BatchOptions::Write::d05;
  const run::Outcome written = run::list(list, options);
  if (written.header_fault) return;
  const std::size_t rows = written.row_count - written.refusals.size();
  const run::Outcome read = run::list(written.header + written.rows + written.footer);
  require(!read.header_fault, "a written list is known as one");
  require(read.row_count == rows && read.refusals.empty(), "its rows are lawful");
  require(read.totals.all().check_disagreements == 0, "and state what the law gives");
  require(read.totals.all().participant_share == written.totals.all().participant_share, "no dong is lost");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const fuzz::Requirements require{data, size};
  ansinh::BatchOptions options;
  if ((data[0] & 1) != 0) options.defaults[ansinh::Field::paid_on] = "22/11/2026";
  if ((data[0] & 2) != 0) options.defaults[ansinh::Field::province] = "22";
  if ((data[0] & 4) != 0) options.list_rows = true;
  std::uint32_t state = data[1] + 1U;
  const auto next_piece = [&state]() -> std::size_t {
    state = state * 1664525U + 1013904223U;
    return 1 + (state >> 24) % 23;
  };
  const std::string_view list = fuzz::text_of(data + 2, size - 2);

  const run::Outcome whole = run::list(list, options);
  const run::Outcome cut = run::list(list, options, next_piece);
  require(whole.header_fault.has_value() == cut.header_fault.has_value(), "pieces do not matter to the header");
  if (whole.header_fault) {
    require(whole.header_fault->kind == cut.header_fault->kind && whole.header_fault->line == cut.header_fault->line &&
                whole.header_fault->position == cut.header_fault->position,
            "nor to what is wrong with it");
    return 0;
  }
  require(whole.header == cut.header && whole.rows == cut.rows, "pieces do not matter to the output");
  require(whole.refusals == cut.refusals && whole.lines == cut.lines, "nor to refusals and lines");
  require(whole.totals.json("") == cut.totals.json(""), "nor to totals");
  write_and_read(list, options, require);

  const plain::Csv header = plain::read_csv(whole.header, whole.delimiter);
  const plain::Csv out = plain::read_csv(whole.rows, whole.delimiter);
  require(header.rows.size() == 1 && !out.quote_left_open, "the output is CSV");
  require(out.rows.size() == whole.row_count, "a row out for every row in");
  if (header.rows[0].cells.back() != "check") return 0;
  const std::size_t columns = header.rows[0].cells.size();
  const std::size_t status = columns - 12;
  std::uint64_t disagreements = 0;
  for (const auto& row : out.rows) {
    require(row.cells.size() == columns, "every row has every column");
    const std::string& check = row.cells.back();
    require(check.empty() == (row.cells[status] != "ok"), "what was priced was checked, and nothing else");
    if (!says_no_more_than_unknown(check)) ++disagreements;
  }
  require(disagreements == whole.totals.all().check_disagreements, "every disagreement is counted, and no other row");
  return 0;
}
