#include "lists/csv_row.hpp"

#include <algorithm>
#include <cstring>

namespace ansinh::lists {

namespace {

// The cells of a row, as many as there is room for.
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

}  // namespace

CsvRow RowSplitter::next_by_bytes(std::span<std::string_view> kept, std::vector<char>& unquoted) {
  const std::string_view bytes{row_, static_cast<std::size_t>(end_ - row_)};
  const char delimiter = delimiter_;
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
  row.bytes = bytes.substr(0, static_cast<std::size_t>(at - bytes.data()));
  row.lines = 1 + static_cast<std::uint64_t>(std::count(row.bytes.begin(), row.bytes.end(), '\n'));
  row.has_nul = row.bytes.find('\0') != std::string_view::npos;
  row.blank = is_blank(row.bytes.ends_with('\r') ? row.bytes.substr(0, row.bytes.size() - 1) : row.bytes, delimiter);
  row_ = at == end ? end : at + 1;
  window_ = {};
  next_window_ = row_;
  return row;
}

}  // namespace ansinh::lists
