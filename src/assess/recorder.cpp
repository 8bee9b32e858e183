#include "assess/recorder.hpp"

#include "assess/flags.hpp"
#include "assess/formulas.hpp"

namespace ansinh {
namespace {

struct ToDatum {
  Datum operator()(Money v) const { return Datum{v}; }
  Datum operator()(Rate v) const { return Datum{v}; }
  Datum operator()(int v) const { return Datum::count(v); }
  Datum operator()(Month v) const { return Datum{v}; }
  Datum operator()(FloorBasis) const { return {}; }
  Datum operator()(StepRule) const { return {}; }
  Datum operator()(TermSet) const { return {}; }
  Datum operator()(ThSupport v) const { return Datum{name(v)}; }
  Datum operator()(RefundReasons) const { return {}; }
};

}  // namespace

Recorder::Index Recorder::add(Quantity quantity, Operation operation, Datum value,
                              std::initializer_list<Index> inputs) {
  Step step{};
  step.quantity = quantity;
  step.operation = operation;
  step.value = value;
  for (const Index input : inputs) step.inputs[step.input_count++] = input;
  out_.steps.push_back(step);
  return static_cast<Index>(out_.steps.size() - 1);
}

Recorder::Index Recorder::look_up(Quantity quantity, const LawRow* row) {
  const Index index = add(quantity, Operation::looked_up, std::visit(ToDatum{}, row->value));
  last().row = row;
  return index;
}

// A term of the programme whose rule counts in a layer.
Recorder::Index Recorder::term_of(const LayerWork& layer, Quantity quantity, Datum value) {
  const Index index = add(quantity, Operation::looked_up, value);
  last().layer = layer.layer;
  last().programme = &data_.book.programmes()[layer.candidate->programme];
  last().rule = layer.rule->rule;
  last().groups = layer.rule->groups;
  return index;
}

void Recorder::given(const Request& request) {
  paid_on_ = add(Quantity::paid_on, Operation::given, Datum{request.paid_on});
  if (request.term.kind() != Term::Kind::missing_months) {
    first_month_ = add(Quantity::first_month, Operation::given, Datum{first_month(request)});
    last().is_default = !request.first_month;
  }
  income_ = add(Quantity::income, Operation::given, Datum{request.income});
  months_ = add(Quantity::covered_months, Operation::given, Datum::months(request.term.covered_months()));
}

Recorder::Index Recorder::poverty_line(const Working& work) {
  if (line_ == none) line_ = look_up(Quantity::rural_poverty_line, work.regime->row(Parameter::rural_poverty_line));
  return line_;
}

void Recorder::bounds(const Request& request, const Working& work) {
  const Regime& regime = *work.regime;
  const LawRow* basis = regime.row(Parameter::income_floor_basis);
  const Index salary = look_up(Quantity::base_salary, regime.row(Parameter::base_salary));
  const bool on_line = std::get<FloorBasis>(basis->value) == FloorBasis::rural_poverty_line;
  const Index floor = on_line ? poverty_line(work) : salary;
  add(Quantity::income_floor, Operation::same, Datum{regime.floor}, {floor});
  last().row = basis;
  const Index multiple = look_up(Quantity::income_ceiling_multiple, regime.row(Parameter::income_ceiling_multiple));
  add(Quantity::income_ceiling, Operation::product, Datum{regime.ceiling}, {salary, multiple});
  look_up(Quantity::income_step, regime.row(Parameter::income_step));
  switch (request.term.kind()) {
    case Term::Kind::months:
    case Term::Kind::late: {
      const Index window = look_up(Quantity::due_window, regime.row(due_window_parameter(request.term.n())));
      last_day_ = add(Quantity::last_day_in_time, Operation::end_of_window, Datum{last_day_in_time(request, regime)},
                      {first_month_, window});
      break;
    }
    case Term::Kind::years_ahead:
      last_day_ = add(Quantity::last_day_in_time, Operation::end_of_window, Datum{last_day_in_time(request, regime)},
                      {first_month_});
      last().row = regime.row(Parameter::payment_terms);
      break;
    case Term::Kind::missing_months: break;
  }
}

void Recorder::fund_return(const Request& request, const Working& work) {
  if (request.fund_return_rate) {
    r_ = add(Quantity::fund_return_rate, Operation::given, Datum{work.r});
  } else {
    r_ = look_up(Quantity::fund_return_rate, work.regime->row(Parameter::fund_return_rate));
  }
}

void Recorder::contribution(const Request& request, const Working& work) {
  contribution_rate_ = look_up(Quantity::contribution_rate, work.regime->row(Parameter::contribution_rate));
  if (request.term.kind() != Term::Kind::months) fund_return(request, work);
  const Datum value{work.contribution.dong};
  constexpr Quantity quantity = Quantity::contribution;
  switch (request.term.kind()) {
    case Term::Kind::months:
      contribution_ = add(quantity, Operation::nearest_dong, value, {contribution_rate_, income_, months_});
      break;
    case Term::Kind::years_ahead:
      contribution_ =
          add(quantity, Operation::nearest_dong_discounted, value, {contribution_rate_, income_, r_, months_, months_});
      break;
    case Term::Kind::missing_months:
      contribution_ =
          add(quantity, Operation::nearest_dong_compounded, value, {contribution_rate_, income_, r_, months_, months_});
      break;
    case Term::Kind::late: {
      const Index late =
          add(Quantity::late_months, Operation::months_after, Datum::months(work.late), {paid_on_, last_day_});
      contribution_ =
          add(quantity, Operation::nearest_dong_late, value, {contribution_rate_, income_, months_, r_, late});
      break;
    }
  }
  last().tie = work.contribution.tie;
  last().formula = contribution_formula(request.term.kind(), request.paid_on);
}

// An amount of support: the product of `factors` for `months` months, in missing months perhaps with the return on it.
Recorder::Index Recorder::supported(const Working& work, Quantity quantity, RoundedMoney amount, Index months,
                                    std::initializer_list<Index> factors) {
  const bool compounded = work.reading.compounded;
  const Index index = add(quantity, compounded ? Operation::nearest_dong_compounded : Operation::nearest_dong,
                          Datum{amount.dong}, factors);
  if (compounded) {
    for (const Index input : {r_, months_}) last().inputs[last().input_count++] = input;
  }
  last().inputs[last().input_count++] = months;
  last().tie = amount.tie;
  return index;
}

void Recorder::edition(const Request& request, const Working& work) {
  if (request.term.kind() != Term::Kind::missing_months) return;
  if (request.th_support) {
    add(Quantity::th_support, Operation::given, Datum{name(*request.th_support)});
  } else {
    look_up(Quantity::th_support, work.regime->row(Parameter::th_support));
  }
}

void Recorder::central(const Request& request, const Working& work) {
  const Regime& regime = *work.regime;
  edition(request, work);
  if (!regime.has_support) {
    supported_ = add(Quantity::supported_months, Operation::counted, Datum::months(0), {paid_on_});
    central_ = add(Quantity::central_support, Operation::counted, Datum{Money{}}, {supported_});
    return;
  }
  switch (request.term.kind()) {
    case Term::Kind::months:
    case Term::Kind::years_ahead: {
      const Index from = look_up(Quantity::support_from, regime.row(Parameter::support_from));
      supportable_ = add(Quantity::supportable_months, Operation::counted, Datum::months(work.supportable),
                         {months_, first_month_, from});
      break;
    }
    case Term::Kind::missing_months:
      supportable_ = add(Quantity::supportable_months, Operation::same, Datum::months(work.supportable), {months_});
      last().row = regime.row(Parameter::support_from);
      break;
    case Term::Kind::late:
      supportable_ = add(Quantity::supportable_months, Operation::counted, Datum::months(0), {months_});
      break;
  }
  Index remaining = none;
  months_supported_ = add(Quantity::months_supported, Operation::given, Datum::months(request.months_supported));
  if (const LawRow* row = regime.row(Parameter::support_cap_months)) {
    const Index cap = look_up(Quantity::support_cap_months, row);
    remaining = add(Quantity::remaining_months, Operation::difference_or_zero, Datum::months(work.remaining),
                    {cap, months_supported_});
  } else {
    remaining = add(Quantity::remaining_months, Operation::counted, Datum::months(0), {paid_on_});
  }
  supported_ =
      add(Quantity::supported_months, Operation::least, Datum::months(work.supported), {supportable_, remaining});
  if (work.supported == 0 || work.central_rate->rate.is_zero()) {
    central_ = add(Quantity::central_support, Operation::counted, Datum{Money{}}, {supported_});
    return;
  }
  const Index rate = look_up(Quantity::support_rate, work.central_rate->row);
  last().groups = work.central_rate->by;
  central_ = supported(work, Quantity::central_support, work.central, supported_,
                       {rate, contribution_rate_, poverty_line(work)});
}

void Recorder::layer(const Request& request, const Working& work, const LayerWork& layer) {
  const CompiledRule& rule = *layer.rule;
  Index months = supported_;
  if (rule.months == RuleMonths::Kind::all) months = months_;
  if (rule.months == RuleMonths::Kind::limit) {
    const Index limit = term_of(layer, Quantity::rule_limit, Datum::months(rule.limit));
    if (local_months_used_ == none) {
      local_months_used_ =
          add(Quantity::local_months_used, Operation::given, Datum::months(request.local_months_used.value_or(0)));
      last().is_default = !request.local_months_used;
    }
    const int left = std::max(0, rule.limit - request.local_months_used.value_or(0));
    const Index remaining = add(Quantity::rule_remaining_months, Operation::difference_or_zero, Datum::months(left),
                                {limit, local_months_used_});
    last().layer = layer.layer;
    months = add(Quantity::rule_months, Operation::least, Datum::months(layer.months), {months_, remaining});
    last().layer = layer.layer;
  }
  Index amount = none;
  const auto gives = [&](std::initializer_list<Index> factors) {
    amount = supported(work, Quantity::layer_top_up, layer.top_up, months, factors);
  };
  switch (rule.base) {
    case CompiledRule::Base::floor_contribution: {
      const Index share = term_of(layer, Quantity::rule_share, Datum{rule.share});
      gives({share, contribution_rate_, poverty_line(work)});
      break;
    }
    case CompiledRule::Base::own_contribution: {
      const Index share = term_of(layer, Quantity::rule_share, Datum{rule.share});
      gives({share, contribution_rate_, income_});
      break;
    }
    case CompiledRule::Base::stated_income: {
      const Index share = term_of(layer, Quantity::rule_share, Datum{rule.share});
      const Index income = term_of(layer, Quantity::rule_income, Datum{rule.amount});
      gives({share, contribution_rate_, income});
      break;
    }
    case CompiledRule::Base::fixed_sum: {
      const Index sum = term_of(layer, Quantity::rule_sum, Datum{rule.amount});
      gives({sum});
      break;
    }
  }
  last().layer = layer.layer;
  last().programme = &data_.book.programmes()[layer.candidate->programme];
  last().rule = rule.rule;
  last().groups = rule.groups;
  layers_.push_back({layer.layer, months, amount, amount, layer});
  if (Money{} < layer.top_up.dong) out_.counted.push_back(last().programme);
}

void Recorder::cut(const Request& request, const Working& work) {
  other_given_amount_ = request.other_support;
  other_given_ = add(Quantity::other_support_given, Operation::given, Datum{request.other_support});
  central_after_ = central_;
  other_after_ = other_given_;
  if (!work.cut) return;
  Money total = work.central.dong + request.other_support;
  for (const RecordedLayer& layer : layers_) total += layer.work.top_up.dong;
  const Index parts = add(Quantity::parts_total, Operation::sum, Datum{total}, {central_, other_given_});
  for (const RecordedLayer& layer : layers_) last().inputs[last().input_count++] = layer.step;

  Money excess = total - work.contribution.dong;
  Index excess_step = add(Quantity::excess, Operation::difference_or_zero, Datum{excess}, {parts, contribution_});
  const auto reduce = [&](Quantity quantity, Index part, Money before) {
    const Money after = std::max(Money{}, before - excess);
    const Index step = add(quantity, Operation::difference_or_zero, Datum{after}, {part, excess_step});
    excess = std::max(Money{}, excess - before);
    excess_step = add(Quantity::excess, Operation::difference_or_zero, Datum{excess}, {excess_step, part});
    return step;
  };
  other_after_ = reduce(Quantity::other_support, other_given_, request.other_support);
  for (auto layer = layers_.rbegin(); layer != layers_.rend() && Money{} < excess; ++layer) {
    layer->after_cut = reduce(Quantity::layer_top_up_after_cut, layer->step, layer->work.top_up.dong);
    out_.steps[layer->after_cut].layer = layer->layer;
    out_.steps[layer->after_cut].programme = out_.steps[layer->step].programme;
  }
  if (Money{} < excess) {
    central_after_ = reduce(Quantity::central_support_after_cut, central_, work.central.dong);
  }
}

void Recorder::answered(const Request& request, const Working& work, const Assessment& answer) {
  doubts(request, work, answer);
  share_ = add(Quantity::participant_share, Operation::difference, Datum{answer.participant_share},
               {contribution_, central_after_, other_after_});
  for (const RecordedLayer& layer : layers_) last().inputs[last().input_count++] = layer.after_cut;
}

void Recorder::value_doubt(const LawRow* row) {
  if (row == nullptr || row->settled()) return;
  Doubt doubt{};
  doubt.reading = Reading::value_standing;
  doubt.row = row;
  out_.doubts.push_back(doubt);
}

// By how much the participant's share would differ, were the parts before the cut those of another reading.
Money Recorder::effect(const Working& work, const Alternative& other, const Assessment& answer) const {
  const Money otherwise = work.contribution.dong - other_given_amount_ - other.central - other.local;
  const Money share = std::max(Money{}, otherwise);
  return share < answer.participant_share ? answer.participant_share - share : share - answer.participant_share;
}

// One doubt for each reason for which the kernel sets the flag `unsettled`.
void Recorder::doubts(const Request& request, const Working& work, const Assessment& answer) {
  const Regime& regime = *work.regime;
  value_doubt(regime.row(Parameter::contribution_rate));
  if (rests_on_published_return(request)) value_doubt(regime.row(Parameter::fund_return_rate));
  if (Money{} < work.central.dong) value_doubt(work.central_rate->row);
  if (rests_on_poverty_line(work)) value_doubt(regime.row(Parameter::rural_poverty_line));
  const auto doubt = [&](Reading reading, const LayerWork* layer, std::optional<Money> effect) {
    Doubt d{};
    d.reading = reading;
    d.effect = effect;
    if (layer != nullptr) {
      d.layer = layer->layer;
      d.programme = &data_.book.programmes()[layer->candidate->programme];
    }
    out_.doubts.push_back(d);
  };
  if (uses_return(request) && work.r.is_zero()) doubt(Reading::zero_return, nullptr, std::nullopt);
  if (work.contribution.tie) doubt(Reading::tie, nullptr, Money{1});
  if (work.central.tie) doubt(Reading::tie, nullptr, Money{1});
  for (std::size_t i = 0; i < work.others().size(); ++i) {
    const Alternative& other = work.others()[i];
    if (!other.differs) continue;
    if (other.reading == Reading::central_or_all_months) {
      for (const RecordedLayer& recorded : layers_) {
        const Money more = recorded.work.otherwise[i] - recorded.work.top_up.dong;
        if (more != Money{}) doubt(other.reading, &recorded.work, std::min(answer.participant_share, more));
      }
    } else {
      doubt(other.reading, nullptr, effect(work, other, answer));
    }
  }
  for (const RecordedLayer& recorded : layers_) {
    const LayerWork& layer = recorded.work;
    if (layer.top_up.dong == Money{}) continue;
    if (!layer.candidate->settled) doubt(Reading::programme_standing, &layer, layer.top_up.dong);
    if (layer.top_up.tie) doubt(Reading::tie, &layer, Money{1});
    if (layer.rule->months == RuleMonths::Kind::limit && !request.local_months_used) {
      doubt(Reading::local_months_not_given, &layer, layer.top_up.dong);
    }
  }
  if (work.cut) doubt(Reading::cut, nullptr, std::nullopt);
}

}  // namespace ansinh
