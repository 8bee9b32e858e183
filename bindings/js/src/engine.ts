import { AnsinhError } from './errors.js';
import * as codes from './generated/codes.js';
import * as structs from './generated/structs.js';
import { Memory, parse, type Exports } from './memory.js';
import type { Language, RefusalData, Request } from './types.js';

export interface Options {
  /** Of texts and refusals; default "vi". */
  lang?: Language;
  /** Refuse (not_settled) what is not settled, or of a place whose law is not known. */
  strict?: boolean;
}

/** The number of a language. */
export function languageCode(lang: Language | undefined): number {
  if (lang === undefined || lang === 'vi') return codes.ANSINH_VI;
  if (lang === 'en') return codes.ANSINH_EN;
  throw new TypeError(`lang is "vi" or "en", not ${String(lang)}`);
}

/** What may be given for a field: a text as it stands in a cell or a form, or a whole number. */
export type Given = string | number | bigint | readonly string[] | undefined | null;

/** Fields that take whole numbers besides texts; all others take texts, `groups` a list of names too. */
const wholeFields = new Set([
  'income', 'other_support', 'months_supported', 'local_months_used', 'remaining', 'support_refunded', 'term', 'months',
  'children', 'pension', 'months_drawn', 'target_pension', 'budget', 'months_so_far', 'average_so_far', 'central_support',
]);

/** The text by which a value is read. Where its kind cannot be a value of the field, a TypeError says so. */
export function textOf(field: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if ((typeof value === 'number' || typeof value === 'bigint') && wholeFields.has(field)) return Object.is(value, -0) ? '0' : String(value);
  if (field === 'groups' && Array.isArray(value)) {
    for (const name of value as unknown[]) {
      if (typeof name !== 'string') throw new TypeError('groups holds names as texts');
    }
    // An empty name is no group, and reads as none of the others would.
    return (value as string[]).length === 1 && value[0] === '' ? '|' : value.join('|');
  }
  if (typeof value === 'number' && field === 'fund_return_rate') {
    throw new TypeError('fund_return_rate is a text such as "0.0031": a number cannot hold every rate exactly');
  }
  if (value instanceof Date) throw new TypeError(`${field} is a text such as "2026-11-22": a Date hangs on a time zone`);
  throw new TypeError(`${field} cannot be of type ${typeof value}`);
}

interface Slot {
  readonly offset: number;
}
const request = structs.ansinh_request.members as Record<string, Slot>;
const word = (name: string): number => (request[name] as Slot).offset >> 2;
const at = {
  options: word('options'),
  paid_on: word('paid_on'),
  first_month: word('first_month'),
  income: word('income'),
  other_support: word('other_support'),
  term: word('term'),
  groups: word('groups'),
  province: word('province'),
  former_province: word('former_province'),
  locality: word('locality'),
  months_supported: word('months_supported'),
  local_months_used: word('local_months_used'),
  fund_return_rate: word('fund_return_rate'),
  th_support: word('th_support'),
};
const requestWords = structs.ansinh_request.size >> 2;

const mostCached = 4096;

/** Texts of a field as the numbers that the library read them to; it alone reads. */
class Read<T> {
  readonly #known = new Map<unknown, T>();
  get(text: unknown): T | undefined {
    return this.#known.get(text);
  }
  put(text: unknown, value: T): void {
    if (this.#known.size >= mostCached) this.#known.clear();
    this.#known.set(text, value);
  }
}

/** One law in one instance of a module, and what a request is written into. */
export class Engine {
  readonly requestAt: number;
  readonly fieldNames: readonly string[];
  readonly workspace: number;
  readonly #blank: Int32Array;
  readonly #fieldsByName = new Map<readonly number[], Map<string, number>>();
  readonly #days = new Read<number>();
  readonly #months = new Read<number>();
  readonly #terms = new Read<number>();
  readonly #groupLists = new Read<number>();
  readonly #groupBits = new Read<number>();
  readonly #provinces = new Read<number>();
  readonly #formers = new Read<number>();
  readonly #localities = new Read<readonly [number, number]>();
  readonly #rates = new Read<number>();
  readonly #supports = new Read<number>();

  constructor(
    readonly memory: Memory,
    readonly book: number,
  ) {
    this.requestAt = memory.room(structs.ansinh_request.size);
    this.check(memory.call('ansinh_request_init', this.requestAt, structs.ansinh_request.size));
    this.#blank = memory.i32.slice(this.requestAt >> 2, (this.requestAt >> 2) + requestWords);
    const pointer = memory.room(4);
    this.check(memory.call('ansinh_workspace_create', pointer));
    this.workspace = memory.u32[pointer >> 2] as number;
    memory.free(pointer);
    const names: string[] = [];
    for (let field = 0; field <= codes.ANSINH_FIELD_FIXED_FACTOR; ++field) {
      names.push(memory.stringAt(memory.call('ansinh_field_name', field)) as string);
    }
    this.fieldNames = names;
    for (let bit = 0; ; ++bit) {
      const name = memory.stringAt(memory.call('ansinh_group_name', book, bit));
      if (name === undefined) break;
      this.#groupBits.put(name, 1 << bit);
    }
  }

  /** An engine of the built-in law in a module that was just instantiated. */
  static ofBuiltIn(exports: Exports): Engine {
    const memory = new Memory(exports);
    if (memory.call('ansinh_abi_version') !== codes.ANSINH_ABI_VERSION) throw new AnsinhError('the module is of another ABI');
    const pointer = memory.room(4);
    const status = memory.call('ansinh_built_in_book', pointer);
    if (status !== codes.ANSINH_OK) throw new AnsinhError('the built-in law could not be made ready', status);
    const book = memory.u32[pointer >> 2] as number;
    memory.free(pointer);
    return new Engine(memory, book);
  }

  /** Of a call that can only fail by a fault of this package. */
  check(status: number): void {
    if (status !== codes.ANSINH_OK) throw new AnsinhError(`a call could not be made (${this.statusName(status)})`, status);
  }

  statusName(status: number): string {
    return this.memory.stringAt(this.memory.call('ansinh_status_name', status)) ?? String(status);
  }

  /** The refusal that a call's text holds. */
  refusal(status: number, text: string): RefusalData {
    if (status >= codes.ANSINH_CALL_NULL) this.check(status);
    return parse<RefusalData>(text);
  }

  /** Texts by number of their field, from an object whose keys are the fields in `fields`. */
  texts(given: object, fields: readonly number[]): { pointers: number; lengths: number; count: number } {
    let known = this.#fieldsByName.get(fields);
    if (known === undefined) {
      known = new Map(fields.map((field) => [this.fieldNames[field] as string, field]));
      this.#fieldsByName.set(fields, known);
    }
    const texts = new Array<string | undefined>(Math.max(...fields) + 1).fill(undefined);
    for (const key in given) {
      const field = known.get(key);
      if (field === undefined) throw new TypeError(`no field is called "${key}"; there are ${[...known.keys()].join(', ')}`);
      texts[field] = textOf(key, (given as Record<string, unknown>)[key]);
    }
    return { ...this.memory.texts(texts), count: texts.length };
  }

  /** Writes a request into requestAt; what the reader refuses comes back. */
  write(given: Request, options?: Options): RefusalData | undefined {
    if (typeof given !== 'object' || given === null) throw new TypeError('a request is an object with paid_on and income');
    if (!this.#writeKnown(given)) {
      const refusal = this.#writeTexts(given, options);
      if (refusal !== undefined) return refusal;
    }
    if (options?.strict === true) this.memory.i32[(this.requestAt >> 2) + at.options] = codes.ANSINH_STRICT;
    return undefined;
  }

  /** By values that were read before, without a call; false where one of them was not. */
  #writeKnown(given: Request): boolean {
    const words = this.memory.i32;
    const base = this.requestAt >> 2;
    words.set(this.#blank, base);
    let income = false;
    let day = false;
    for (const key in given) {
      const value = given[key as keyof Request] as unknown;
      if (value === undefined || value === null) continue;
      let read: number | undefined;
      switch (key) {
        case 'paid_on':
          read = this.#days.get(value);
          if (read === undefined) return false;
          words[base + at.paid_on] = read;
          day = true;
          break;
        case 'income':
          if (!isAmount(value)) return false;
          this.memory.setAmount((base + at.income) << 2, Number(value));
          income = true;
          break;
        case 'other_support':
          if (!isAmount(value)) return false;
          this.memory.setAmount((base + at.other_support) << 2, Number(value));
          break;
        case 'term':
          read = this.#terms.get(value);
          if (read === undefined) return false;
          words[base + at.term] = read;
          break;
        case 'groups':
          read = typeof value === 'string' ? this.#groupLists.get(value) : this.#bitsOf(value);
          if (read === undefined) return false;
          words[base + at.groups] = read;
          break;
        case 'province':
          read = this.#provinces.get(value);
          if (read === undefined) return false;
          words[base + at.province] = read;
          break;
        case 'former_province':
          read = this.#formers.get(value);
          if (read === undefined) return false;
          words[base + at.former_province] = read;
          break;
        case 'first_month':
          read = this.#months.get(value);
          if (read === undefined) return false;
          words[base + at.first_month] = read;
          break;
        case 'months_supported':
          if (!isCount(value, 120)) return false;
          words[base + at.months_supported] = value;
          break;
        case 'local_months_used':
          if (!isCount(value, 600)) return false;
          words[base + at.local_months_used] = value;
          break;
        case 'fund_return_rate':
          read = this.#rates.get(value);
          if (read === undefined) return false;
          words[base + at.fund_return_rate] = read;
          break;
        case 'th_support':
          read = this.#supports.get(value);
          if (read === undefined) return false;
          words[base + at.th_support] = read;
          break;
        case 'locality': {
          const both = this.#localities.get(value);
          if (both === undefined) return false;
          words[base + at.locality] = both[0];
          words[base + at.locality + 1] = both[1];
          break;
        }
        default:
          return false;
      }
    }
    return income && day;
  }

  #bitsOf(value: unknown): number | undefined {
    if (!Array.isArray(value)) return undefined;
    let bits = 0;
    for (const name of value as unknown[]) {
      const bit = this.#groupBits.get(name);
      if (bit === undefined) return undefined;
      bits |= bit;
    }
    return bits;
  }

  #writeTexts(given: Request, options?: Options): RefusalData | undefined {
    const memory = this.memory;
    const { pointers, lengths, count } = this.texts(given, requestFields);
    memory.i32.set(this.#blank, this.requestAt >> 2);
    const { status, text } = memory.text(
      'ansinh_read_request', this.book, pointers, lengths, count, this.requestAt, languageCode(options?.lang));
    if (status !== codes.ANSINH_OK) return this.refusal(status, text);
    this.#remember(given);
    return undefined;
  }

  #remember(given: Request): void {
    const words = this.memory.i32;
    const base = this.requestAt >> 2;
    const read = (name: number): number => words[base + name] as number;
    const put = (value: unknown, into: Read<number>, name: number): void => {
      // A text without content is no value: it means "not given".
      if (typeof value === 'string' ? value.trim() !== '' : typeof value === 'number') into.put(value, read(name));
    };
    put(given.paid_on, this.#days, at.paid_on);
    put(given.first_month, this.#months, at.first_month);
    put(given.term, this.#terms, at.term);
    put(given.province, this.#provinces, at.province);
    put(given.former_province, this.#formers, at.former_province);
    put(given.fund_return_rate, this.#rates, at.fund_return_rate);
    put(given.th_support, this.#supports, at.th_support);
    if (typeof given.groups === 'string') put(given.groups, this.#groupLists, at.groups);
    if (typeof given.locality === 'string' && given.locality.trim() !== '') {
      this.#localities.put(given.locality, [read(at.locality), read(at.locality + 1)]);
    }
  }
}

const mostAmount = 1e15;
function isAmount(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value <= mostAmount;
  return typeof value === 'bigint' && value >= 0n && value <= BigInt(mostAmount);
}
function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

export const requestFields: readonly number[] = [
  codes.ANSINH_FIELD_PAID_ON, codes.ANSINH_FIELD_FIRST_MONTH, codes.ANSINH_FIELD_INCOME, codes.ANSINH_FIELD_TERM,
  codes.ANSINH_FIELD_GROUPS, codes.ANSINH_FIELD_PROVINCE, codes.ANSINH_FIELD_FORMER_PROVINCE,
  codes.ANSINH_FIELD_LOCALITY, codes.ANSINH_FIELD_MONTHS_SUPPORTED, codes.ANSINH_FIELD_LOCAL_MONTHS_USED,
  codes.ANSINH_FIELD_FUND_RETURN_RATE, codes.ANSINH_FIELD_OTHER_SUPPORT, codes.ANSINH_FIELD_TH_SUPPORT,
];
