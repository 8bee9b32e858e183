// The batch: any bytes as a list, cut in any way. The first two bytes choose options and cutting; the rest is the list.
#include <array>
#include <charconv>
#include <string>

#include "plain_csv.hpp"
#include "require.hpp"
#include "run_list.hpp"

namespace {

using ansinh::Int128;
using ansinh::Tally;

bool adds_up(const Tally& t) {
  return t.contribution == t.central_support + t.local_top_up + t.other_support + t.participant_share &&
         t.local_top_up == t.by_source[0] + t.by_source[1] && t.province_top_up + t.locality_top_up == t.local_top_up;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const fuzz::Requirements require{data, size};
  ansinh::BatchOptions options;
  options.strict = (data[0] & 1) != 0;
  if ((data[0] & 2) != 0) options.defaults[ansinh::Field::paid_on] = "22/11/2026";
  if ((data[0] & 4) != 0) options.defaults[ansinh::Field::province] = "01";
  if ((data[0] & 8) != 0) options.by = {"id"};
  std::uint32_t state = data[1] + 1U;
  const auto next_piece = [&state]() -> std::size_t {
    state = state * 1664525U + 1013904223U;
    return 1 + (state >> 24) % 23;
  };
  const std::string_view list = fuzz::text_of(data + 2, size - 2);

  const run::Outcome whole = run::list(list, options);
  const run::Outcome cut = run::list(list, options, next_piece);
  require(whole.header_fault.has_value() == cut.header_fault.has_value(), "pieces do not matter to the header");
  require(whole.header == cut.header && whole.rows == cut.rows, "pieces do not matter to the output");
  require(whole.refusals == cut.refusals, "pieces do not matter to refusals");
  require(whole.lines == cut.lines && whole.quote_left_open == cut.quote_left_open, "nor to lines and the end");
  require(whole.totals.json("") == cut.totals.json(""), "nor to totals");
  if (whole.header_fault) return 0;

  std::string_view body = list;
  if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
  const plain::Csv in = plain::read_csv(body, whole.delimiter);
  const plain::Csv out = plain::read_csv(whole.rows, whole.delimiter);
  const plain::Csv header = plain::read_csv(whole.header, whole.delimiter);
  require(in.quote_left_open == whole.quote_left_open, "an open quote is seen");
  require(!out.quote_left_open && header.rows.size() == 1, "the output is CSV");
  require(in.rows.size() == whole.row_count + 1 && out.rows.size() == whole.row_count, "a row out for every row in");

  const std::size_t columns = header.rows[0].cells.size();
  const std::size_t status = columns - 11;
  std::array<Int128, 7> sums{};
  std::size_t refused = 0;
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    const auto& cells = out.rows[i].cells;
    require(cells.size() == columns, "every row has every column");
    if (cells[status] != "ok") {
      require(refused < whole.refusals.size(), "a refusal for every refused row");
      const run::Refused& refusal = whole.refusals[refused++];
      require(refusal.row == i + 1 && refusal.line == in.rows[i + 1].line, "a refusal says where");
      require(name(refusal.code) == cells[status], "and what");
      for (std::size_t c = status + 1; c < columns; ++c) require(cells[c].empty(), "a refused row has no amounts");
      continue;
    }
    for (std::size_t s = 0; s < sums.size(); ++s) {
      const std::string& text = cells[status + 1 + s];
      std::int64_t amount = -1;
      const auto read = std::from_chars(text.data(), text.data() + text.size(), amount);
      require(read.ec == std::errc{} && read.ptr == text.data() + text.size() && amount >= 0, "an amount is a number");
      sums[s] += amount;
    }
  }
  require(refused == whole.refusals.size(), "no other refusals");

  const Tally& all = whole.totals.all();
  require(all.rows == whole.row_count && all.count(ansinh::Errc::ok) == whole.row_count - refused, "rows are counted");
  require(sums == std::array{all.contribution, all.central_support, all.local_top_up, all.province_top_up,
                             all.locality_top_up, all.other_support, all.participant_share},
          "totals are the sums of the output");
  require(adds_up(all), "totals add up");
  return 0;
}
