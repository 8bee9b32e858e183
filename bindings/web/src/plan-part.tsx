import type { Plan, PlanRequest, RefusalData } from '../../js/src/types.js';
import type { Choice, Lang, PlanChoice } from './choice.js';
import { Choices, TextField, type Fault } from './fields.js';
import type { Law } from './law.js';
import { Bars } from './picture.js';
import { money, monthText, type Words } from './words.js';

interface Props {
  law: Law;
  lang: Lang;
  words: Words;
  choice: Choice;
  plan: PlanChoice;
  /** The month of payment, from which the plan begins: "2026-11". */
  from: string;
  change: (part: Partial<PlanChoice>) => void;
}

/** The controls of a plan have names of their own, since a choice has some of the same fields. */
const fieldOf: Record<string, string> = { sex: 'plan-sex', birth: 'plan-birth', target_pension: 'plan-amount', budget: 'plan-amount' };

export function PlanPart({ law, lang, words, choice, plan, from, change }: Props) {
  const monthly = /^(1|3|6|12)$/.test(choice.term);
  const asked = plan.sex !== '' && plan.birth.trim() !== '' && (plan.ask === 'income' || plan.amount.trim() !== '');
  let outcome: Plan | RefusalData | undefined;
  if (asked && monthly) {
    const request: Record<string, unknown> = { sex: plan.sex, birth: plan.birth, from, term: choice.term, groups: choice.groups };
    for (const field of ['province', 'former_province', 'locality', 'months_supported'] as const) if (choice[field].trim() !== '') request[field] = choice[field];
    request[plan.ask] = plan.ask === 'income' ? choice.income : plan.amount;
    outcome = law.plan(request as unknown as PlanRequest, { lang });
  }
  const fault: Fault | undefined =
    outcome !== undefined && outcome.status !== 'ok' ? { field: fieldOf[outcome.parameter ?? ''] ?? (plan.ask === 'income' ? 'income' : 'plan-amount'), message: outcome.message } : undefined;
  const ask = (text: string) => change({ ask: text as PlanChoice['ask'] });
  return (
    <section id="plan" aria-labelledby="plan-title">
      <h2 id="plan-title">{words.plan}</h2>
      <p class="hint">{words.planIntro}</p>
      <div class="row">
        <Choices id="plan-sex" label={words.sex} name="sex" value={plan.sex} onText={(sex) => change({ sex: sex as PlanChoice['sex'] })} fault={fault} options={[['F', words.female], ['M', words.male]]} />
        <TextField id="plan-birth" label={words.birth} hint={words.birthHint} value={plan.birth} onText={(birth) => change({ birth })} fault={fault} placeholder="03/1980" />
      </div>
      <Choices id="plan-ask" label={words.question} name="ask" value={plan.ask} onText={ask} options={[['income', words.askIncome], ['target_pension', words.askPension], ['budget', words.askBudget]]} />
      {plan.ask !== 'income' && <TextField id="plan-amount" label={words.askAmount} value={plan.amount} onText={(amount) => change({ amount })} numeric fault={fault} placeholder="2.000.000" />}
      <div aria-live="polite">
        {!monthly && <p class="note">{words.planTerms}</p>}
        {monthly && !asked && <p class="note">{words.planEmpty}</p>}
        {fault !== undefined && <p class="fault" id="plan-fault">{fault.message}</p>}
        {outcome?.status === 'ok' && <Outcome plan={outcome} words={words} />}
      </div>
    </section>
  );
}

function Outcome({ plan, words }: { plan: Plan; words: Words }) {
  const periods = plan.steps
    .filter((step) => step.quantity === 'plan_payments')
    .map((step) => {
      const [month, count, income, central_support, local_top_up] = step['from'] as [string, number, number, number, number];
      return { month, count, income, central_support, local_top_up, participant_share: step.value as number, other_support: 0 };
    });
  const lines: [string, string, string][] = [
    ['plan-income', words.planIncome, `${money(plan.income)} ${words.dong}`],
    ['plan-months', words.planMonths, String(plan.months)],
    ['plan-share-total', words.planTotal, `${money(plan.participant_total)} ${words.dong}`],
    ['plan-state-total', words.planState, `${money(plan.central_total)} ${words.dong}`],
    ['plan-place-total', words.planPlace, `${money(plan.local_total)} ${words.dong}`],
    ['plan-age', words.planAge, monthText(String(plan['age_reached']))],
  ];
  return (
    <>
      <p class="big small-big"><span>{words.pension}</span> <strong id="plan-pension">{money(plan.pension)}</strong> <span>{words.dong} {words.pensionFrom(monthText(plan.eligible_from))}</span></p>
      <ul class="warnings">{plan.flags.map((flag) => <li key={flag}>{words.flags[flag] ?? flag}</li>)}</ul>
      <dl class="parts">
        {lines.map(([id, name, text]) => <div key={id}><dt>{name}</dt><dd id={id}>{text}</dd></div>)}
      </dl>
      <Bars bars={periods} label={words.planPeriods} />
      <div class="scroll" tabIndex={0} role="group" aria-label={words.planPeriods}>
        <table>
          <caption>{words.planPeriods}</caption>
          <thead><tr>{[words.planFrom, words.planCount, words.incomeColumn, words.planShare, words.state, words.place].map((text) => <th key={text} scope="col">{text}</th>)}</tr></thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.month}>
                <th scope="row">{monthText(period.month)}</th>
                {[period.count, period.income, period.participant_share, period.central_support, period.local_top_up].map((amount, i) => <td key={i}>{money(amount)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {typeof plan.break_even_months === 'number' && <p class="hint">{words.planBreakEven(plan.break_even_months)}</p>}
    </>
  );
}
