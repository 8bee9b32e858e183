import type { Payments } from '../../js/src/payments.js';
import type { Assessment, RefusalData } from '../../js/src/types.js';
import type { Choice, Lang } from './choice.js';
import { termText } from './inputs.js';
import { WhoPays } from './picture.js';
import { money, sentence, type Words } from './words.js';

interface Props {
  ansinh: Payments;
  answer: Assessment;
  /** The same payment for one month: what is owed by the month is priced, never divided. */
  month: Assessment | RefusalData;
  words: Words;
  choice: Choice;
  lang: Lang;
}

/** The answer as it is shown, and handed out on paper. */
export function Result({ ansinh, answer, month, words, choice, lang }: Props) {
  const place = ansinh.provinces.find(({ code }) => code === choice.province)?.name;
  const former = ansinh.formerProvinces.find(({ code }) => code === choice.former_province)?.name;
  const groups = choice.groups.map((name) => sentence(ansinh.groups.find((group) => group.name === name)?.[lang] ?? name));
  return (
    <>
      <p class="paper">{[place, former, ...groups, `${words.incomeColumn} ${choice.income}`, `${words.paidOn} ${choice.paid_on}`].filter(Boolean).join(' · ')}</p>
      <div aria-live="polite" aria-atomic="true">
        {month.status === 'ok' && <p class="big"><span>{words.monthly}</span> <strong id="monthly">{money(month.participant_share)}</strong> <span>{words.perMonthUnit}</span></p>}
        {choice.term !== '1' && <p class="once">{words.atOnce(termText(choice.term, words))} <strong id="once">{money(answer.participant_share)}</strong> {words.dong}</p>}
      </div>
      <h3>{choice.term === '1' ? words.whoPays : words.whoPaysOf(termText(choice.term, words))}</h3>
      <WhoPays answer={answer} words={words} />
      {(answer.flags.length > 0 || choice.province === '') && (
        <>
          <h3>{words.warnings}</h3>
          <ul class="warnings">
            {choice.province === '' && <li id="no-province">{words.chooseProvince}</li>}
            {answer.flags.map((flag) => <li key={flag} data-flag={flag}>{words.flags[flag] ?? flag}</li>)}
          </ul>
        </>
      )}
    </>
  );
}
