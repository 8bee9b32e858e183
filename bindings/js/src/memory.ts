import { AnsinhError } from './errors.js';
import * as codes from './generated/codes.js';

/** What a module exports: functions over numbers, and its memory. */
export type Exports = Record<string, (...args: never[]) => number | undefined> & {
  readonly memory: WebAssembly.Memory;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Reads JSON of the library: every number in it is whole, and refused where JavaScript cannot hold it. */
export function parse<T>(json: string): T {
  return JSON.parse(json, (_key, value: unknown) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value)) throw tooLarge();
    return value;
  }) as T;
}

export function tooLarge(): AnsinhError {
  return new AnsinhError('an amount is larger than a number of JavaScript holds exactly (2^53 - 1)');
}

/** The module's memory: views that follow its growth, texts in and out. */
export class Memory {
  i32!: Int32Array;
  u32!: Uint32Array;
  u8!: Uint8Array;
  #buffer!: ArrayBufferLike;
  #dead = false;
  // Room for texts that come out, and for the length of one.
  #out = 0;
  #outSize = 0;
  readonly #length: number;
  // Room for texts that go in.
  #in = 0;
  #inSize = 0;

  constructor(private readonly exports: Exports) {
    (exports['_initialize'] as (() => void) | undefined)?.();
    this.refresh();
    this.#length = this.room(4);
    this.#growOut(8192);
  }

  /** After every call that may have made memory grow. */
  refresh(): void {
    if (this.#buffer === this.exports.memory.buffer) return;
    this.#buffer = this.exports.memory.buffer;
    this.i32 = new Int32Array(this.#buffer);
    this.u32 = new Uint32Array(this.#buffer);
    this.u8 = new Uint8Array(this.#buffer);
  }

  has(name: string): boolean {
    return name in this.exports;
  }

  /** Calls a C function. A trap is told as an error, and ends this instance: its memory may be half written. */
  call(name: string, ...args: number[]): number {
    if (this.#dead) throw new AnsinhError('this instance has failed before; load another');
    const work = this.exports[name] as ((...args: number[]) => number) | undefined;
    if (work === undefined) throw new AnsinhError(`this module has no ${name}; load({ module: 'full' }) has`);
    try {
      return work(...args);
    } catch (cause) {
      throw this.failed(cause);
    } finally {
      this.refresh();
    }
  }

  failed(cause: unknown): unknown {
    if (!(cause instanceof WebAssembly.RuntimeError)) return cause;
    this.#dead = true;
    const error = new AnsinhError('memory has ended, or the module has a fault');
    error.cause = cause;
    return error;
  }

  /** A function by its name, for calls that must be fast; whoever calls it refreshes and catches. */
  function<F>(name: string): F {
    return this.exports[name] as unknown as F;
  }

  /** Room for so many bytes, for as long as `free` is not called. */
  room(bytes: number): number {
    const at = this.call('malloc', bytes);
    if (at === 0) throw new AnsinhError('memory has ended');
    return at >>> 0;
  }

  free(at: number): void {
    this.call('free', at);
  }

  #growOut(size: number): void {
    if (this.#out !== 0) this.free(this.#out);
    this.#out = this.room(size);
    this.#outSize = size;
  }

  /** The text of a C function that ends with (buffer, capacity, length), and its status. */
  text(name: string, ...args: number[]): { status: number; text: string } {
    let status = this.call(name, ...args, this.#out, this.#outSize, this.#length);
    if (status === codes.ANSINH_CALL_BUFFER_TOO_SMALL) {
      this.#growOut((this.u32[this.#length >> 2] as number) + 1);
      status = this.call(name, ...args, this.#out, this.#outSize, this.#length);
    }
    const length = status >= codes.ANSINH_CALL_NULL && status !== codes.ANSINH_CALL_OVERLAY ? 0 : (this.u32[this.#length >> 2] as number);
    return { status, text: decoder.decode(this.u8.subarray(this.#out, this.#out + length)) };
  }

  /** A text that ends with NUL; undefined where the pointer is null. */
  stringAt(at: number): string | undefined {
    if (at === 0) return undefined;
    at >>>= 0;
    return decoder.decode(this.u8.subarray(at, this.u8.indexOf(0, at)));
  }

  /** Lays texts side by side; `pointers` and `lengths` are arrays as the C interface takes them. Valid till the next call. */
  texts(texts: readonly (string | undefined)[]): { pointers: number; lengths: number } {
    const count = texts.length;
    let bytes = count * 8;
    for (const text of texts) bytes += 3 * (text?.length ?? 0);
    if (bytes > this.#inSize) {
      if (this.#in !== 0) this.free(this.#in);
      this.#inSize = Math.max(2 * bytes, 4096);
      this.#in = this.room(this.#inSize);
    }
    const pointers = this.#in;
    const lengths = pointers + count * 4;
    let at = lengths + count * 4;
    texts.forEach((text, i) => {
      let bytes = 0;
      if (text !== undefined && text !== '') {
        bytes = encoder.encodeInto(text, this.u8.subarray(at, this.#in + this.#inSize)).written as number;
      }
      this.u32[(pointers >> 2) + i] = at;
      this.u32[(lengths >> 2) + i] = bytes;
      at += bytes;
    });
    return { pointers, lengths };
  }

  /** A whole number of two words. */
  amount(at: number): number {
    const high = this.i32[(at >> 2) + 1] as number;
    // Beyond 2^53 either way.
    if (high >= 0x200000 || high < -0x200000) throw tooLarge();
    return high * 4294967296 + (this.u32[at >> 2] as number);
  }

  setAmount(at: number, value: number): void {
    const low = value >>> 0;
    this.u32[at >> 2] = low;
    this.i32[(at >> 2) + 1] = (value - low) / 4294967296;
  }
}
