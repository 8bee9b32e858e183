export { Ansinh } from './core.js';
export { AnsinhError, OverlayError, Refusal } from './errors.js';
export { FullAnsinh } from './full.js';
import { Ansinh } from './core.js';
import { AnsinhError } from './errors.js';
import { moduleName, open, type LoadOptions } from './load.js';

// Each named in full, so that a bundler sees which files are wanted.
const modules: Record<string, () => URL> = {
  core: () => new URL('./core.wasm', import.meta.url),
  'core-simd': () => new URL('./core-simd.wasm', import.meta.url),
  full: () => new URL('./full.wasm', import.meta.url),
  'full-simd': () => new URL('./full-simd.wasm', import.meta.url),
};

/** See index.ts. Fetches the module from beside this file. */
export async function load(options?: LoadOptions): Promise<Ansinh> {
  const url = (modules[moduleName(options)] as () => URL)();
  const response = await fetch(url);
  if (!response.ok) throw new AnsinhError(`${url.pathname} could not be fetched: ${response.status}`);
  // Not streamed: hosts serve .wasm with all kinds of types, and the module is small.
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), {});
  return open(instance, options?.module);
}
