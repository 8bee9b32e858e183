import type { RefusalData, Status } from './types.js';

/** The law, or the reader of fields, says no: what was given, the limit, the day and the article. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: Status;
  /** The value of law that sets the limit, or the field at fault. */
  readonly parameter: string;
  readonly given: string | null;
  readonly limit: number | string | null;
  readonly day: string | null;
  readonly provision: string | null;
  /** Of a contribution record: which span, from 1. */
  readonly span: number | null;

  constructor(readonly data: RefusalData) {
    super(data.message);
    this.status = data.status;
    this.parameter = data.parameter;
    this.given = data.given;
    this.limit = data.limit;
    this.day = data.day;
    this.provision = data.provision;
    this.span = data.span ?? null;
  }

  toJSON(): RefusalData {
    return this.data;
  }
}

/** One fault of an overlay. */
export interface OverlayFault {
  readonly error: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly key?: string;
  readonly given?: string;
  readonly limit?: string | number;
  readonly message: string;
}

/** An overlay is refused; `faults` lists every one. */
export class OverlayError extends Error {
  override readonly name = 'OverlayError';
  constructor(readonly faults: readonly OverlayFault[]) {
    super(faults.map((fault) => fault.message).join('\n'));
  }
}

/** The call could not be made at all: memory ended, or a fault of this package. Not about what was asked. */
export class AnsinhError extends Error {
  override readonly name = 'AnsinhError';
  constructor(
    message: string,
    readonly code?: number,
  ) {
    super(message);
  }
}
