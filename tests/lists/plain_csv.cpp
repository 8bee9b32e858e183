#include "plain_csv.hpp"

namespace plain {

Csv read_csv(std::string_view bytes, char delimiter) {
  Csv csv;
  std::size_t line = 1;
  std::size_t at = 0;
  while (at < bytes.size()) {
    Row row;
    row.line = line;
    const std::size_t begin = at;
    std::string cell;
    enum { start, bare, quoted, closed } state = start;
    bool any_quoted = false;
    bool return_pending = false;  // a CR outside quotes, which ends the cell if the line ends next
    bool ended = false;
    for (; at < bytes.size() && !ended; ++at) {
      const char c = bytes[at];
      if (c == '\n') ++line;
      if (state == quoted) {
        if (c == '"') {
          state = closed;
        } else {
          cell += c;
        }
        continue;
      }
      if (state == closed && c == '"') {
        cell += c;
        state = quoted;
        continue;
      }
      if (state == start && c == '"') {
        state = quoted;
        any_quoted = true;
        continue;
      }
      const bool after_quote = state == closed;
      if (return_pending && c != '\n') {
        cell += '\r';
        return_pending = false;
      }
      if (c == delimiter || c == '\n') {
        return_pending = false;
        row.cells.push_back(cell);
        cell.clear();
        state = start;
        ended = c == '\n';
        continue;
      }
      state = bare;
      if (c == '\r') {
        const bool at_line_end = at + 1 == bytes.size() || bytes[at + 1] == '\n';
        if (after_quote && !at_line_end) row.malformed = true;
        return_pending = true;
        continue;
      }
      if (after_quote) row.malformed = true;
      cell += c;
    }
    if (!ended) {
      if (state == quoted) {
        csv.quote_left_open = true;
        return csv;
      }
      row.cells.push_back(cell);
    }
    row.bytes = bytes.substr(begin, at - begin - (ended ? 1 : 0));
    std::string_view content = row.bytes;
    if (content.ends_with('\r')) content.remove_suffix(1);
    // Before the header there is no delimiter yet: a line of white space is blank there, whatever it is made of.
    const bool before_header = csv.rows.empty() && row.bytes.find_first_not_of(" \t\r") == std::string_view::npos;
    const bool blank = before_header || (!any_quoted && row.cells.size() == 1 &&
                                         content.find_first_not_of(" \t") == std::string_view::npos);
    if (!blank) csv.rows.push_back(row);
  }
  return csv;
}

}  // namespace plain
