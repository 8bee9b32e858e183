import { Ansinh } from './core.js';
import { Engine, languageCode, textOf, type Options } from './engine.js';
import { OverlayError, Refusal, type OverlayFault } from './errors.js';
import * as codes from './generated/codes.js';
import * as structs from './generated/structs.js';
import { parse } from './memory.js';
import { tryPlan } from './plan.js';
import type { Benefit, BenefitRequest, Language, Plan, PlanRequest, RefusalData, Request, Scheduled, Span } from './types.js';

export type BenefitKind = 'pension' | 'one-time' | 'death' | 'maternity' | 'bridge';
const kinds: Record<BenefitKind, number> = {
  pension: codes.ANSINH_BENEFIT_PENSION,
  'one-time': codes.ANSINH_BENEFIT_ONE_TIME,
  death: codes.ANSINH_BENEFIT_DEATH,
  maternity: codes.ANSINH_BENEFIT_MATERNITY,
  bridge: codes.ANSINH_BENEFIT_BRIDGE,
};

export interface BenefitOptions extends Options {
  /** Estimate coefficients of indexation of a year that has no table; the answer is flagged. */
  estimateIndexation?: boolean;
}

/** An overlay: an object of docs/overlay.schema.json, or its JSON text. */
export type Overlay = string | object;

/** A contribution record: spans, or a CSV with the columns of Span. */
export type ContributionRecord = string | readonly Span[];

const benefitFields: readonly number[] = [
  codes.ANSINH_FIELD_EVENT, codes.ANSINH_FIELD_SEX, codes.ANSINH_FIELD_BIRTH, codes.ANSINH_FIELD_CASE,
  codes.ANSINH_FIELD_CHILDREN, codes.ANSINH_FIELD_PENSION, codes.ANSINH_FIELD_MONTHS_DRAWN, codes.ANSINH_FIELD_GROUPS,
];
const spanFields = ['from', 'months', 'income', 'scheme', 'kind', 'paid_on', 'groups', 'central_support'] as const;

/** What full.wasm holds: core, and laws with overlays, benefits, plans, schedules, and the law itself as text. */
export class FullAnsinh extends Ansinh {
  /**
   * The built-in law with overlays laid over it, in their order, in the same module.
   * @throws {OverlayError} that lists every fault with line and column
   */
  withLaw(overlays: readonly Overlay[], options?: { lang?: Language }): FullAnsinh {
    const { memory } = this.engine;
    const texts = overlays.map((overlay) => (typeof overlay === 'string' ? overlay : JSON.stringify(overlay)));
    const { pointers, lengths } = memory.texts(texts);
    const pointer = memory.room(4);
    try {
      const { status, text } = memory.text(
        'ansinh_book_create', pointers, lengths, texts.length, languageCode(options?.lang), pointer);
      if (status === codes.ANSINH_CALL_OVERLAY) throw new OverlayError(parse<{ errors: OverlayFault[] }>(text).errors);
      this.engine.check(status);
      return new FullAnsinh(new Engine(memory, memory.u32[pointer >> 2] as number));
    } finally {
      memory.free(pointer);
    }
  }

  /** The whole book in its canonical form, which withLaw() reads back. */
  law(): unknown {
    return JSON.parse(this.#lawText());
  }
  #lawText(): string {
    const { memory, book } = this.engine;
    const { status, text } = memory.text('ansinh_law', book, 0, codes.ANSINH_NOT_GIVEN, 0, codes.ANSINH_JSON, codes.ANSINH_VI);
    this.engine.check(status);
    return text;
  }

  /** Every assumed, draft or unknown value of the law, and every place without a record. */
  openItems(options?: { lang?: Language }): unknown {
    const { memory, book } = this.engine;
    const { status, text } = memory.text('ansinh_open_items', book, codes.ANSINH_JSON, languageCode(options?.lang));
    this.engine.check(status);
    return JSON.parse(text);
  }

  /** Who pays what, in a few lines to be read by a person. */
  summary(request: Request, options?: Options): string {
    const refusal = this.engine.write(request, options);
    if (refusal !== undefined) throw new Refusal(refusal);
    const { memory, book, requestAt } = this.engine;
    const { status, text } = memory.text('ansinh_summary', book, requestAt, languageCode(options?.lang));
    if (status !== codes.ANSINH_OK) this.assess(request, options);
    return text;
  }

  /** The account of a payment month by month. */
  schedule(request: Request, options?: Options): Scheduled {
    const refusal = this.engine.write(request, options);
    if (refusal !== undefined) throw new Refusal(refusal);
    const { memory, book, requestAt } = this.engine;
    const { status, text } = memory.text('ansinh_schedule_text', book, requestAt, codes.ANSINH_JSON, languageCode(options?.lang));
    if (status !== codes.ANSINH_OK) throw new Refusal(this.engine.refusal(status, text));
    return parse<Scheduled>(text);
  }

  /**
   * What a contribution record brings. Not eligible is an answer.
   * Source: Law 41/2024/QH15 art. 23, 94-115; Decree 159/2025/NĐ-CP art. 9-15.
   */
  benefit(kind: BenefitKind, request: BenefitRequest, record: ContributionRecord, options?: BenefitOptions): Benefit {
    const outcome = this.tryBenefit(kind, request, record, options);
    if (outcome.status !== 'ok') throw new Refusal(outcome as RefusalData);
    return outcome as Benefit;
  }

  tryBenefit(kind: BenefitKind, request: BenefitRequest, record: ContributionRecord, options?: BenefitOptions): Benefit | RefusalData {
    const { engine, engine: { memory, book } } = this;
    const number = kinds[kind];
    if (number === undefined) throw new TypeError(`a benefit is ${Object.keys(kinds).join(', ')}, not ${String(kind)}`);
    const lang = languageCode(options?.lang);
    const csv = typeof record === 'string' ? record : csvOf(record);
    // A line holds one span.
    const most = csv.split(/[\r\n]+/).length;
    const size = structs.ansinh_span.size;
    const at = memory.room(structs.ansinh_benefit_request.size);
    const spans = memory.room(most * size + 8);
    try {
      engine.check(memory.call('ansinh_span_init', spans, size));
      const count = spans + most * size;
      const { pointers: text, lengths } = memory.texts([csv]);
      const bytes = memory.u32[lengths >> 2] as number;
      const readRecord = memory.text(
        'ansinh_read_record', book, memory.u32[text >> 2] as number, bytes, spans, most, count, lang);
      if (readRecord.status !== codes.ANSINH_OK) return engine.refusal(readRecord.status, readRecord.text);
      const spanCount = memory.u32[count >> 2] as number;

      const given = engine.texts(request, benefitFields);
      engine.check(memory.call('ansinh_benefit_request_init', at, structs.ansinh_benefit_request.size));
      const read = memory.text('ansinh_read_benefit', book, number, given.pointers, given.lengths, given.count, at, lang);
      if (read.status !== codes.ANSINH_OK) return engine.refusal(read.status, read.text);
      memory.u32[(at + structs.ansinh_benefit_request.members.options.offset) >> 2] =
        (options?.strict === true ? codes.ANSINH_STRICT : 0) |
        (options?.estimateIndexation === true ? codes.ANSINH_ESTIMATE_INDEXATION : 0);
      const answer = memory.text('ansinh_benefit', book, at, spanCount > 0 ? spans : 0, spanCount, codes.ANSINH_JSON, lang);
      return answer.status === codes.ANSINH_OK ? parse<Benefit>(answer.text) : engine.refusal(answer.status, answer.text);
    } finally {
      memory.free(spans);
      memory.free(at);
    }
  }

  /** From now to the pension: an illustration. Exactly one of income, target_pension and budget is given. */
  plan(request: PlanRequest, options?: Options): Plan {
    const outcome = tryPlan(this.engine, request, options);
    if (outcome.status !== 'ok') throw new Refusal(outcome);
    return outcome;
  }
  tryPlan(request: PlanRequest, options?: Options): Plan | RefusalData {
    return tryPlan(this.engine, request, options);
  }

  /** "sha256:…" of the law of benefits. */
  get benefitLawDigest(): string {
    const { memory, book } = this.engine;
    return memory.stringAt(memory.call('ansinh_benefit_law_digest', book)) as string;
  }
}

/** Spans as the CSV that the library reads. */
function csvOf(record: readonly Span[]): string {
  const lines = [spanFields.join(',')];
  for (const span of record) {
    for (const key in span) {
      if (!(spanFields as readonly string[]).includes(key)) throw new TypeError(`a span has no "${key}"; it has ${spanFields.join(', ')}`);
    }
    lines.push(spanFields.map((field) => `"${(textOf(field, span[field]) ?? '').replaceAll('"', '""')}"`).join(','));
  }
  return lines.join('\n');
}
