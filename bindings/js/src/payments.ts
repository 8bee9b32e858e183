import { languageCode, type Engine, type Options } from './engine.js';
import { Refusal } from './errors.js';
import * as codes from './generated/codes.js';
import * as structs from './generated/structs.js';
import { parse } from './memory.js';
import type {
  Assessment, Brackets, Explained, Flag, Language, Layer, RefusalData, Request,
} from './types.js';

const answer = structs.ansinh_answer.members;
const answerAt = {
  status: answer.status.offset,
  flags: answer.flags.offset,
  contribution: answer.contribution.offset,
  central_support: answer.central_support.offset,
  local_top_up: answer.local_top_up.offset,
  province_top_up: answer.province_top_up.offset,
  locality_top_up: answer.locality_top_up.offset,
  other_support: answer.other_support.offset,
  participant_share: answer.participant_share.offset,
  months: answer.months.offset,
  supported_months: answer.supported_months.offset,
};
type AssessCall = (book: number, workspace: number, request: number, answer: number) => number;

export interface Group {
  readonly name: string;
  readonly vi: string;
  readonly en: string;
}
export interface Province {
  readonly code: string;
  readonly name: string;
}
export interface FormerProvince extends Province {
  /** The present province on whose ground it lies. */
  readonly province: string;
}
const noFlags: readonly Flag[] = Object.freeze([]);
const noLayers: readonly Layer[] = Object.freeze([]);

/** A code as the lists print it: "01". */
const codeText = (code: number): string => String(code).padStart(2, '0');

const epoch = Date.UTC(1970, 0, 1);
const isoDay = (days: number): string => new Date(epoch + days * 86_400_000).toISOString().slice(0, 10);

/** One payment: who pays what, why, and what may be chosen. What every door of the package has, the page among them. */
export class Payments {
  /** Of the package that is running. */
  readonly version: string;
  readonly abi: number;
  /** Day on which the built-in law was last verified: "2026-11-22". */
  readonly verifiedOn: string;
  /** "sha256:…" over the whole book; every answer carries it. */
  readonly lawDigest: string;
  readonly groups: readonly Group[];
  /** The provinces in force since 2025-07-01, and those of the list before. */
  readonly provinces: readonly Province[];
  readonly formerProvinces: readonly FormerProvince[];

  /** @internal */
  readonly engine: Engine;
  readonly #answerAt: number;
  #assess: AssessCall;
  readonly #flagLists = new Map<number, readonly Flag[]>();
  readonly #layerNames: string[] = [];
  readonly #programmes: string[] = [];

  /** @internal Use load(). */
  constructor(engine: Engine) {
    this.engine = engine;
    const { memory, book } = engine;
    this.#answerAt = memory.room(structs.ansinh_answer.size);
    memory.u32[this.#answerAt >> 2] = structs.ansinh_answer.size;
    this.#assess = memory.function<AssessCall>('ansinh_assess');
    this.version = memory.stringAt(memory.call('ansinh_version')) as string;
    this.abi = memory.call('ansinh_abi_version');
    this.verifiedOn = isoDay(memory.call('ansinh_verified_on'));
    this.lawDigest = memory.stringAt(memory.call('ansinh_book_digest', book)) as string;

    const listed = (name: string, ...args: number[]): string[] => {
      const names: string[] = [];
      for (;;) {
        const text = memory.stringAt(memory.call(name, book, names.length, ...args));
        if (text === undefined) return names;
        names.push(text);
      }
    };
    const vi = listed('ansinh_group_text', codes.ANSINH_VI);
    const en = listed('ansinh_group_text', codes.ANSINH_EN);
    this.groups = listed('ansinh_group_name').map((name, i) => ({ name, vi: vi[i] as string, en: en[i] as string }));
    this.#layerNames.push(...listed('ansinh_layer_name'));
    this.#programmes.push(...listed('ansinh_programme_id'));

    const places = (at: string, name: string): Province[] => {
      const all: Province[] = [];
      for (;;) {
        const code = memory.call(at, all.length);
        if (code === 0) return all;
        all.push({ code: codeText(code), name: memory.stringAt(memory.call(name, code)) as string });
      }
    };
    this.provinces = places('ansinh_province_at', 'ansinh_province_name');
    this.formerProvinces = places('ansinh_former_province_at', 'ansinh_former_province_name').map((former) => ({
      ...former,
      province: codeText(memory.call('ansinh_present_province', Number(former.code))),
    }));
  }

  /**
   * Who pays what of one payment.
   * @throws {Refusal} where the law or the reader of a field says no
   * @throws {TypeError} where a value is of a kind that its field cannot have, or a key is no field
   * Source: Law 41/2024/QH15 art. 31, 36; Decree 159/2025/NĐ-CP art. 5-8; explain() names the article of each step.
   */
  assess(request: Request, options?: Options): Assessment {
    const outcome = this.tryAssess(request, options);
    if (outcome.status !== 'ok') throw new Refusal(outcome);
    return outcome;
  }

  /** The same, with a refusal as a value. */
  tryAssess(request: Request, options?: Options): Assessment | RefusalData {
    const engine = this.engine;
    const refusal = engine.write(request, options);
    if (refusal !== undefined) return refusal;
    const memory = engine.memory;
    let status: number;
    try {
      status = this.#assess(engine.book, engine.workspace, engine.requestAt, this.#answerAt);
    } catch (cause) {
      // From here on every call says that this instance has failed.
      this.#assess = (...args) => memory.call('ansinh_assess', ...args);
      throw memory.failed(cause);
    }
    memory.refresh();
    if (status !== codes.ANSINH_OK) return this.refused(options);
    const at = this.#answerAt;
    const flags = memory.u32[(at + answerAt.flags) >> 2] as number;
    return {
      status: 'ok',
      contribution: memory.amount(at + answerAt.contribution),
      central_support: memory.amount(at + answerAt.central_support),
      local_top_up: memory.amount(at + answerAt.local_top_up),
      province_top_up: memory.amount(at + answerAt.province_top_up),
      locality_top_up: memory.amount(at + answerAt.locality_top_up),
      other_support: memory.amount(at + answerAt.other_support),
      participant_share: memory.amount(at + answerAt.participant_share),
      months: memory.i32[(at + answerAt.months) >> 2] as number,
      supported_months: memory.i32[(at + answerAt.supported_months) >> 2] as number,
      flags: flags === 0 ? noFlags : this.#flags(flags),
      layers: this.#layers(),
      law_digest: this.lawDigest,
    };
  }

  /** @internal The refusal of the request that is written. */
  protected refused(options?: Options): RefusalData {
    const engine = this.engine;
    const { status, text } = engine.memory.text('ansinh_assess_json', engine.book, engine.requestAt, languageCode(options?.lang));
    return engine.refusal(status, text);
  }

  #flags(bits: number): readonly Flag[] {
    let flags = this.#flagLists.get(bits);
    if (flags === undefined) {
      const memory = this.engine.memory;
      const names: Flag[] = [];
      for (let bit = 1; bit <= bits; bit *= 2) {
        if ((bits & bit) !== 0) names.push(memory.stringAt(memory.call('ansinh_flag_name', bit)) as Flag);
      }
      flags = Object.freeze(names);
      this.#flagLists.set(bits, flags);
    }
    return flags;
  }

  #layers(): readonly Layer[] {
    const { i32, u8, memory } = { i32: this.engine.memory.i32, u8: this.engine.memory.u8, memory: this.engine.memory };
    const at = this.#answerAt;
    const count = i32[(at + answer.layer_count.offset) >> 2] as number;
    if (count === 0) return noLayers;
    const layers: Layer[] = [];
    for (let i = 0; i < count; ++i) {
      const programme = at + answer.layer_programme.offset + 2 * i;
      layers.push({
        layer: this.#layerNames[u8[at + answer.layer.offset + i] as number] as string,
        programme: this.#programmes[(u8[programme] as number) + 256 * (u8[programme + 1] as number)] as string,
        amount: memory.amount(at + answer.layer_amount.offset + 8 * i),
        source: u8[at + answer.layer_source.offset + i] === codes.ANSINH_FUND ? 'fund' : 'budget',
      });
    }
    return layers;
  }

  /** The answer with every step that leads to it: quantity, value, article, standing, and a sentence in `lang`. */
  explain(request: Request, options?: Options): Explained {
    const { memory, book, requestAt } = this.written(request, options);
    const { status, text } = memory.text('ansinh_explain', book, requestAt, codes.ANSINH_JSON, languageCode(options?.lang));
    if (status !== codes.ANSINH_OK) throw new Refusal(this.engine.refusal(status, text));
    return parse<Explained>(text);
  }

  /** The same as text: one sentence a step. */
  explainText(request: Request, options?: Options): string {
    const { memory, book, requestAt } = this.written(request, options);
    const { status, text } = memory.text('ansinh_explain', book, requestAt, codes.ANSINH_TEXT, languageCode(options?.lang));
    if (status !== codes.ANSINH_OK) throw new Refusal(this.refused(options));
    return text;
  }

  /** @internal The engine, with the request written. */
  protected written(request: Request, options?: Options): Engine {
    const refusal = this.engine.write(request, options);
    if (refusal !== undefined) throw new Refusal(refusal);
    return this.engine;
  }

  /** The legal contributory incomes of a day: floor + m × step, VND per month. */
  brackets(paid_on: string, options?: { lang?: Language }): Brackets {
    // The day is read as that of a payment is; the income does not count.
    const { memory, book, requestAt } = this.written({ paid_on, income: 0 }, options);
    const fields = structs.ansinh_brackets.members;
    const at = memory.room(structs.ansinh_brackets.size);
    try {
      memory.u32[at >> 2] = structs.ansinh_brackets.size;
      const day = memory.i32[(requestAt + structs.ansinh_request.members.paid_on.offset) >> 2] as number;
      const status = memory.call('ansinh_income_brackets', book, day, at);
      // Its refusals are those that a payment of this day has.
      if (status !== codes.ANSINH_OK) throw new Refusal(this.refused(options));
      return {
        floor: memory.amount(at + fields.floor.offset),
        ceiling: memory.amount(at + fields.ceiling.offset),
        step: memory.amount(at + fields.step.offset),
        count: memory.i32[(at + fields.count.offset) >> 2] as number,
        step_required: memory.i32[(at + fields.step_required.offset) >> 2] === 1,
      };
    } finally {
      memory.free(at);
    }
  }

  /** Gives the law's memory back. The instance cannot be used any longer. */
  free(): void {
    const { memory, book, workspace } = this.engine;
    memory.call('ansinh_workspace_free', workspace);
    memory.call('ansinh_book_free', book);
  }
}
