import { assessColumns, placeHandle, type Columns, type ColumnsResult, type ColumnsOptions } from './columns.js';
import { languageCode, requestFields, type Options } from './engine.js';
import { Refusal } from './errors.js';
import * as codes from './generated/codes.js';
import * as structs from './generated/structs.js';
import { parse } from './memory.js';
import { Payments } from './payments.js';
import type { RefusalData, Refund, RefundRequest, Request, Table } from './types.js';

export interface TableOptions extends Options {
  format?: 'json' | 'text' | 'csv' | 'html';
}

/**
 * The law of voluntary social insurance, ready for computing: what core.wasm holds. Amounts are whole đồng (VND) as
 * numbers; an amount beyond 2^53 - 1 is an AnsinhError, never a rounded one. Nothing is kept between calls, and nothing
 * is asked of the clock or the network. One instance is for one thread.
 */
export class Ansinh extends Payments {
  /** The contribution table of a day and a place: incomes × groups × terms. */
  table(request: Omit<Request, 'income'>, options?: TableOptions & { format?: 'json' }): Table;
  table(request: Omit<Request, 'income'>, options: TableOptions & { format: 'text' | 'csv' | 'html' }): string;
  table(request: Omit<Request, 'income'>, options?: TableOptions): Table | string {
    const formats = { text: codes.ANSINH_TEXT, csv: codes.ANSINH_CSV, html: codes.ANSINH_HTML, json: codes.ANSINH_JSON };
    const format = options?.format ?? 'json';
    if (!(format in formats)) throw new TypeError(`format is json, text, csv or html, not ${format}`);
    const { memory, book, requestAt } = this.written({ ...request, income: 0 }, options);
    const { status, text } = memory.text('ansinh_table', book, requestAt, formats[format], languageCode(options?.lang));
    if (status !== codes.ANSINH_OK) {
      throw new Refusal(format === 'json' ? this.engine.refusal(status, text) : this.#tableRefusal(options));
    }
    return format === 'json' ? parse<Table>(text) : text;
  }

  #tableRefusal(options?: Options): RefusalData {
    const { memory, book, requestAt } = this.engine;
    const { status, text } = memory.text('ansinh_table', book, requestAt, codes.ANSINH_JSON, languageCode(options?.lang));
    return this.engine.refusal(status, text);
  }

  /**
   * What is given back of the last months of a paid period, and to whom, with every step.
   * Source: Decision 595/QĐ-BHXH art. 10(6); Decree 159/2025/NĐ-CP art. 8.
   */
  refund(request: RefundRequest, options?: Options): Refund {
    const outcome = this.tryRefund(request, options);
    if (outcome.status !== 'ok') throw new Refusal(outcome);
    return outcome;
  }

  tryRefund(request: RefundRequest, options?: Options): Refund | RefusalData {
    const { engine, engine: { memory, book, requestAt } } = this;
    const lang = languageCode(options?.lang);
    const { pointers, lengths, count } = engine.texts(request, refundFields);
    const at = memory.room(structs.ansinh_refund_request.size);
    try {
      engine.check(memory.call('ansinh_request_init', requestAt, structs.ansinh_request.size));
      engine.check(memory.call('ansinh_refund_request_init', at, structs.ansinh_refund_request.size));
      const read = memory.text('ansinh_read_refund', book, pointers, lengths, count, requestAt, at, lang);
      if (read.status !== codes.ANSINH_OK) return engine.refusal(read.status, read.text);
      if (options?.strict === true) {
        memory.i32[(requestAt + structs.ansinh_request.members.options.offset) >> 2] = codes.ANSINH_STRICT;
      }
      const { status, text } = memory.text('ansinh_explain_refund', book, requestAt, at, codes.ANSINH_JSON, lang);
      return status === codes.ANSINH_OK ? parse<Refund>(text) : engine.refusal(status, text);
    } finally {
      memory.free(at);
    }
  }

  /**
   * Many payments, each field in a typed array of its own; with exact totals as bigint. See Columns.
   * Every row is answered as by assess(); a refused row has its status, and 0 in all else.
   */
  assessColumns(columns: Columns, options?: ColumnsOptions): ColumnsResult {
    return assessColumns(this.engine, columns, options);
  }

  /** By which the numbers of this law's places are told from those of another law: Columns.place_book. */
  get placeBook(): bigint {
    return this.engine.memory.function<(book: number) => bigint>('ansinh_place_book')(this.engine.book);
  }

  /** The number of a place for Columns.place: of this law only. */
  placeHandle(place: { province?: string; former_province?: string; locality?: string }): number {
    return placeHandle(this.engine, place);
  }
}

const refundFields: readonly number[] = [
  ...requestFields,
  codes.ANSINH_FIELD_REMAINING, codes.ANSINH_FIELD_ON, codes.ANSINH_FIELD_REASON, codes.ANSINH_FIELD_SUPPORT_REFUNDED,
];
