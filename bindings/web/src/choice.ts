// What somebody has put in, as texts as typed, and its form in a link: after the #, so that it never leaves the device
// with a request. No names and no numbers of people.
import type { Request } from '../../js/src/types.js';

export type Lang = 'vi' | 'en';

export interface Choice {
  paid_on: string;
  province: string;
  former_province: string;
  locality: string;
  groups: readonly string[];
  income: string;
  term: string;
  first_month: string;
  months_supported: string;
  other_support: string;
  fund_return_rate: string;
}

export interface PlanChoice {
  sex: '' | 'F' | 'M';
  birth: string;
  ask: 'income' | 'target_pension' | 'budget';
  amount: string;
}

export interface Inputs {
  choice: Choice;
  plan: PlanChoice;
  lang: Lang;
}

/** The request of a choice: what is empty is not given. */
export function requestOf(choice: Choice): Request {
  const request: Record<string, unknown> = { paid_on: choice.paid_on, income: choice.income, groups: choice.groups };
  for (const field of ['province', 'former_province', 'locality', 'term', 'first_month', 'months_supported', 'other_support', 'fund_return_rate'] as const) {
    if (choice[field].trim() !== '') request[field] = choice[field];
  }
  return request as unknown as Request;
}

export function nothingChosen(today: string): Inputs {
  return {
    choice: {
      paid_on: today, province: '', former_province: '', locality: '', groups: [], income: '', term: '1', first_month: '',
      months_supported: '', other_support: '', fund_return_rate: '',
    },
    plan: { sex: '', birth: '', ask: 'income', amount: '' },
    lang: 'vi',
  };
}

// Each key of a link with the form that its text must have; what the values mean, the law's own reader decides.
const amount = /^[0-9]{1,3}(\.[0-9]{3}){0,5}$|^[0-9]{1,16}$/;
const keys = {
  l: /^(vi|en)$/, d: /^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\/[0-9]{1,2}\/[0-9]{4})$/, p: /^[0-9]{2}$/, f: /^[0-9]{2}$/, c: /^[0-9]{3,5}$/,
  g: /^[a-z_]{1,40}(\|[a-z_]{1,40}){0,15}$/, i: amount, t: /^[A-Z]{0,2}[0-9]{1,3}$/,
  b: /^([0-9]{4}-[0-9]{2}|[0-9]{1,2}\/[0-9]{4})$/, m: /^[0-9]{1,3}$/, o: amount, r: /^[0-9]([.,][0-9]{1,9})?%?$/,
  s: /^[FM]$/, y: /^([0-9]{4}(-[0-9]{2})?|[0-9]{1,2}\/[0-9]{4})$/, q: /^(income|target_pension|budget)$/, a: amount,
} as const;
type Key = keyof typeof keys;
const longest = 400;

/** The fragment of a link to these inputs. */
export function fragmentOf({ choice, plan, lang }: Inputs): string {
  const texts: Partial<Record<Key, string>> = {
    l: lang, d: choice.paid_on, p: choice.province, f: choice.former_province, c: choice.locality, g: choice.groups.join('|'), i: choice.income,
    t: choice.term, b: choice.first_month, m: choice.months_supported, o: choice.other_support, r: choice.fund_return_rate,
  };
  if (plan.sex !== '' && plan.birth !== '') Object.assign(texts, { s: plan.sex, y: plan.birth, q: plan.ask, a: plan.amount });
  const fragment = new URLSearchParams();
  for (const [key, text] of Object.entries(texts)) if (text.trim() !== '') fragment.set(key, text.trim());
  return `#${fragment.toString()}`;
}

/** The inputs of a fragment; undefined where it is none that this page makes: an unknown key, one twice, a wrong form. */
export function inputsOf(fragment: string, today: string): Inputs | undefined {
  const text = fragment.replace(/^#/, '');
  const inputs = nothingChosen(today);
  if (text === '') return inputs;
  if (text.length > longest) return undefined;
  const given = new Map<Key, string>();
  for (const [key, value] of new URLSearchParams(text)) {
    if (!Object.hasOwn(keys, key) || given.has(key as Key) || !keys[key as Key].test(value)) return undefined;
    given.set(key as Key, value);
  }
  const of = (key: Key): string => given.get(key) ?? '';
  Object.assign(inputs.choice, {
    paid_on: of('d') || today, province: of('p'), former_province: of('f'), locality: of('c'), groups: of('g') === '' ? [] : of('g').split('|'),
    income: of('i'), term: of('t') || '1', first_month: of('b'), months_supported: of('m'), other_support: of('o'), fund_return_rate: of('r'),
  });
  Object.assign(inputs.plan, { sex: of('s'), birth: of('y'), ask: of('q') || 'income', amount: of('a') });
  inputs.lang = of('l') === 'en' ? 'en' : 'vi';
  return inputs;
}
