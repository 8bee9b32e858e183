// Cutting of an input that arrives in pieces: the header, then blocks of whole rows.
#include <algorithm>
#include <utility>

#include "ansinh/lists.hpp"
#include "lists/batch_data.hpp"
#include "lists/csv_text.hpp"
#include "lists/d05_row.hpp"

namespace ansinh {
namespace {

// How far from its first record the number row of a D05-TS is looked for: titles and headings are far shorter.
constexpr std::size_t most_looked_ahead = std::size_t{64} << 10;

std::uint64_t line_feeds(std::string_view bytes) {
  return static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

// As a participant's row does, by its ordinal.
bool begins_with_number(std::string_view record) {
  const std::string_view cell = record.substr(0, record.find_first_of(lists::delimiters));
  return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

BatchInput::BatchInput(const Rules& rules, const BatchOptions& options)
    : rules_{rules},
      by_{options.by},
      collected_by_{std::string{options.organisation}, std::string{options.collector},
                    std::string{options.collection_point}, std::string{options.commune}},
      write_{options.write},
      list_rows_{options.list_rows},
      strict_{options.strict} {
  std::copy(options.defaults.text.begin(), options.defaults.text.end(), defaults_.begin());
}

std::size_t BatchInput::record_end(std::string_view bytes, std::string_view delimiters, bool first, State& state) {
  std::size_t last = 0;
  std::size_t line_feed = 0;  // if `first`: the next one, once looked for; it is looked for once
  bool looked = false;
  for (std::size_t at = 0; at < bytes.size();) {
    switch (state) {
      case State::quoted: {
        const auto close = bytes.find('"', at);
        if (close == std::string_view::npos) return last;
        state = State::quote_in_quoted;
        at = close + 1;
        break;
      }
      case State::quote_in_quoted:
        state = bytes[at] == '"' ? State::quoted : State::unquoted;
        if (state == State::quoted) ++at;
        break;
      case State::cell_start:
      case State::unquoted: {
        std::size_t limit = bytes.size();
        if (first) {
          if (!looked || line_feed < at) line_feed = std::min(limit, bytes.find('\n', at));
          looked = true;
          limit = line_feed;
        }
        const auto quote = bytes.substr(0, limit).find('"', at);
        const std::string_view outside = bytes.substr(0, quote == std::string_view::npos ? limit : quote);
        if (first && quote == std::string_view::npos && limit < bytes.size()) {
          state = State::cell_start;
          return limit + 1;
        }
        if (const auto end = outside.substr(at).rfind('\n'); end != std::string_view::npos) last = at + end + 1;
        // A quote opens a quoted cell where a cell begins, and is a byte like any other elsewhere.
        if (outside.size() > at) {
          const char before = outside.back();
          const bool begins = before == '\n' || delimiters.find(before) != std::string_view::npos;
          state = begins ? State::cell_start : State::unquoted;
        }
        if (quote == std::string_view::npos) return last;
        state = state == State::cell_start ? State::quoted : State::unquoted;
        at = quote + 1;
        break;
      }
    }
  }
  return last;
}

bool BatchInput::take_header(std::string_view& bytes) {
  constexpr std::size_t piece = std::size_t{64} << 10;
  while (!bytes.empty()) {
    const std::string_view taken = bytes.substr(0, piece);
    held_ += taken;
    bytes.remove_prefix(taken.size());
    if (!mark_looked_for_) {
      if (held_.size() < lists::byte_order_mark.size() && lists::byte_order_mark.starts_with(held_)) continue;
      if (held_.starts_with(lists::byte_order_mark)) held_.erase(0, lists::byte_order_mark.size());
      mark_looked_for_ = true;
    }
    while (const std::size_t end =
               record_end(std::string_view{held_}.substr(whole_), lists::delimiters, true, state_)) {
      whole_ += end;
      if (looking_ahead_ && whole_ > most_looked_ahead) break;
      const std::string_view record = std::string_view{held_}.substr(record_begin_, whole_ - record_begin_);
      const std::uint64_t lines = line_feeds(record);
      header_lines_ += lines;
      const std::size_t begin = std::exchange(record_begin_, whole_);
      if (is_blank(record)) continue;
      const auto kind = lists::record_kind(record);
      if (kind == lists::RecordKind::number_row || (!looking_ahead_ && kind == lists::RecordKind::batch_header)) {
        // What lies beyond the header came with this piece.
        const std::size_t beyond = held_.size() - whole_;
        bytes = {taken.data() + taken.size() - beyond, beyond + bytes.size()};
        header_is(begin, whole_);
        return true;
      }
      if (kind == lists::RecordKind::heading_of_form) form_seen_ = true;
      if (missing_row_ == 0 && begins_with_number(record)) missing_row_ = header_lines_ + 1 - lines;
      if (!looking_ahead_) {
        looking_ahead_ = true;
        first_record_ = record.size();
        first_lines_ = header_lines_;
        held_.erase(0, begin);
        whole_ -= begin;
        record_begin_ -= begin;
      }
    }
    if (looking_ahead_) {
      if (held_.size() > most_looked_ahead) {
        header_is_first_record();
        return true;
      }
    } else {
      held_.erase(0, record_begin_);
      record_begin_ = 0;
    }
    whole_ = held_.size();
    if (held_.size() > Batch::max_row_bytes + 2) {
      fault_ = HeaderFault{HeaderFault::Kind::too_long, {}, 0};
      return true;
    }
  }
  return false;
}

void BatchInput::header_is(std::size_t begin, std::size_t end) {
  held_.resize(end);
  held_.erase(0, begin);
  read_header();
}

// No number row came: the first record is the header after all, and what came after it are rows; or the list is a form
// that lost its number row.
void BatchInput::header_is_first_record() {
  if (form_seen_) {
    const std::uint64_t line = missing_row_ > 0 ? missing_row_ : header_lines_ + 1;
    fault_ = HeaderFault{HeaderFault::Kind::no_number_row, {}, 0, line};
    return;
  }
  held_back_ = held_.substr(first_record_);
  header_lines_ = first_lines_;
  header_is(0, first_record_);
}

void BatchInput::read_header() {
  BatchOptions options;
  std::copy(defaults_.begin(), defaults_.end(), options.defaults.text.begin());
  options.by = by_;
  options.strict = strict_;
  options.write = write_;
  options.list_rows = list_rows_;
  options.organisation = collected_by_[0];
  options.collector = collected_by_[1];
  options.collection_point = collected_by_[2];
  options.commune = collected_by_[3];
  auto read = Batch::from_header(rules_, options, held_);
  if (auto* batch = std::get_if<Batch>(&read)) {
    batch_ = std::move(*batch);
    batch_->header_lines_ = header_lines_;
  } else {
    fault_ = std::move(*std::get_if<HeaderFault>(&read));
    if (looking_ahead_) fault_->line = header_lines_;
  }
  held_.clear();
  whole_ = 0;
  state_ = State::cell_start;
}

bool BatchInput::hand_over(std::size_t size, Block& block) {
  block.bytes.swap(held_);
  block.long_row_bytes = 0;
  block.long_row_lines = 0;
  held_.assign(block.bytes, size, std::string::npos);
  block.bytes.resize(size);
  whole_ = 0;
  block.after_sum = after_sum_;
  const lists::D05Form* const form = batch_->data_->d05;
  if (form != nullptr && !after_sum_) after_sum_ = lists::holds_sum_row(*form, block.bytes, batch_->delimiter());
  return true;
}

bool BatchInput::take(std::string_view& bytes, Block& block) {
  if (!batch_ && !fault_) take_header(bytes);
  if (fault_) bytes = {};
  if (!batch_) return false;
  return take_held_back(block) || take_rows(bytes, block);
}

bool BatchInput::take_held_back(Block& block) {
  if (held_back_.empty()) return false;
  std::string_view rest = std::string_view{held_back_}.substr(held_back_taken_);
  const bool full = take_rows(rest, block);
  held_back_taken_ = held_back_.size() - rest.size();
  if (!full) held_back_.clear();
  return full;
}

bool BatchInput::take_rows(std::string_view& bytes, Block& block) {
  const char delimiter = batch_->delimiter();
  const std::string_view delimiters{&delimiter, 1};
  const std::size_t target = batch_->block_bytes();
  while (!bytes.empty()) {
    if (dropping_) {
      const std::size_t end = record_end(bytes, delimiters, true, state_);
      const std::string_view dropped = bytes.substr(0, end == 0 ? bytes.size() : end);
      dropped_bytes_ += dropped.size();
      dropped_lines_ += line_feeds(dropped);
      bytes.remove_prefix(dropped.size());
      if (end == 0) continue;
      dropping_ = false;
      block.bytes.clear();
      block.after_sum = after_sum_;
      block.long_row_bytes = dropped_bytes_ - 1;  // without the line feed
      block.long_row_lines = dropped_lines_;
      return true;
    }
    const std::size_t held = held_.size();
    const std::string_view taken = bytes.substr(0, held < target ? target - held : target);
    held_ += taken;
    bytes.remove_prefix(taken.size());
    if (const std::size_t end = record_end(taken, delimiters, false, state_)) whole_ = held + end;
    if (held_.size() < target) continue;
    if (whole_ > 0) return hand_over(whole_, block);
    if (held_.size() > Batch::max_row_bytes + 1) {
      dropping_ = true;
      dropped_bytes_ = held_.size();
      dropped_lines_ = line_feeds(held_);
      held_.clear();
    }
  }
  return false;
}

bool BatchInput::finish(Block& block) {
  if (fault_) return false;
  if (!batch_ && looking_ahead_) {
    const std::string_view last = std::string_view{held_}.substr(record_begin_);
    if (state_ != State::quoted && lists::record_kind(last) == lists::RecordKind::number_row) {
      ++header_lines_;
      header_is(record_begin_, held_.size());
    } else {
      header_is_first_record();
    }
    if (!batch_) return false;
  }
  if (!batch_) {
    if (state_ == State::quoted) {
      fault_ = HeaderFault{HeaderFault::Kind::open_quote, {}, 0};
    } else if (is_blank(held_)) {
      fault_ = HeaderFault{HeaderFault::Kind::empty, {}, 0};
    } else {
      ++header_lines_;
      read_header();
    }
    return false;
  }
  if (take_held_back(block)) return true;
  if (state_ == State::quoted) {
    quote_left_open_ = true;
    dropping_ = false;
    held_.resize(whole_);
  }
  if (dropping_) {
    dropping_ = false;
    block.bytes.clear();
    block.after_sum = after_sum_;
    block.long_row_bytes = dropped_bytes_;
    block.long_row_lines = dropped_lines_ + 1;
    return true;
  }
  if (held_.empty()) return false;
  return hand_over(held_.size(), block);
}

}  // namespace ansinh
