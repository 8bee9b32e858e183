// Exact totals and their JSON.
#include <algorithm>

#include "ansinh/lists.hpp"
#include "core/json_writer.hpp"
#include "lists/decimal_text.hpp"

namespace ansinh {
namespace {

using lists::write_sum;

constexpr std::array statuses{Errc::ok,
                              Errc::invalid_argument,
                              Errc::day_outside_law,
                              Errc::term_not_allowed,
                              Errc::income_below_floor,
                              Errc::income_above_ceiling,
                              Errc::income_off_step,
                              Errc::payment_late,
                              Errc::value_not_published,
                              Errc::not_settled,
                              Errc::does_not_fit};
static_assert(statuses.size() == std::tuple_size_v<decltype(Tally::by_status)>);

void write_checks(JsonWriter& json, const CheckTallies& checks) {
  json.key("check");
  json.begin_object();
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (checks[i].rows == 0) continue;
    json.key(name(static_cast<Checked>(i)));
    json.begin_object();
    json.key("rows");
    json.value(checks[i].rows);
    write_sum(json, "difference", checks[i].difference);
    json.end_object();
  }
  json.end_object();
}

void write_tally(JsonWriter& json, const Tally& tally, bool checked) {
  json.key("rows");
  json.value(tally.rows);
  json.key("status");
  json.begin_object();
  for (const Errc status : statuses) {
    if (status != Errc::ok && tally.count(status) == 0) continue;
    json.key(name(status));
    json.value(tally.count(status));
  }
  json.end_object();
  json.key("sums");
  json.begin_object();
  write_sum(json, "contribution", tally.contribution);
  write_sum(json, "central_support", tally.central_support);
  write_sum(json, "local_top_up", tally.local_top_up);
  write_sum(json, "province_top_up", tally.province_top_up);
  write_sum(json, "locality_top_up", tally.locality_top_up);
  write_sum(json, "other_support", tally.other_support);
  write_sum(json, "participant_share", tally.participant_share);
  json.end_object();
  json.key("by_source");
  json.begin_object();
  for (const auto source : {SourceOfMoney::budget, SourceOfMoney::fund}) {
    write_sum(json, name(source), tally.by_source[static_cast<std::size_t>(source)]);
  }
  json.end_object();
  if (checked) {
    json.key("check_disagreements");
    json.value(tally.check_disagreements);
  }
}

}  // namespace

Totals::Totals(std::vector<std::string> columns, std::size_t most_values)
    : columns_{std::move(columns)}, most_values_{most_values}, values_(columns_.size()) {}

Tally* Totals::value(std::size_t column, std::string_view text) {
  Values& values = values_[column];
  if (const auto found = values.find(text); found != values.end()) return &found->second;
  if (values.size() >= most_values_) {
    if (!too_many_ || column < *too_many_) too_many_ = column;
    return nullptr;
  }
  return &values.emplace(text, Tally{}).first->second;
}

void Totals::add(Errc status, const Assessment& assessment, std::span<const std::string_view> values) {
  all_.add(status, assessment);
  for (std::size_t i = 0; i < values_.size() && i < values.size(); ++i) {
    if (Tally* tally = value(i, values[i])) tally->add(status, assessment);
  }
}

void Totals::add(std::size_t column, std::string_view text, const Tally& rows) {
  if (Tally* tally = value(column, text)) tally->add(rows);
}

void Totals::disagree(const std::array<std::optional<Money>, checked_count>& differences,
                      std::span<const std::string_view> values) {
  ++all_.check_disagreements;
  for (std::size_t i = 0; i < values_.size() && i < values.size(); ++i) {
    if (Tally* tally = value(i, values[i])) ++tally->check_disagreements;
  }
  for (std::size_t i = 0; i < checked_count; ++i) {
    if (!differences[i]) continue;
    ++checks_[i].rows;
    checks_[i].difference += differences[i]->dong();
  }
}

bool Totals::merge(const Totals& other) {
  if (columns_ != other.columns_) return false;
  all_.add(other.all_);
  checked_ = checked_ || other.checked_;
  for (std::size_t i = 0; i < checked_count; ++i) {
    checks_[i].rows += other.checks_[i].rows;
    checks_[i].difference += other.checks_[i].difference;
  }
  for (std::size_t i = 0; i < values_.size(); ++i) {
    for (const auto& [text, tally] : other.values_[i]) {
      if (Tally* mine = value(i, text)) mine->add(tally);
    }
  }
  if (other.too_many_ && (!too_many_ || *other.too_many_ < *too_many_)) too_many_ = other.too_many_;
  return true;
}

const Tally* Totals::of(std::string_view column, std::string_view value) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) return nullptr;
  const Values& values = values_[static_cast<std::size_t>(found - columns_.begin())];
  const auto tally = values.find(value);
  return tally == values.end() ? nullptr : &tally->second;
}

const std::string* Totals::column_with_too_many_values() const { return too_many_ ? &columns_[*too_many_] : nullptr; }

std::string Totals::json(std::string_view law_digest) const {
  JsonWriter json;
  json.begin_object();
  json.member("law_digest", law_digest);
  write_tally(json, all_, checked_);
  if (checked_) write_checks(json, checks_);
  json.key("by");
  json.begin_object();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    json.key(columns_[i]);
    json.begin_object();
    std::vector<const Values::value_type*> sorted;
    sorted.reserve(values_[i].size());
    for (const auto& entry : values_[i]) sorted.push_back(&entry);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    for (const auto* entry : sorted) {
      json.key(entry->first);
      json.begin_object();
      write_tally(json, entry->second, checked_);
      json.end_object();
    }
    json.end_object();
  }
  json.end_object();
  json.end_object();
  return std::move(json).text();
}

}  // namespace ansinh
