#include "ansinh/refund.hpp"

#include <algorithm>

#include "assess/kernel.hpp"
#include "assess/recorder.hpp"
#include "assess/refund_checks.hpp"
#include "assess/refund_work.hpp"
#include "assess/unknown_records.hpp"

namespace ansinh {
namespace {

// Goes on where the kernel ends: every event is handed to the sink within, and once the payment is answered the refund
// is worked out of the same working.
template <class Inner, class Arithmetic>
class RefundSink {
 public:
  RefundSink(const Rules::Data& data, const Arithmetic& arithmetic, const RefundRequest& request, Inner& inner,
             Result<Refund>& outcome)
      : data_{data}, arithmetic_{arithmetic}, request_{request}, inner_{inner}, outcome_{outcome} {}

  void bounds(const Request& q, const Working& work) { inner_.bounds(q, work); }
  void contribution(const Request& q, const Working& work) { inner_.contribution(q, work); }
  void central(const Request& q, const Working& work) { inner_.central(q, work); }
  void layer(const Request& q, const Working& work, const LayerWork& layer) { inner_.layer(q, work, layer); }
  void cut(const Request& q, const Working& work) { inner_.cut(q, work); }
  void answered(const Request& q, const Working& work, const Assessment& answer) {
    inner_.answered(q, work, answer);
    if (auto fault = refund_fault(data_, request_)) {
      outcome_ = *fault;
      return;
    }
    RefundWork refund;
    work_out_refund(request_, work, answer.participant_share, arithmetic_, refund);
    fill(work, refund, answer);
    inner_.refunded(request_, work, refund);
  }

 private:
  void fill(const Working& work, const RefundWork& refund, const Assessment& answer) {
    Refund& out = outcome_.value();
    out.gross = refund.gross.dong;
    out.central_support = refund.central.back.dong;
    out.other_support = refund.other.back.dong;
    for (std::size_t i = 0; i < refund.layer_parts().size(); ++i) {
      const LayerWork& layer = work.layers[i];
      const Money back = refund.layers[i].back.dong;
      out.layer_amounts.add({back, layer.candidate->programme, layer.layer, layer.candidate->source});
      out.local_top_up += back;
      if (layer.layer == 0) out.province_top_up = back;
      if (layer.layer == 1) out.locality_top_up = back;
    }
    out.refund = refund.refund;
    out.months = static_cast<std::uint16_t>(request_.remaining);
    out.flags = answer.flags;
    if (unsettled_refund(refund)) out.flags.set(Flag::unsettled);
  }

  const Rules::Data& data_;
  const Arithmetic& arithmetic_;
  const RefundRequest& request_;
  Inner& inner_;
  Result<Refund>& outcome_;
};

struct SilentRefundSink : SilentSink {
  void refunded(const RefundRequest&, const Working&, const RefundWork&) {}
};

// Fills `outcome`, which must hold a fresh refund; the payment's own answer where it is wanted.
template <class Arithmetic, class Inner>
void run(const Rules& rules, const RefundRequest& request, const Arithmetic& arithmetic, Inner& inner,
         Result<Refund>& outcome, Assessment& answer) {
  RefundSink<Inner, Arithmetic> sink{rules.data(), arithmetic, request, inner, outcome};
  const auto refuse = [&outcome](const Fault& fault) { outcome = fault; };
  Kernel<Arithmetic, decltype(sink), decltype(refuse)>{rules.data(), arithmetic, sink, refuse}.run(request.payment,
                                                                                                   answer);
}

template <class Arithmetic>
Result<Refund> silent(const Rules& rules, const RefundRequest& request, const Arithmetic& arithmetic) {
  Result<Refund> outcome{std::in_place};
  SilentRefundSink nobody;
  Assessment answer;
  run(rules, request, arithmetic, nobody, outcome, answer);
  return outcome;
}

}  // namespace

Result<Refund> refund(const Rules& rules, const RefundRequest& request) noexcept {
  return silent(rules, request, FastArithmetic{nullptr});
}

Result<Refund> refund_exact(const Rules& rules, const RefundRequest& request) {
  return silent(rules, request, ReferenceArithmetic{});
}

RefundExplanation explain(const Rules& rules, const RefundRequest& request) {
  RefundExplanation out{request, Result<Refund>{std::in_place}, {request.payment, Assessment{}, {}, {}, {}, {}}, 0};
  Recorder recorder{rules.data(), out.payment};
  recorder.given(request.payment);
  Assessment answer;
  run(rules, request, FastArithmetic{nullptr}, recorder, out.outcome, answer);
  if (!out.outcome.ok()) {
    out.payment.outcome = out.outcome.fault();
    return out;
  }
  out.payment.outcome = answer;
  if (answer.flags.has(Flag::local_unknown)) add_unknown(rules, request.payment, out.payment);
  const int months = request.payment.term.covered_months();
  const int passed = request.on.month() - first_month(request.payment);
  out.months_from_event = months - std::clamp(passed, 0, months);
  return out;
}

std::optional<Fault> not_settled(const RefundRequest& request, const Refund& refund) {
  return not_settled_fault(request.payment.paid_on, refund.flags);
}

bool operator==(const Refund& a, const Refund& b) {
  return a.gross == b.gross && a.central_support == b.central_support && a.local_top_up == b.local_top_up &&
         a.province_top_up == b.province_top_up && a.locality_top_up == b.locality_top_up &&
         a.other_support == b.other_support && a.refund == b.refund && a.months == b.months && a.flags == b.flags &&
         std::ranges::equal(a.layers(), b.layers());
}

}  // namespace ansinh
