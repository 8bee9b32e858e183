import type { Brackets } from '../../js/src/types.js';
import type { Choice, Lang } from './choice.js';
import { Checks, Choices, SelectField, TextField, type Fault } from './fields.js';
import type { Law } from './law.js';
import { money, sentence, type Words } from './words.js';

export const terms = ['1', '3', '6', '12', 'VS2', 'VS3', 'VS4', 'VS5'] as const;
export const termText = (term: string, words: Words): string => {
  if (term === '1') return words.oneMonth;
  return term.startsWith('VS') ? words.years(Number(term.slice(2))) : words.months(Number(term));
};

/** The number of a text of the income that stands on a level; for the place of the slider only. */
export const levelOf = (income: string, brackets: Brackets): number => {
  const amount = Number(income.replaceAll('.', ''));
  return Number.isFinite(amount) ? Math.round((amount - brackets.floor) / brackets.step) : 0;
};

interface Props {
  law: Law;
  lang: Lang;
  words: Words;
  choice: Choice;
  brackets: Brackets | undefined;
  fault: Fault | undefined;
  change: (part: Partial<Choice>) => void;
}

export function InputsForm({ law, lang, words, choice, brackets, fault, change }: Props) {
  const { ansinh } = law;
  const options = (places: readonly { code: string; name: string }[]) => [['', words.none] as const, ...places.map(({ code, name }) => [code, name] as const)];
  const formers = ansinh.formerProvinces.filter((former) => choice.province === '' || former.province === choice.province);
  const set = (field: keyof Choice) => (text: string) => change({ [field]: text });
  const level = brackets === undefined ? 0 : levelOf(choice.income, brackets);
  const atLevel = (next: number) => {
    if (brackets !== undefined) change({ income: money(brackets.floor + Math.min(Math.max(next, 0), brackets.count - 1) * brackets.step) });
  };
  return (
    <>
      <div class="field income">
        <TextField
          id="income" label={words.income} value={choice.income} onText={set('income')} numeric fault={fault}
          hint={brackets && words.incomeRange(money(brackets.floor), money(brackets.ceiling))}
        />
        {brackets && (
          <div class="slider">
            <button type="button" aria-label={words.lower} onClick={() => atLevel(level - 1)}>−</button>
            <input
              id="slider" type="range" min={0} max={brackets.count - 1} step={1} value={level} aria-label={words.slider}
              aria-valuetext={`${money(brackets.floor + level * brackets.step)} ${words.dong}`} onInput={(event) => atLevel(event.currentTarget.valueAsNumber)}
            />
            <button type="button" aria-label={words.higher} onClick={() => atLevel(level + 1)}>+</button>
          </div>
        )}
      </div>
      <Checks
        id="groups" label={words.group} hint={words.groupHint} values={choice.groups} fault={fault}
        onValues={(groups) => change({ groups })} options={ansinh.groups.map((group) => [group.name, sentence(group[lang])] as const)}
      />
      <SelectField
        id="province" label={`${words.where}: ${words.province}`} value={choice.province} options={options(ansinh.provinces)} fault={fault}
        onText={(province) => change({ province, former_province: '', locality: '' })}
      />
      {formers.length > 1 && choice.province !== '' && (
        <SelectField
          id="former_province" label={words.former} hint={words.formerHint} value={choice.former_province} options={options(formers)} fault={fault}
          onText={(former_province) => change({ former_province, locality: '' })}
        />
      )}
      <Choices id="term" label={words.term} name="term" value={choice.term} onText={set('term')} fault={fault} options={terms.map((term) => [term, termText(term, words)] as const)} />
      <TextField id="paid_on" label={words.paidOn} value={choice.paid_on} onText={set('paid_on')} fault={fault} placeholder="22/11/2026" />
      <details>
        <summary>{words.more}</summary>
        <TextField id="months_supported" label={words.monthsSupported} value={choice.months_supported} onText={set('months_supported')} numeric fault={fault} placeholder="0" />
        <TextField id="first_month" label={words.firstMonth} value={choice.first_month} onText={set('first_month')} fault={fault} placeholder="11/2026" />
        <TextField id="other_support" label={words.otherSupport} value={choice.other_support} onText={set('other_support')} numeric fault={fault} placeholder="0" />
        <TextField id="locality" label={words.locality} value={choice.locality} onText={set('locality')} numeric fault={fault} placeholder="004" />
        <TextField id="fund_return_rate" label={words.rate} value={choice.fund_return_rate} onText={set('fund_return_rate')} fault={fault} placeholder="0,31%" />
      </details>
    </>
  );
}
