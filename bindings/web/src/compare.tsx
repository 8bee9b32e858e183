import type { Payments } from '../../js/src/payments.js';
import type { Assessment } from '../../js/src/types.js';
import { requestOf, type Choice, type Lang } from './choice.js';
import { termText } from './inputs.js';
import { Bars, partText, parts } from './picture.js';
import { money, sentence, type Words } from './words.js';

interface Props {
  ansinh: Payments;
  choice: Choice;
  answer: Assessment;
  kept: Choice | undefined;
  keep: (choice: Choice | undefined) => void;
  words: Words;
  lang: Lang;
}

export function Compare({ ansinh, choice, answer, kept, keep, words, lang }: Props) {
  const before = kept === undefined ? undefined : ansinh.tryAssess(requestOf(kept), { lang });
  const text = (of: Choice): string =>
    [of.income, termText(of.term, words), ansinh.provinces.find(({ code }) => code === of.province)?.name ?? '',
      ...of.groups.map((name) => sentence(ansinh.groups.find((group) => group.name === name)?.[lang] ?? name))].filter((part) => part !== '').join(' · ');
  return (
    <section id="compare" aria-labelledby="compare-title">
      <h2 id="compare-title">{words.compare}</h2>
      {kept === undefined || before?.status !== 'ok' ? (
        <button type="button" id="keep" onClick={() => keep(choice)}>{words.keep}</button>
      ) : (
        <>
          <Bars bars={[before, answer]} label={words.compare} />
          <div class="scroll" tabIndex={0} role="group" aria-label={words.compare}>
            <table>
              <caption>{words.first}: {text(kept)}<br />{words.second}: {text(choice)}</caption>
              <thead><tr><td></td>{[words.first, words.second, words.difference].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
              <tbody>
                {([...parts, 'contribution'] as const).map((part) => (
                  <tr key={part} data-part={part}>
                    <th scope="row">{part === 'contribution' ? words.total : partText(part, words)}</th>
                    <td>{money(before[part])}</td>
                    <td>{money(answer[part])}</td>
                    <td>{answer[part] > before[part] ? '+' : ''}{money(answer[part] - before[part])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <button type="button" id="drop" onClick={() => keep(undefined)}>{words.drop}</button>
        </>
      )}
    </section>
  );
}
