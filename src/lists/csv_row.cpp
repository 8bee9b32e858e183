#include "lists/csv_row.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "lists/byte_chunk.hpp"

namespace ansinh::lists {
namespace {

// Beyond the end there are line feeds: an input without a last one ends like one with it.
Chunk load(const char* at, const char* end) {
  if (static_cast<std::size_t>(end - at) >= Chunk::size) return Chunk{at};
  std::array<char, Chunk::size> bytes;
  bytes.fill('\n');
  std::copy(at, end, bytes.data());
  return Chunk{bytes.data()};
}

class Cells {
 public:
  explicit Cells(std::span<std::string_view> kept) : kept_{kept} {}
  void add(const char* begin, const char* end) {
    if (count_ < kept_.size()) kept_[count_] = {begin, static_cast<std::size_t>(end - begin)};
    ++count_;
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::span<std::string_view> kept_;
  std::size_t count_ = 0;
};

bool is_blank(std::string_view line, char delimiter) {
  return std::all_of(line.begin(), line.end(), [=](char c) { return c != delimiter && (c == ' ' || c == '\t'); });
}

// A row with a quote somewhere: cell by cell, byte by byte where it must be.
CsvRow split_with_quotes(std::string_view bytes, char delimiter, std::span<std::string_view> kept,
                         std::vector<char>& unquoted) {
  CsvRow row;
  row.ascii = false;
  row.plain = false;
  Cells cells{kept};
  if (unquoted.size() < bytes.size()) unquoted.resize(bytes.size());
  char* free = unquoted.data();
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  const auto find_quote = [end](const char* from) {
    return from == end ? nullptr
                       : static_cast<const char*>(std::memchr(from, '"', static_cast<std::size_t>(end - from)));
  };
  const auto keep = [&free](const char* from, const char* to) { free = std::copy(from, to, free); };

  for (bool last = false; !last;) {
    const char* copied = nullptr;  // where the cell's copy begins, once it needs one
    const char* begin = at;
    if (at != end && *at == '"') {
      begin = ++at;
      const char* close = find_quote(at);
      while (close != nullptr && close + 1 != end && close[1] == '"') {
        if (copied == nullptr) copied = free;
        keep(at, close + 1);
        at = close + 2;
        close = find_quote(at);
      }
      if (close == nullptr) {
        row.open_quote = true;
        close = end;
      }
      if (copied != nullptr) keep(at, close);
      const char* stop = close;
      at = close == end ? end : close + 1;

      const char* tail = at;
      while (at != end && *at != delimiter && *at != '\n') ++at;
      const char* tail_end = at;
      if (tail_end != tail && (at == end || *at == '\n') && tail_end[-1] == '\r') --tail_end;
      if (tail_end != tail) {
        row.malformed = true;
        if (copied == nullptr) {
          copied = free;
          keep(begin, close);
        }
        keep(tail, tail_end);
      }
      if (copied != nullptr) {
        cells.add(copied, free);
      } else {
        cells.add(begin, stop);
      }
    } else {
      while (at != end && *at != delimiter && *at != '\n') ++at;
      const char* stop = at;
      if (stop != begin && (at == end || *at == '\n') && stop[-1] == '\r') --stop;
      cells.add(begin, stop);
    }
    last = at == end || *at == '\n';
    if (!last) ++at;
  }
  row.cell_count = cells.count();
  row.length = static_cast<std::size_t>(at - bytes.data());
  row.bytes = row.length + (at == end ? 0 : 1);
  const std::string_view line = bytes.substr(0, row.length);
  row.lines = 1 + static_cast<std::uint64_t>(std::count(line.begin(), line.end(), '\n'));
  row.has_nul = line.find('\0') != std::string_view::npos;
  return row;
}

}  // namespace

CsvRow split_row(std::string_view bytes, char delimiter, std::span<std::string_view> kept,
                 std::vector<char>& unquoted) {
  const char* const begin = bytes.data();
  const char* const end = begin + bytes.size();
  Cells cells{kept};
  const char* cell = begin;
  const char* line_end = nullptr;
  std::uint32_t quotes = 0;
  std::uint32_t returns = 0;
  std::uint32_t nuls = 0;
  std::uint32_t beyond_ascii = 0;
  for (const char* at = begin; line_end == nullptr; at += Chunk::size) {
    const Chunk chunk = load(at, end);
    const std::uint32_t line_feeds = chunk.equal('\n');
    std::uint32_t inside = ~std::uint32_t{0};  // the bytes of this row
    if (line_feeds != 0) {
      inside = (line_feeds & (~line_feeds + 1)) - 1;
      line_end = at + std::countr_zero(line_feeds);
    }
    beyond_ascii |= chunk.beyond_ascii() & inside;
    // Quotes, returns and NULs lie low in ASCII; letters, digits and delimiters do not.
    if ((chunk.at_or_below('"') & inside) != 0) {
      quotes |= chunk.equal('"') & inside;
      returns |= chunk.equal('\r') & inside;
      nuls |= chunk.equal('\0') & inside;
    }
    for (std::uint32_t marks = chunk.equal(delimiter) & inside; marks != 0; marks &= marks - 1) {
      const char* mark = at + std::countr_zero(marks);
      cells.add(cell, mark);
      cell = mark + 1;
    }
  }
  if (quotes != 0) return split_with_quotes(bytes, delimiter, kept, unquoted);

  CsvRow row;
  row.length = static_cast<std::size_t>(line_end - begin);
  row.bytes = row.length + (line_end == end ? 0 : 1);
  const char* content_end = line_end;
  if (returns != 0) {
    if (content_end[-1] == '\r') --content_end;
    row.plain = std::find(begin, content_end, '\r') == content_end;
  }
  cells.add(cell, content_end);
  row.cell_count = cells.count();
  row.has_nul = nuls != 0;
  row.ascii = beyond_ascii == 0;
  row.blank = content_end == begin || ((*begin == ' ' || *begin == '\t') &&
                                       is_blank({begin, static_cast<std::size_t>(content_end - begin)}, delimiter));
  return row;
}

}  // namespace ansinh::lists
