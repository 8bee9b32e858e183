// Exact totals and their JSON.
#include <algorithm>

#include "ansinh/lists.hpp"
#include "core/json_writer.hpp"
#include "lists/column_name.hpp"
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

void write_by_source(JsonWriter& json, const std::array<Int128, 2>& sums) {
  json.begin_object();
  for (const auto source : {SourceOfMoney::budget, SourceOfMoney::fund}) {
    write_sum(json, name(source), sums[static_cast<std::size_t>(source)]);
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
  write_by_source(json, tally.by_source);
  if (checked) {
    json.key("check_disagreements");
    json.value(tally.check_disagreements);
  }
}

void write_quarter(JsonWriter& json, const QuarterSums& sums, std::span<const std::string> layers) {
  json.begin_object();
  json.key("rows");
  json.value(sums.rows);
  json.key("sums");
  json.begin_object();
  write_sum(json, "contribution", sums.contribution);
  write_sum(json, "central_support", sums.central_support);
  write_sum(json, "other_support", sums.other_support);
  write_sum(json, "participant_share", sums.participant_share);
  json.end_object();
  json.key("local");
  json.begin_object();
  for (std::size_t layer = 0; layer < layers.size() && layer < sums.local.size(); ++layer) {
    json.key(layers[layer]);
    write_by_source(json, sums.local[layer]);
  }
  json.end_object();
  json.end_object();
}

bool is_column_of_settlement(std::string_view name) {
  const std::string folded = lists::folded(name);
  return folded == "collection_point" || folded == "commune";
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

bool Totals::is_settled(std::size_t column) const { return is_column_of_settlement(columns_[column]); }

void Totals::settle(std::vector<std::string> layers) {
  layers_ = std::move(layers);
  quarters_.resize(columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) settles_ = settles_ || is_settled(i);
}

void Totals::add_to_quarter(Day paid_on, const Assessment& assessment, std::span<const std::string_view> values) {
  for (std::size_t i = 0; i < quarters_.size() && i < values.size(); ++i) {
    if (!is_settled(i)) continue;
    const std::pair key{std::string{values[i]}, quarter_of(paid_on)};
    const auto found = quarters_[i].find(key);
    if (found != quarters_[i].end()) {
      found->second.add(assessment);
    } else if (quarters_[i].size() < most_values_) {
      quarters_[i][key].add(assessment);
    } else if (!too_many_ || i < *too_many_) {
      too_many_ = i;
    }
  }
}

const QuarterSums* Totals::of(std::string_view column, std::string_view value, int quarter) const {
  for (std::size_t i = 0; i < quarters_.size(); ++i) {
    if (columns_[i] != column) continue;
    const auto found = quarters_[i].find(std::pair{std::string{value}, quarter});
    return found == quarters_[i].end() ? nullptr : &found->second;
  }
  return nullptr;
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
  for (std::size_t i = 0; i < quarters_.size() && i < other.quarters_.size(); ++i) {
    for (const auto& [key, sums] : other.quarters_[i]) {
      if (quarters_[i].size() < most_values_ || quarters_[i].contains(key)) {
        quarters_[i][key].add(sums);
      } else if (!too_many_ || i < *too_many_) {
        too_many_ = i;
      }
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
      if (i < quarters_.size() && is_settled(i)) {
        json.key("by_quarter");
        json.begin_object();
        auto quarter = quarters_[i].lower_bound(std::pair{entry->first, 0});
        for (; quarter != quarters_[i].end() && quarter->first.first == entry->first; ++quarter) {
          json.key(quarter_text(quarter->first.second));
          write_quarter(json, quarter->second, layers_);
        }
        json.end_object();
      }
      json.end_object();
    }
    json.end_object();
  }
  json.end_object();
  json.end_object();
  return std::move(json).text();
}

}  // namespace ansinh
