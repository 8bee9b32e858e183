import type { Payments } from '../../js/src/payments.js';
import type { Brackets } from '../../js/src/types.js';
import { requestOf, type Choice, type Lang } from './choice.js';
import { levelOf, termText } from './inputs.js';
import { money, type Words } from './words.js';

interface Props {
  ansinh: Payments;
  choice: Choice;
  brackets: Brackets;
  words: Words;
  lang: Lang;
}
const shownTerms = ['1', '3', '6', '12'];
const shownLevels = [0, 1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 70, 100];

/** What the participant pays at once, by income and term. */
export function ContributionTable({ ansinh, choice, brackets, words }: Props) {
  const chosen = levelOf(choice.income, brackets);
  const levels = [...new Set([...shownLevels, chosen])].filter((level) => level >= 0 && level < brackets.count).sort((a, b) => a - b);
  const share = (income: number, term: string): string => {
    const outcome = ansinh.tryAssess({ ...requestOf(choice), income, term });
    return outcome.status === 'ok' ? money(outcome.participant_share) : '–';
  };
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={words.table}>
      <table id="table">
        <caption>{words.tableCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.incomeColumn}</th>
            {shownTerms.map((term) => <th key={term} scope="col">{termText(term, words)}</th>)}
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => {
            const income = brackets.floor + level * brackets.step;
            return (
              <tr key={level} class={level === chosen ? 'chosen' : ''}>
                <th scope="row">{money(income)}{level === chosen && <span class="mark"> {words.chosen}</span>}</th>
                {shownTerms.map((term) => <td key={term} data-term={term} data-income={income}>{share(income, term)}</td>)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Paying once for two to five years. */
export function AheadTable({ ansinh, choice, words, lang }: Props) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={words.ahead}>
      <table id="ahead">
        <caption>{words.aheadCaption}</caption>
        <thead>
          <tr>{[words.term, words.total, words.state, words.place, words.youPay].map((text) => <th key={text} scope="col">{text}</th>)}</tr>
        </thead>
        <tbody>
          {['VS2', 'VS3', 'VS4', 'VS5'].map((term) => {
            const outcome = ansinh.tryAssess({ ...requestOf(choice), term }, { lang });
            return (
              <tr key={term} data-term={term}>
                <th scope="row">{termText(term, words)}</th>
                {outcome.status === 'ok' ? (
                  [outcome.contribution, outcome.central_support, outcome.local_top_up, outcome.participant_share].map((amount, i) => <td key={i}>{money(amount)}</td>)
                ) : (
                  <td colSpan={4} class="note">{outcome.message}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
