import { useState } from 'preact/hooks';
import type { Payments } from '../../js/src/payments.js';
import type { Explanation } from '../../js/src/types.js';
import { requestOf, type Choice, type Lang } from './choice.js';
import type { Words } from './words.js';

/** Every step with its article; worked out once somebody opens it. */
export function Why({ ansinh, choice, lang, words }: { ansinh: Payments; choice: Choice; lang: Lang; words: Words }) {
  const [open, setOpen] = useState(false);
  let explanation: Explanation | undefined;
  if (open) explanation = ansinh.explain(requestOf(choice), { lang }).explanation;
  return (
    <section id="why" aria-labelledby="why-title">
      <h2 id="why-title">{words.why}</h2>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.whyIntro}</summary>
        {explanation !== undefined && (
          <>
            <p id="opening">{explanation.opening}</p>
            <ol class="steps">
              {explanation.steps.map((step, i) => (
                <li key={i} data-quantity={step.quantity}>
                  {step.text}
                  {step.standing !== undefined && step.standing !== 'text' && <span class={`standing ${step.standing}`}>{words.standing[step.standing] ?? step.standing}</span>}
                </li>
              ))}
            </ol>
          </>
        )}
      </details>
    </section>
  );
}
