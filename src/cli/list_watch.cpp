#include "list_watch.hpp"

#include "progress.hpp"

namespace ansinh::cli {
namespace {

// The option whose value is no percentage; nothing if both are.
std::optional<std::string> read_commission_rates(const BatchCommand& command, CommissionRates& rates) {
  const auto read = [](const std::optional<std::string>& text, std::optional<Rate>& rate) {
    if (text) rate = read_percent(*text);
    return !text || rate;
  };
  if (!read(command.commission_first, rates.first_time)) return "--commission-first " + *command.commission_first;
  if (!read(command.commission_continued, rates.continued)) {
    return "--commission-continued " + *command.commission_continued;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> ListWatch::settle(const BatchCommand& command, BatchOptions& options) {
  if (!command.settlement) return std::nullopt;
  CommissionRates rates;
  if (auto malformed = read_commission_rates(command, rates)) {
    *malformed += language_ == Language::vi ? ": cần tỷ lệ phần trăm từ 0 đến 100, như 4,5"
                                            : ": must be a percentage from 0 to 100, as 4.5";
    return malformed;
  }
  settlement_.emplace(rates);
  options.list_rows = true;
  options.organisation = command.organisation;
  options.collector = command.collector;
  options.collection_point = command.collection_point;
  options.commune = command.commune;
  return std::nullopt;
}

std::string ListWatch::look_at(const ListedRow& row, RowPosition at) {
  if (settlement_) settlement_->add(row);
  const auto first = twice_.add(row.participant, row.first_month, {at.row, at.line});
  if (!first || ++warned_ > warnings_told) return {};
  return json_ ? listed_twice_json(row, at, *first) : listed_twice_text(row, at, *first, language_);
}

std::string ListWatch::ending() const {
  std::string text;
  if (warned_ > warnings_told && !json_) {
    const std::string more = grouped(warned_ - warnings_told, language_);
    text += language_ == Language::vi ? "và " + more + " cảnh báo nữa\n" : "and " + more + " more warnings\n";
  }
  if (const auto at = twice_.stopped_at()) {
    text += json_ ? listed_twice_stopped_json(*at) : listed_twice_stopped_text(*at, language_);
  }
  if (without_place_ > 0) {
    text += json_ ? local_without_place_json(without_place_) : local_without_place_text(without_place_, language_);
  }
  return text;
}

}  // namespace ansinh::cli
