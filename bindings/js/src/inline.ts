import type { Ansinh } from './core.js';
import type { FullAnsinh } from './full.js';
import { open, type LoadOptions } from './load.js';
import { bytesOf, unzip } from './zipped.js';

export { Ansinh } from './core.js';
export { AnsinhError, OverlayError, Refusal } from './errors.js';
export { FullAnsinh } from './full.js';
export type * from './types.js';

/**
 * The same as `load` of the package, with the modules inside the code: no file is read and nothing is fetched. Each
 * module is in a file of its own, so that a bundler takes the one that is asked for. There are none with 128-bit words.
 */
export function load(options?: LoadOptions<'core'>): Promise<Ansinh>;
export function load(options: LoadOptions<'full'>): Promise<FullAnsinh>;
export async function load(options?: LoadOptions): Promise<Ansinh> {
  const { zipped } = options?.module === 'full' ? await import('./generated/full.js') : await import('./generated/core.js');
  const { instance } = await WebAssembly.instantiate(await unzip(bytesOf(zipped)), {});
  return open(instance, options?.module);
}
