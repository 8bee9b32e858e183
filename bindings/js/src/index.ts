import type { Ansinh } from './core.js';
import type { FullAnsinh } from './full.js';
import type { LoadOptions } from './load.js';

export { Ansinh, type TableOptions } from './core.js';
export type { AmountColumn, ByteColumn, Columns, ColumnsOptions, ColumnsResult, OutputColumn, Totals } from './columns.js';
export type { Options } from './engine.js';
export { AnsinhError, OverlayError, Refusal, type OverlayFault } from './errors.js';
export { FullAnsinh, type BenefitKind, type BenefitOptions, type Overlay, type ContributionRecord } from './full.js';
export type { LoadOptions } from './load.js';
export type { FormerProvince, Group, Payments, Province } from './payments.js';
export type * from './types.js';

/**
 * Loads a module beside this file and makes the built-in law ready. The promise fails where the module cannot be had or
 * run; nothing else is fetched, and nothing is asked of the network afterwards.
 */
export declare function load(options?: LoadOptions<'core'>): Promise<Ansinh>;
export declare function load(options: LoadOptions<'full'>): Promise<FullAnsinh>;
