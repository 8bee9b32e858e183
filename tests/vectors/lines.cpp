#include "vectors/lines.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace vectors {

using namespace ansinh;
using reference::Outcome;
using reference::RefundOutcome;
using reference::RefundRequest;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

namespace {

const char* status_name(Errc code) {
  static const std::pair<Errc, const char*> names[] = {{Errc::ok, "ok"},
                                                       {Errc::invalid_argument, "invalid_argument"},
                                                       {Errc::day_outside_law, "day_outside_law"},
                                                       {Errc::term_not_allowed, "term_not_allowed"},
                                                       {Errc::income_below_floor, "income_below_floor"},
                                                       {Errc::income_above_ceiling, "income_above_ceiling"},
                                                       {Errc::income_off_step, "income_off_step"},
                                                       {Errc::payment_late, "payment_late"},
                                                       {Errc::value_not_published, "value_not_published"}};
  for (const auto& [known, name] : names) {
    if (known == code) return name;
  }
  return "";
}

std::string group_text(GroupSet groups) {
  static const char* const names[] = {
      "poor", "island", "near_poor", "ethnic_minority", "escaped_near_poor", "informal_worker", "security_force"};
  std::string text;
  for (unsigned i = 0; i < 7; ++i) {
    if ((groups.bits() >> i & 1U) == 0) continue;
    if (!text.empty()) text += '|';
    text += names[i];
  }
  return text;
}

std::string two_digits(int code) { return (code < 10 ? "0" : "") + std::to_string(code); }

void number(Writer& w, const char* key, std::int64_t value) {
  w.Key(key);
  w.Int64(value);
}

void text(Writer& w, const char* key, const std::string& value) {
  w.Key(key);
  w.String(value.c_str());
}

void flags(Writer& w, unsigned bits) {
  w.Key("flags");
  w.StartArray();
  for (const std::string& flag : reference::flag_names(bits)) w.String(flag.c_str());
  w.EndArray();
}

void answer(Writer& w, const Outcome& o) {
  text(w, "status", "ok");
  number(w, "contribution", o.contribution);
  number(w, "central_support", o.central_support);
  number(w, "local_top_up", o.local_top_up);
  number(w, "province_top_up", o.province_top_up);
  number(w, "locality_top_up", o.locality_top_up);
  number(w, "other_support", o.other_support);
  number(w, "participant_share", o.participant_share);
  number(w, "months", o.months);
  number(w, "supported_months", o.supported_months);
  flags(w, o.flags);
  w.Key("layers");
  w.StartArray();
  for (const reference::Layer& layer : o.layers) {
    w.StartObject();
    text(w, "layer", layer.layer);
    text(w, "programme", layer.programme);
    number(w, "amount", layer.amount);
    text(w, "source", layer.source);
    w.EndObject();
  }
  w.EndArray();
}

void answer(Writer& w, const RefundOutcome& o) {
  text(w, "status", "ok");
  number(w, "gross", o.gross);
  number(w, "central_support", o.central_support);
  number(w, "province_top_up", o.province_top_up);
  number(w, "locality_top_up", o.locality_top_up);
  number(w, "other_support", o.other_support);
  number(w, "refund", o.refund);
  number(w, "months", o.months);
  flags(w, o.flags);
}

template <class AnyOutcome>
std::string line(const std::string& id, const std::string& source, const Cells& cells, const AnyOutcome& outcome) {
  rapidjson::StringBuffer buffer;
  Writer w{buffer};
  w.StartObject();
  text(w, "id", id);
  text(w, "source", source);
  w.Key("request");
  w.StartObject();
  for (const auto& [field, cell] : cells) text(w, field.c_str(), cell);
  w.EndObject();
  const bool answered = outcome.status == Errc::ok;
  w.Key(answered ? "answer" : "refusal");
  w.StartObject();
  if (answered) {
    answer(w, outcome);
  } else {
    text(w, "status", status_name(outcome.status));
    text(w, "parameter", outcome.parameter);
    text(w, "given", outcome.given);
  }
  w.EndObject();
  w.EndObject();
  return std::string(buffer.GetString()) + '\n';
}

}  // namespace

const reference::Law& law() {
  static const reference::Law of_files = reference::Law::from_files();
  return of_files;
}

Cells cells_of(const Request& q) {
  Cells cells{{"paid_on", q.paid_on.text()}};
  if (q.first_month) cells.emplace_back("first_month", q.first_month->text());
  cells.emplace_back("income", std::to_string(q.income.dong()));
  cells.emplace_back("term", q.term.text());
  if (!q.groups.empty()) cells.emplace_back("groups", group_text(q.groups));
  if (q.place.province) cells.emplace_back("province", two_digits(q.place.province->number()));
  if (q.place.former_province) cells.emplace_back("former_province", two_digits(q.place.former_province->number()));
  if (q.place.locality) cells.emplace_back("locality", q.place.locality->text());
  if (q.months_supported != 0) cells.emplace_back("months_supported", std::to_string(q.months_supported));
  if (q.local_months_used) cells.emplace_back("local_months_used", std::to_string(*q.local_months_used));
  if (q.fund_return_rate) cells.emplace_back("fund_return_rate", q.fund_return_rate->text());
  if (q.other_support.dong() != 0) cells.emplace_back("other_support", std::to_string(q.other_support.dong()));
  if (q.th_support) cells.emplace_back("th_support", *q.th_support == ThSupport::nominal ? "nominal" : "compounded");
  return cells;
}

Cells cells_of(const RefundRequest& request) {
  Cells cells = cells_of(request.payment);
  cells.emplace_back("remaining", std::to_string(request.remaining));
  cells.emplace_back("on", request.on.text());
  cells.emplace_back("reason", name(request.reason));
  if (request.support_refunded) cells.emplace_back("support_refunded", std::to_string(*request.support_refunded));
  return cells;
}

std::string Lines::next_id(const std::string& what) { return name_ + "/" + std::to_string(++count_) + " " + what; }

void Lines::add(const std::string& what, const std::string& source, const Request& q) {
  add(what, source, cells_of(q), q);
}

void Lines::add(const std::string& what, const std::string& source, const Cells& cells, const Request& q) {
  text_ += line(next_id(what), source, cells, reference::assess(law(), q));
}

void Lines::add(const std::string& what, const std::string& source, const RefundRequest& request) {
  kind_ = Kind::refunds;
  text_ += line(next_id(what), source, cells_of(request), reference::refund(law(), request));
}

void Lines::refuse(const std::string& what, const std::string& source, const Cells& cells, const std::string& parameter,
                   const std::string& given) {
  Outcome refusal;
  refusal.status = Errc::invalid_argument;
  refusal.parameter = parameter;
  refusal.given = given;
  text_ += line(next_id(what), source, cells, refusal);
}

}  // namespace vectors
