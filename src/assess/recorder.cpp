#include "assess/recorder.hpp"

#include "assess/flags.hpp"

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
  first_month_ = add(Quantity::first_month, Operation::given, Datum{first_month(request)});
  last().is_default = !request.first_month;
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
  if (request.term.kind() == Term::Kind::months) {
    const LawRow* row = regime.row(due_window_parameter(request.term.n()));
    const Index window = look_up(Quantity::due_window, row);
    add(Quantity::last_day_in_time, Operation::end_of_window, Datum{last_day_in_time(request, regime)},
        {first_month_, window});
  }
}

void Recorder::contribution(const Request&, const Working& work) {
  contribution_rate_ = look_up(Quantity::contribution_rate, work.regime->row(Parameter::contribution_rate));
  contribution_ = add(Quantity::contribution, Operation::nearest_dong, Datum{work.contribution.dong},
                      {contribution_rate_, income_, months_});
  last().tie = work.contribution.tie;
}

void Recorder::central(const Request& request, const Working& work) {
  const Regime& regime = *work.regime;
  if (!regime.has_support) {
    supported_ = add(Quantity::supported_months, Operation::counted, Datum::months(0), {paid_on_});
    central_ = add(Quantity::central_support, Operation::counted, Datum{Money{}}, {supported_});
    return;
  }
  const Index from = look_up(Quantity::support_from, regime.row(Parameter::support_from));
  const Index supportable = add(Quantity::supportable_months, Operation::counted, Datum::months(work.supportable),
                                {months_, first_month_, from});
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
      add(Quantity::supported_months, Operation::least, Datum::months(work.supported), {supportable, remaining});
  if (work.supported == 0 || work.central_rate->rate.is_zero()) {
    central_ = add(Quantity::central_support, Operation::counted, Datum{Money{}}, {supported_});
    return;
  }
  const Index rate = look_up(Quantity::support_rate, work.central_rate->row);
  last().groups = work.central_rate->by;
  central_ = add(Quantity::central_support, Operation::nearest_dong, Datum{work.central.dong},
                 {rate, contribution_rate_, poverty_line(work), supported_});
  last().tie = work.central.tie;
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
  const Datum value{layer.top_up.dong};
  switch (rule.base) {
    case CompiledRule::Base::floor_contribution: {
      const Index share = term_of(layer, Quantity::rule_share, Datum{rule.share});
      amount = add(Quantity::layer_top_up, Operation::nearest_dong, value,
                   {share, contribution_rate_, poverty_line(work), months});
      break;
    }
    case CompiledRule::Base::own_contribution: {
      const Index share = term_of(layer, Quantity::rule_share, Datum{rule.share});
      amount =
          add(Quantity::layer_top_up, Operation::nearest_dong, value, {share, contribution_rate_, income_, months});
      break;
    }
    case CompiledRule::Base::stated_income: {
      const Index share = term_of(layer, Quantity::rule_share, Datum{rule.share});
      const Index income = term_of(layer, Quantity::rule_income, Datum{rule.amount});
      amount = add(Quantity::layer_top_up, Operation::nearest_dong, value, {share, contribution_rate_, income, months});
      break;
    }
    case CompiledRule::Base::fixed_sum: {
      const Index sum = term_of(layer, Quantity::rule_sum, Datum{rule.amount});
      amount = add(Quantity::layer_top_up, Operation::nearest_dong, value, {sum, months});
      break;
    }
  }
  last().layer = layer.layer;
  last().tie = layer.top_up.tie;
  last().programme = &data_.book.programmes()[layer.candidate->programme];
  last().rule = rule.rule;
  last().groups = rule.groups;
  layers_.push_back({layer.layer, amount, amount, layer});
  if (Money{} < layer.top_up.dong) out_.counted.push_back(last().programme);
}

void Recorder::cut(const Request& request, const Working& work) {
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
  add(Quantity::participant_share, Operation::difference, Datum{answer.participant_share},
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

// One doubt for each reason for which the kernel sets the flag `unsettled`.
void Recorder::doubts(const Request& request, const Working& work, const Assessment& answer) {
  const Regime& regime = *work.regime;
  value_doubt(regime.row(Parameter::contribution_rate));
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
  if (work.contribution.tie) doubt(Reading::tie, nullptr, Money{1});
  if (work.central.tie) doubt(Reading::tie, nullptr, Money{1});
  for (const RecordedLayer& recorded : layers_) {
    const LayerWork& layer = recorded.work;
    if (work.supported < work.months && layer.if_all_months != layer.top_up.dong) {
      doubt(Reading::central_or_all_months, &layer,
            std::min(answer.participant_share, layer.if_all_months - layer.top_up.dong));
    }
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
