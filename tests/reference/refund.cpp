#include "reference/refund.hpp"

#include <algorithm>

#include "reference/checks.hpp"
#include "reference/dates.hpp"
#include "reference/price.hpp"

namespace reference {

using ansinh::Errc;
using ansinh::Flag;

namespace {

RefundOutcome refused(Errc status, std::string parameter, std::string given) {
  RefundOutcome out;
  out.status = status;
  out.parameter = std::move(parameter);
  out.given = std::move(given);
  return out;
}

// Only of a payment that is priced.
std::optional<RefundOutcome> fault_of(const Law& law, const RefundRequest& request, const Priced& paid) {
  const auto invalid = [](std::string field, std::string given) {
    return refused(Errc::invalid_argument, std::move(field), std::move(given));
  };
  using Kind = ansinh::Term::Kind;
  const Kind kind = request.payment.term.kind();
  if (kind == Kind::missing_months || kind == Kind::late) {
    return refused(Errc::term_not_allowed, "term", request.payment.term.text());
  }
  if (request.support_refunded && (*request.support_refunded < 0 || *request.support_refunded > most_money)) {
    return invalid("support_refunded", std::to_string(*request.support_refunded));
  }
  const date::sys_days on = day(request.on);
  if (on < date::sys_days{date::year{2008} / 1 / 1} || on > date::sys_days{date::year{2030} / 12 / 31}) {
    return refused(Errc::day_outside_law, "on", request.on.text());
  }
  const Value* reasons = law.on("refund_reasons", request.on);
  if (reasons == nullptr || !contains_item(reasons->text, name(request.reason))) {
    return invalid("reason", name(request.reason));
  }
  const bool before_the_period = on < first_day(month(*paid.first));
  const int most = before_the_period ? paid.all.count() : paid.all.count() - 1;
  if (request.remaining < 1 || request.remaining > most) {
    return invalid("remaining", std::to_string(request.remaining));
  }
  if (on > last_day(month(*paid.first + (paid.all.count() - 1)))) return invalid("on", request.on.text());
  return std::nullopt;
}

// The part after the cut x its months among those left / its months.
Rounded back_of(const Part& part, Months its_months, Months left) {
  if (its_months.count() == 0) return {};
  return nearest(Number{part.after_cut} * common(its_months, left).count() / its_months.count());
}

}  // namespace

std::string name(Reason reason) {
  switch (reason) {
    case Reason::compulsory: return "compulsory";
    case Reason::withdrawal: return "withdrawal";
    case Reason::death: return "death";
    case Reason::pension: return "pension";
  }
  return "";
}

RefundOutcome refund(const Law& law, const RefundRequest& request) {
  const Priced paid = price(law, request.payment);
  const Outcome& answer = paid.outcome;
  if (answer.status != Errc::ok) return refused(answer.status, answer.parameter, answer.given);
  if (auto fault = fault_of(law, request, paid)) return *fault;

  RefundOutcome out;
  out.months = request.remaining;
  const Months left{paid.all.last - request.remaining + 1, paid.all.last};
  const Rounded gross = nearest(paid.own_per_month * paid.own.sum(left));
  out.gross = gross.dong;
  bool unsettled = gross.tie;

  // The State's months are the first of the supportable ones (assumed): where they could as well be the last, the
  // refund shows it even though the payment itself does not.
  const int s = paid.central.months.count();
  const Months last{paid.supportable.last - s + 1, paid.supportable.last};
  const auto central_months_back = [&](const Part& part) {
    const Rounded back = back_of(part, part.months, left);
    if (back.tie || back_of(part, last, left).dong != back.dong) unsettled = true;
    return back.dong;
  };
  if (request.support_refunded) {
    out.central_support = *request.support_refunded;
  } else {
    out.central_support = central_months_back(paid.central);
  }
  for (std::size_t i = 0; i < paid.layers.size(); ++i) {
    const Part& part = paid.layers[i];
    const Rounded back = back_of(part, part.months, left);
    const std::int64_t dong = part.counts_as_central ? central_months_back(part) : back.dong;
    if (back.tie) unsettled = true;
    out.local_top_up += dong;
    if (answer.layers[i].layer == "province") out.province_top_up = dong;
    if (answer.layers[i].layer == "locality") out.locality_top_up = dong;
  }
  Part other;
  other.after_cut = answer.other_support;
  const Rounded other_back = back_of(other, paid.all, left);
  if (other_back.tie) unsettled = true;
  out.other_support = other_back.dong;
  // No text says what becomes of local and other money.
  if (out.local_top_up > 0 || out.other_support > 0) unsettled = true;

  const std::int64_t parts = out.central_support + out.local_top_up + out.other_support;
  out.refund = std::clamp<std::int64_t>(out.gross - parts, 0, answer.participant_share);
  out.flags = answer.flags | (unsettled ? static_cast<unsigned>(Flag::unsettled) : 0U);
  return out;
}

std::string describe(const RefundOutcome& o) {
  if (o.status != Errc::ok) {
    return "refused with code " + std::to_string(static_cast<int>(o.status)) + " (" + o.parameter + ", given " +
           o.given + ")";
  }
  std::string text = "gross " + std::to_string(o.gross) + ", central " + std::to_string(o.central_support) +
                     ", local " + std::to_string(o.local_top_up) + " (province " + std::to_string(o.province_top_up) +
                     ", locality " + std::to_string(o.locality_top_up) + "), other " + std::to_string(o.other_support) +
                     ", refund " + std::to_string(o.refund) + ", months " + std::to_string(o.months) + ", flags";
  for (const std::string& flag : flag_names(o.flags)) text += ' ' + flag;
  return text;
}

}  // namespace reference
