import { languageCode, type Engine } from './engine.js';
import { AnsinhError, Refusal } from './errors.js';
import * as codes from './generated/codes.js';
import * as structs from './generated/structs.js';
import type { Language, Request } from './types.js';

/**
 * Fields in columns, one value a row. Whole đồng in Int32Array or, where an amount does not fit 31 bits, BigInt64Array:
 * `income` decides for all amounts, in and out. What has no column takes the value of `otherwise`.
 */
export interface Columns {
  /** VND per month. */
  income: Int32Array | BigInt64Array;
  /** Days since 2008-01-01. */
  paid_on?: Uint16Array;
  /** Bits, 1 << i for groups[i]. */
  groups?: Uint16Array;
  /** Numbers by placeHandle(), which are of one law: `place_book` says of which. */
  place?: Uint16Array;
  /** placeBook of the law whose placeHandle() gave the numbers in `place`; required with it. */
  place_book?: bigint;
  /** 1, 3, 6, 12; VS2 … VS5 are 22 … 25; DB1, 3, 6, 12 31, 33, 36, 42; TH1 … TH120 101 … 220. */
  term?: Uint8Array;
  /** 0 … 120. */
  months_supported?: Uint8Array;
  /** Months since 2008-01; 0xffff: that of paid_on. */
  first_month?: Uint16Array;
  /** 0 … 600; 0xffff: not given. */
  local_months_used?: Uint16Array;
  /** Billionths per month; -1: not given. */
  fund_return_rate?: Int32Array;
  /** VND. */
  other_support?: Int32Array | BigInt64Array;
  /** 0 compounded, 1 nominal, 0xff not given. */
  th_support?: Uint8Array;
}

export interface ColumnsOptions {
  /** What all rows have in common. */
  otherwise?: Omit<Request, 'income'>;
  /** Which answers are wanted; default all. */
  outputs?: readonly OutputColumn[];
  lang?: Language;
}

const amountColumns = ['contribution', 'central_support', 'local_top_up', 'province_top_up', 'locality_top_up', 'other_support', 'participant_share'] as const;
const byteColumns = ['months', 'supported_months', 'flags', 'status'] as const;
export type AmountColumn = (typeof amountColumns)[number];
export type ByteColumn = (typeof byteColumns)[number];
export type OutputColumn = AmountColumn | ByteColumn;

/** Exact sums: bigint, since a list may add up to more than a number holds. */
export interface Totals {
  rows: bigint;
  /** Rows by status; only those that occur. */
  by_status: Record<string, bigint>;
  sums: Record<AmountColumn, bigint>;
  by_source: { budget: bigint; fund: bigint };
}

export type ColumnsResult = Partial<Record<AmountColumn, Int32Array | BigInt64Array>> & Partial<Record<ByteColumn, Uint8Array>> & { rows: number; totals: Totals };

const members = structs.ansinh_columns.members;
const inputs = {
  income: undefined, other_support: undefined, paid_on: Uint16Array, groups: Uint16Array, place: Uint16Array, term: Uint8Array,
  months_supported: Uint8Array, first_month: Uint16Array, local_months_used: Uint16Array, fund_return_rate: Int32Array,
  th_support: Uint8Array,
} as const;
type Column = Int32Array | BigInt64Array | Uint16Array | Uint8Array;

const word = (engine: Engine, at: number): number => engine.memory.u32[at >> 2] as number;
const round8 = (bytes: number): number => (bytes + 7) & ~7;

export function assessColumns(engine: Engine, columns: Columns, options?: ColumnsOptions): ColumnsResult {
  const wide = columns.income instanceof BigInt64Array;
  if (!wide && !(columns.income instanceof Int32Array)) throw new TypeError('income is an Int32Array or a BigInt64Array');
  const rows = columns.income.length;
  const given: [keyof typeof inputs, Column][] = [];
  for (const key in columns) {
    if (key === 'place_book') continue;
    if (!(key in inputs)) throw new TypeError(`no column is called "${key}"; there are ${Object.keys(inputs).join(', ')}`);
    const name = key as keyof typeof inputs;
    const column = columns[name];
    if (column === undefined) continue;
    const kind = inputs[name] ?? (wide ? BigInt64Array : Int32Array);
    if (!(column instanceof kind)) throw new TypeError(`${name} is a column of ${kind.name}`);
    if (column.length !== rows) throw new RangeError(`${name} has ${column.length} rows, income has ${rows}`);
    given.push([name, column]);
  }
  const outputs = options?.outputs ?? [...amountColumns, ...byteColumns];
  for (const name of outputs) {
    if (![...amountColumns, ...byteColumns].includes(name)) throw new TypeError(`no answer is called "${String(name)}"`);
  }

  const { memory } = engine;
  // The members of a request that have no column.
  if (options?.otherwise !== undefined) {
    const refusal = engine.write({ ...options.otherwise, income: 0 });
    if (refusal !== undefined) throw new Refusal(refusal);
  }
  const amountBytes = wide ? 8 : 4;
  const isAmount = (name: OutputColumn): name is AmountColumn => (amountColumns as readonly string[]).includes(name);
  let total = round8(structs.ansinh_columns.size) + round8(structs.ansinh_tally.size) + round8(structs.ansinh_columns_fault.size);
  for (const [, column] of given) total += round8(column.byteLength);
  for (const name of outputs) total += round8(rows * (isAmount(name) ? amountBytes : 1));
  const base = memory.room(total + 8);
  try {
    let next = round8(base);
    const take = (bytes: number): number => {
      const at = next;
      next += round8(bytes);
      return at;
    };
    const struct = take(structs.ansinh_columns.size);
    const tally = take(structs.ansinh_tally.size);
    const fault = take(structs.ansinh_columns_fault.size);
    memory.u8.fill(0, struct, next);
    const set = (member: keyof typeof members, value: number): void => {
      memory.u32[(struct + members[member].offset) >> 2] = value;
    };
    set('size', structs.ansinh_columns.size);
    set('money_bits', amountBytes * 8);
    set('rows', rows);
    for (const [name, column] of given) {
      const at = take(column.byteLength);
      memory.u8.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
      set(name, at);
    }
    if (columns.place !== undefined) {
      if (columns.place_book === undefined) throw new TypeError('place_book is required with place: the placeBook of the law whose placeHandle() gave it');
      new DataView(memory.u8.buffer).setBigUint64(struct + members.place_book.offset, columns.place_book, true);
    }
    if (options?.otherwise !== undefined) set('otherwise', engine.requestAt);
    const where = outputs.map((name): [OutputColumn, number] => {
      const at = take(rows * (isAmount(name) ? amountBytes : 1));
      set(name === 'other_support' ? 'other_support_out' : name, at);
      return [name, at];
    });
    engine.check(memory.call('ansinh_tally_init', tally, structs.ansinh_tally.size));
    set('tallies', tally);
    set('tally_count', 1);
    memory.u32[fault >> 2] = structs.ansinh_columns_fault.size;

    const status = memory.call('ansinh_assess_columns', engine.book, engine.workspace, struct, fault);
    if (status === codes.ANSINH_CALL_COLUMNS) throw columnsError(engine, fault);
    engine.check(status);

    const result: ColumnsResult = { rows, totals: totalsAt(engine, tally) };
    for (const [name, at] of where) {
      if (!isAmount(name)) result[name] = memory.u8.slice(at, at + rows);
      else if (wide) result[name] = new BigInt64Array(memory.u8.slice(at, at + 8 * rows).buffer);
      else result[name] = memory.i32.slice(at >> 2, (at >> 2) + rows);
    }
    return result;
  } finally {
    memory.free(base);
  }
}

const problems: Record<number, string> = {
  [codes.ANSINH_COLUMN_OTHER_BOOK]: 'holds places of another law',
  [codes.ANSINH_COLUMN_MISSING]: 'is required, as a column or in `otherwise`',
  [codes.ANSINH_COLUMN_ROWS]: 'has more rows than memory holds',
  [codes.ANSINH_COLUMN_OTHERWISE]: 'is no value of `otherwise`',
};

function columnsError(engine: Engine, fault: number): Error {
  const { problem, column } = structs.ansinh_columns_fault.members;
  const name = engine.memory.stringAt(fault + column.offset);
  const number = word(engine, fault + problem.offset);
  const why = problems[number];
  return why === undefined ? new AnsinhError(`columns: problem ${number} in ${name}`) : new TypeError(`${name} ${why}`);
}

function totalsAt(engine: Engine, tally: number): Totals {
  const fields = structs.ansinh_tally.members;
  const view = new DataView(engine.memory.u8.buffer);
  const sum = (member: { offset: number }): bigint =>
    (view.getBigInt64(tally + member.offset + 8, true) << 64n) | view.getBigUint64(tally + member.offset, true);
  const by_status: Record<string, bigint> = {};
  for (let status = 0; status < fields.by_status.count; ++status) {
    const rows = view.getBigUint64(tally + fields.by_status.offset + 8 * status, true);
    if (rows > 0n) by_status[engine.statusName(status)] = rows;
  }
  return {
    rows: view.getBigUint64(tally + fields.rows.offset, true),
    by_status,
    sums: Object.fromEntries(amountColumns.map((name) => [name, sum(fields[name])])) as Record<AmountColumn, bigint>,
    by_source: { budget: sum(fields.from_budget), fund: sum(fields.from_fund) },
  };
}

export function placeHandle(engine: Engine, place: { province?: string; former_province?: string; locality?: string }): number {
  // Read as the fields of a payment are; its day and income do not count.
  const refusal = engine.write({ ...place, paid_on: '2026-01-01', income: 0 });
  if (refusal !== undefined) throw new Refusal(refusal);
  const { memory, requestAt, book } = engine;
  const request = structs.ansinh_request.members;
  const at = memory.room(8);
  try {
    const status = memory.call(
      'ansinh_place', book, word(engine, requestAt + request.province.offset),
      word(engine, requestAt + request.former_province.offset), requestAt + request.locality.offset, at);
    if (status === codes.ANSINH_INVALID_ARGUMENT) {
      const { status: refused, text } = memory.text('ansinh_assess_json', book, requestAt, languageCode(undefined));
      throw new Refusal(engine.refusal(refused, text));
    }
    engine.check(status);
    return (memory.u8[at] as number) + 256 * (memory.u8[at + 1] as number);
  } finally {
    memory.free(at);
  }
}
