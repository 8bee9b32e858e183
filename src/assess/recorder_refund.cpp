// The steps of a refund, after those of its payment.
#include "assess/formulas.hpp"
#include "assess/recorder.hpp"

namespace ansinh {

void Recorder::refunded(const RefundRequest& request, const Working& paid, const RefundWork& work) {
  add(Quantity::refund_day, Operation::given, Datum{request.on});
  const Index given_back = add(Quantity::refund_months, Operation::given, Datum::months(request.remaining));
  const Index used = add(Quantity::used_months, Operation::difference, Datum::months(work.used), {months_, given_back});
  Index gross = none;
  if (request.payment.term.kind() == Term::Kind::years_ahead) {
    gross = add(Quantity::refund_gross, Operation::nearest_dong_discounted, Datum{work.gross.dong},
                {contribution_rate_, income_, r_, months_, given_back});
  } else {
    gross = add(Quantity::refund_gross, Operation::nearest_dong, Datum{work.gross.dong},
                {contribution_rate_, income_, given_back});
  }
  last().tie = work.gross.tie;
  last().formula = refund_formula(request.on);

  // Months that the State cannot support come first and are used up first.
  Index used_of_state = used;
  if (work.supportable_from > 0 && paid.supported > 0) {
    const Index from = add(Quantity::supportable_from, Operation::difference, Datum::months(work.supportable_from),
                           {months_, supportable_});
    used_of_state = add(Quantity::used_supportable_months, Operation::difference_or_zero,
                        Datum::months(std::max(0, work.used - work.supportable_from)), {used, from});
  }
  const auto goes_back = [&](Quantity quantity, const RefundPart& part, Index amount, Index months, Index used_up) {
    const Index left = add(Quantity::months_given_back, Operation::difference_or_zero,
                           Datum::months(part.given_back_months), {months, used_up});
    const Index back = add(quantity, Operation::prorated, Datum{part.back.dong}, {amount, left, months});
    last().tie = part.back.tie;
    return back;
  };
  std::vector<Index> backs;
  if (request.support_refunded) {
    backs.push_back(add(Quantity::central_support_refund, Operation::given, Datum{work.central.back.dong}));
  } else if (paid.supported > 0) {
    backs.push_back(
        goes_back(Quantity::central_support_refund, work.central, central_after_, supported_, used_of_state));
  }
  std::size_t part = 0;
  for (const RecordedLayer& layer : layers_) {
    if (layer.work.top_up.dong == Money{}) continue;
    const bool central = layer.work.rule->months == RuleMonths::Kind::central;
    backs.push_back(goes_back(Quantity::layer_refund, work.layers[part++], layer.after_cut, layer.months,
                              central ? used_of_state : used));
    last().layer = layer.layer;
    last().programme = out_.steps[layer.step].programme;
  }
  if (Money{} < work.other.amount) {
    backs.push_back(goes_back(Quantity::other_support_refund, work.other, other_after_, months_, used));
  }
  const Index before_limit =
      add(Quantity::refund_before_limit, Operation::difference_or_zero, Datum{work.before_limit}, {gross});
  for (const Index back : backs) last().inputs[last().input_count++] = back;
  add(Quantity::refund, Operation::least, Datum{work.refund}, {before_limit, share_});
  refund_doubts(work);
}

void Recorder::refund_doubts(const RefundWork& work) {
  const auto doubt = [&](Reading reading, Money effect) {
    Doubt d{};
    d.reading = reading;
    d.effect = effect;
    out_.doubts.push_back(d);
  };
  const auto apart = [](Money a, Money b) { return a < b ? b - a : a - b; };
  Money by_order = apart(work.central.back.dong, work.central.back_if_last);
  Money to_supporters = work.other.back.dong;
  bool tie = work.gross.tie || work.central.back.tie || work.other.back.tie;
  for (const RefundPart& layer : work.layer_parts()) {
    by_order += apart(layer.back.dong, layer.back_if_last);
    to_supporters += layer.back.dong;
    tie = tie || layer.back.tie;
  }
  if (Money{} < by_order) doubt(Reading::refund_order, by_order);
  if (Money{} < to_supporters) doubt(Reading::refund_to_supporters, to_supporters);
  if (tie) doubt(Reading::tie, Money{1});
}

}  // namespace ansinh
