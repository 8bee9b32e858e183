// Totals for the forms B09a-TS and D11-TS.
#include <algorithm>

#include "ansinh/d05.hpp"
#include "core/json_writer.hpp"
#include "lists/decimal_text.hpp"
#include "lists/support_rates.hpp"

namespace ansinh {
namespace {

using lists::write_sum;

void write_count(JsonWriter& json, std::string_view key, std::uint64_t count) {
  json.key(key);
  json.value(count);
}

void add(Settlement::Sums& to, const Settlement::Sums& part) {
  to.payments += part.payments;
  to.contribution += part.contribution;
  to.central_support += part.central_support;
  to.local_top_up += part.local_top_up;
  to.other_support += part.other_support;
  to.participant_share += part.participant_share;
  to.commission += part.commission;
}

// 3456789000TH0100070003: organisation (10 digits), TH, province (2) and commune (5), point (3).
struct CollectionPoint {
  std::string_view organisation, commune;
};
std::optional<CollectionPoint> parts_of(std::string_view code) {
  constexpr std::size_t length = 22;
  if (code.size() != length || code.substr(10, 2) != "TH") return std::nullopt;
  const auto digits = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!digits(code.substr(0, 10)) || !digits(code.substr(12))) return std::nullopt;
  return CollectionPoint{code.substr(0, 10), code.substr(14, 5)};
}

// What a D11-TS needs of one organisation, collector and point.
struct Commissions {
  std::array<Settlement::Sums, 3> by_kind;  // index: PaymentKind
};

void write_rate(JsonWriter& json, std::string_view key, const std::optional<Rate>& rate) {
  if (rate) {
    json.member(key, lists::percent(*rate));
  } else {
    json.key(key);
    json.null();
  }
}

}  // namespace

void Settlement::add(const ListedRow& row) {
  std::string_view organisation = row.organisation, commune = row.commune;
  if (const auto point = parts_of(row.collection_point)) {
    if (organisation.empty()) organisation = point->organisation;
    if (commune.empty()) commune = point->commune;
  }
  Key key{organisation, row.collector, row.collection_point, commune, row.group, row.kind};
  auto line = lines_.find(key);
  if (line == lines_.end()) {
    if (lines_.size() >= max_lines) {
      too_many_lines_ = true;
      return;
    }
    line = lines_.emplace(std::move(key), Sums{}).first;
  }
  const auto& rate = row.kind == PaymentKind::first_time ? rates_.first_time : rates_.continued;
  const Money commission =
      row.kind != PaymentKind::unknown && rate ? nearest_dong(row.participant_share * *rate).dong : Money{};
  ansinh::add(line->second, Sums{.payments = 1,
                                 .contribution = row.contribution.dong(),
                                 .central_support = row.central_support.dong(),
                                 .local_top_up = row.local_top_up.dong(),
                                 .other_support = row.other_support.dong(),
                                 .participant_share = row.participant_share.dong(),
                                 .commission = commission.dong()});

  Persons& persons = persons_[{std::string{commune}, row.group}];
  if (row.participant == 0) {
    ++persons.without_number;
  } else if (!persons.known.contains(row.participant)) {
    if (kept_ < max_participants) {
      persons.known.insert(row.participant);
      ++kept_;
    } else {
      persons_complete_ = false;
    }
  }
}

std::string Settlement::json(std::string_view law_digest) const {
  std::map<std::pair<std::string, SupportGroup>, Sums> by_commune;
  std::map<std::tuple<std::string, std::string, std::string>, Commissions> by_collector;
  for (const auto& [key, sums] : lines_) {
    const auto& [organisation, collector, point, commune, group, kind] = key;
    ansinh::add(by_commune[{commune, group}], sums);
    ansinh::add(by_collector[{organisation, collector, point}].by_kind[static_cast<std::size_t>(kind)], sums);
  }

  JsonWriter json;
  json.begin_object();
  json.member("law_digest", law_digest);
  json.key("commission_rates");
  json.begin_object();
  write_rate(json, "first_time", rates_.first_time);
  write_rate(json, "continued", rates_.continued);
  json.end_object();

  json.key("b09a");
  json.begin_array();
  for (const auto& [key, sums] : by_commune) {
    json.begin_object();
    json.member("commune", key.first);
    json.member("group", name(key.second));
    const Persons& persons = persons_.at(key);
    json.key("participants");
    if (persons_complete_) {
      json.value(persons.known.size() + persons.without_number);
    } else {
      json.null();
    }
    write_count(json, "payments", sums.payments);
    write_sum(json, "contribution", sums.contribution);
    // As the form prints it: what is due less the State's support, whatever province and others pay of it.
    write_sum(json, "contribution_less_central_support", sums.contribution - sums.central_support);
    write_sum(json, "central_support", sums.central_support);
    json.end_object();
  }
  json.end_array();

  json.key("d11");
  json.begin_array();
  for (const auto& [key, commissions] : by_collector) {
    json.begin_object();
    json.member("organisation", std::get<0>(key));
    json.member("collector", std::get<1>(key));
    json.member("collection_point", std::get<2>(key));
    Sums total;
    for (const PaymentKind kind : {PaymentKind::first_time, PaymentKind::continued, PaymentKind::unknown}) {
      const Sums& sums = commissions.by_kind[static_cast<std::size_t>(kind)];
      ansinh::add(total, sums);
      const std::string_view kind_name = name(kind);
      json.key(kind_name);
      json.begin_object();
      write_count(json, "payments", sums.payments);
      write_sum(json, "participant_share", sums.participant_share);
      write_sum(json, "commission", sums.commission);
      json.end_object();
    }
    write_sum(json, "participant_share", total.participant_share);
    write_sum(json, "commission", total.commission);
    json.end_object();
  }
  json.end_array();

  json.key("lines");
  json.begin_array();
  for (const auto& [key, sums] : lines_) {
    const auto& [organisation, collector, point, commune, group, kind] = key;
    json.begin_object();
    json.member("organisation", organisation);
    json.member("collector", collector);
    json.member("collection_point", point);
    json.member("commune", commune);
    json.member("group", name(group));
    json.member("kind", name(kind));
    write_count(json, "payments", sums.payments);
    write_sum(json, "contribution", sums.contribution);
    write_sum(json, "central_support", sums.central_support);
    write_sum(json, "local_top_up", sums.local_top_up);
    write_sum(json, "other_support", sums.other_support);
    write_sum(json, "participant_share", sums.participant_share);
    write_sum(json, "commission", sums.commission);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return std::move(json).text();
}

}  // namespace ansinh
