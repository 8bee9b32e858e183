import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Assessment, Brackets, RefusalData } from '../../js/src/types.js';
import { fragmentOf, inputsOf, requestOf, type Choice, type Inputs } from './choice.js';
import { Compare } from './compare.js';
import { focusFault, type Fault } from './fields.js';
import { InputsForm, termText } from './inputs.js';
import type { Law } from './law.js';
import { PlanPart } from './plan-part.js';
import { Result } from './result.js';
import { Share } from './share.js';
import { AheadTable, ContributionTable } from './tables.js';
import { Why } from './why.js';
import { dayText, money, wordsOf, type Words } from './words.js';

/** How long the law may not have been verified before the page says so: half a year, in which decrees change. */
const oldAfterDays = 183;

/** The control to which a refusal belongs. */
function fieldOf(refusal: RefusalData): string {
  const known = ['paid_on', 'first_month', 'income', 'term', 'groups', 'province', 'former_province', 'locality', 'months_supported', 'fund_return_rate', 'other_support'];
  if (known.includes(refusal.parameter ?? '')) return refusal.parameter as string;
  switch (refusal.status) {
    case 'day_outside_law': return 'paid_on';
    case 'term_not_allowed': return 'term';
    case 'payment_late': return 'first_month';
    case 'value_not_published': return 'fund_return_rate';
    default: return 'income';
  }
}

export function Page({ law, today }: { law: Law; today: string }) {
  const { ansinh } = law;
  const start = (): { inputs: Inputs; badLink: boolean } => {
    const read = inputsOf(location.hash, today);
    // Codes that no list has cannot be shown either.
    const fits = read !== undefined &&
      (read.choice.province === '' || ansinh.provinces.some(({ code }) => code === read.choice.province)) &&
      (read.choice.former_province === '' || ansinh.formerProvinces.some(({ code, province }) => code === read.choice.former_province && (read.choice.province === '' || province === read.choice.province))) &&
      read.choice.groups.every((name) => ansinh.groups.some((group) => group.name === name));
    const inputs = fits ? read : (inputsOf('', today) as Inputs);
    if (inputs.choice.province === '' && inputs.choice.former_province !== '') {
      inputs.choice.province = ansinh.formerProvinces.find(({ code }) => code === inputs.choice.former_province)?.province ?? '';
    }
    if (inputs.choice.income === '') inputs.choice.income = lowest(law, inputs.choice.paid_on);
    return { inputs, badLink: !fits };
  };
  const [state, setState] = useState(start);
  const [kept, setKept] = useState<Choice>();
  const { inputs, badLink } = state;
  const { choice, plan, lang } = inputs;
  const words = wordsOf(lang);

  useEffect(() => {
    const follow = () => setState(start());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = `${words.title}: ${words.subtitle}`;
  }, [lang]);

  const put = (part: Partial<Inputs>) => setState({ inputs: { ...inputs, ...part }, badLink: false });
  const change = (part: Partial<Choice>) => put({ choice: { ...choice, ...part } });
  const outcome = ansinh.tryAssess(requestOf(choice), { lang });
  const month = outcome.status === 'ok' && choice.term !== '1' ? ansinh.tryAssess({ ...requestOf(choice), term: '1' }, { lang }) : outcome;
  const brackets = useMemo(() => bracketsOf(law, choice.paid_on), [choice.paid_on]);
  const fault: Fault | undefined = outcome.status === 'ok' ? undefined : { field: fieldOf(outcome), message: outcome.message };
  const from = useMemo(() => (outcome.status === 'ok' ? monthOf(law, choice) : ''), [choice.paid_on, choice.first_month, outcome.status]);
  const verified = dayText(ansinh.verifiedOn);
  const old = (Date.parse(isoOf(today)) - Date.parse(ansinh.verifiedOn)) / 86_400_000 > oldAfterDays;
  const submit = (event: Event) => {
    event.preventDefault();
    if (fault !== undefined) focusFault(fault.field);
    else document.getElementById('result')?.focus();
  };

  return (
    <>
      <a class="skip" href="#result" onClick={(event) => { event.preventDefault(); document.getElementById('result')?.focus(); }}>{words.skip}</a>
      <header>
        <div>
          <h1>{words.title}</h1>
          <p>{words.subtitle}</p>
        </div>
        <button type="button" id="language" lang={lang === 'vi' ? 'en' : 'vi'} onClick={() => put({ lang: lang === 'vi' ? 'en' : 'vi' })}>{words.otherLanguage}</button>
      </header>
      <main>
        {badLink && <p class="alert" role="alert" id="bad-link">{words.badLink}</p>}
        {old && <p class="alert" role="alert" id="old">{words.old(verified)}</p>}
        <div class="columns">
          <form class="card inputs" onSubmit={submit} noValidate aria-label={words.yourChoice}>
            <h2>{words.yourChoice}</h2>
            <InputsForm {...{ law, lang, words, choice, brackets, fault, change }} />
            <p class="glance" aria-hidden="true">{month.status === 'ok' ? <>{words.monthly} <strong>{money(month.participant_share)}</strong></> : words.refused}</p>
          </form>
          <div class="results">
            <section id="result" class="card" tabIndex={-1} aria-labelledby="result-title">
              <h2 id="result-title">{words.result}</h2>
              {outcome.status === 'ok' ? (
                <Result answer={outcome} {...{ ansinh, words, choice, lang, month }} />
              ) : (
                <div aria-live="polite" id="refused">
                  <p class="big"><strong>{words.refused}</strong></p>
                  <p class="fault">{outcome.message}</p>
                  <button type="button" id="mend" onClick={() => focusFault(fieldOf(outcome))}>{words.goTo}</button>
                </div>
              )}
            </section>
          </div>
        </div>
        {outcome.status === 'ok' && brackets !== undefined && (
          <>
            <section class="card" aria-labelledby="table-title">
              <h2 id="table-title">{words.table}</h2>
              <ContributionTable {...{ ansinh, choice, brackets, words, lang }} />
            </section>
            <section class="card" aria-labelledby="ahead-title">
              <h2 id="ahead-title">{words.ahead}</h2>
              <AheadTable {...{ ansinh, choice, brackets, words, lang }} />
            </section>
            <div class="card screen"><PlanPart {...{ law, lang, words, choice, plan }} from={from} change={(part) => put({ plan: { ...plan, ...part } })} /></div>
            <div class="card screen"><Compare {...{ ansinh, choice, kept, words, lang }} answer={outcome} keep={setKept} /></div>
            <div class="card screen"><Why {...{ ansinh, choice, lang, words }} /></div>
            <div class="card"><Share words={words} fragment={fragmentOf(inputs)} summary={summaryOf(outcome, choice, words)} /></div>
          </>
        )}
      </main>
      <footer>
        <h2>{words.law}</h2>
        <p id="verified">{words.verified(verified)}</p>
        <p id="edition">{words.edition(ansinh.version, ansinh.lawDigest)}</p>
        <p>{words.privacy}</p>
      </footer>
    </>
  );
}

function bracketsOf(law: Law, day: string): Brackets | undefined {
  try {
    return law.ansinh.brackets(day);
  } catch {
    // The refusal of the day is shown by the answer.
    return undefined;
  }
}
function lowest(law: Law, day: string): string {
  const brackets = bracketsOf(law, day);
  return brackets === undefined ? '' : money(brackets.floor);
}
/** "22/11/2026" or "2026-11-22" as the latter. */
function isoOf(day: string): string {
  const [, d, m, y] = day.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/) ?? [];
  return y === undefined ? day : `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`;
}
/** The first month of a payment that was priced: what a plan begins with. */
function monthOf(law: Law, choice: Choice): string {
  const step = law.ansinh.explain(requestOf(choice)).explanation.steps.find(({ quantity }) => quantity === 'first_month');
  return String(step?.value ?? isoOf(choice.paid_on).slice(0, 7));
}
function summaryOf(answer: Assessment, choice: Choice, words: Words): string {
  return [
    words.title, `${words.incomeColumn}: ${choice.income}; ${termText(choice.term, words)}`, `${words.you}: ${money(answer.participant_share)} ${words.dong}`,
    `${words.state}: ${money(answer.central_support)}`, `${words.place}: ${money(answer.local_top_up)}`, `${words.total}: ${money(answer.contribution)}`,
  ].join('\n');
}
