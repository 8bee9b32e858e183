// Who pays what, as one bar; the figures stand beside it as text, so that nothing hangs on seeing it.
import { BarChart, FixedScaleAxis } from 'chartist';
import { useEffect, useRef } from 'preact/hooks';
import type { Assessment } from '../../js/src/types.js';
import { money, type Words } from './words.js';

export const parts = ['participant_share', 'central_support', 'local_top_up', 'other_support'] as const;
export const partText = (part: (typeof parts)[number], words: Words): string =>
  ({ participant_share: words.you, central_support: words.state, local_top_up: words.place, other_support: words.others })[part];

export function Bars({ bars, label }: { bars: readonly Pick<Assessment, (typeof parts)[number]>[]; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<BarChart>();
  // The chart counts its rows from below.
  const rows = [...bars].reverse();
  const data = { labels: rows.map(() => ''), series: parts.map((part) => rows.map((bar) => bar[part])) };
  const high = Math.max(1, ...bars.map((bar) => parts.reduce((sum, part) => sum + bar[part], 0)));
  useEffect(() => {
    const options = {
      stackBars: true, horizontalBars: true, height: `${bars.length * 34}px`, chartPadding: 0,
      axisX: { type: FixedScaleAxis, low: 0, high, ticks: [0, high], showGrid: false, showLabel: false, offset: 0 },
      axisY: { showGrid: false, showLabel: false, offset: 0 },
    };
    const draw = () => void chart.current?.update(data, options);
    if (chart.current === undefined) chart.current = new BarChart(place.current as HTMLDivElement, data, options);
    else if (bars.length === 1) draw();
    else {
      // Beside the answer; drawn once the slider rests.
      const later = setTimeout(draw, 80);
      return () => clearTimeout(later);
    }
    return undefined;
  });
  return <div ref={place} class="bars" role="img" aria-label={label} />;
}

export function WhoPays({ answer, words }: { answer: Assessment; words: Words }) {
  const shown = parts.filter((part) => part !== 'other_support' || answer.other_support > 0);
  return (
    <>
      <Bars bars={[answer]} label={shown.map((part) => `${partText(part, words)} ${money(answer[part])}`).join(', ')} />
      <dl class="parts">
        {shown.map((part) => (
          <div key={part} class={part}>
            <dt>{partText(part, words)}{part === 'local_top_up' && answer.flags.includes('local_unknown') && ` (${words.noData})`}</dt>
            <dd id={`amount-${part}`}>{money(answer[part])}</dd>
          </div>
        ))}
        <div class="total">
          <dt>{words.total}</dt>
          <dd id="amount-contribution">{money(answer.contribution)}</dd>
        </div>
      </dl>
      {answer.supported_months > 0 && answer.months > 1 && <p class="hint" id="supported">{words.supportedMonths(answer.supported_months, answer.months)}</p>}
    </>
  );
}
