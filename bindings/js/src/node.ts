export { Ansinh } from './core.js';
export { AnsinhError, OverlayError, Refusal } from './errors.js';
export { FullAnsinh } from './full.js';
import { Ansinh } from './core.js';
import { moduleName, open, type LoadOptions } from './load.js';

/** See index.ts. Reads the module from the package's own files. */
export async function load(options?: LoadOptions): Promise<Ansinh> {
  const { readFile } = await import('node:fs/promises');
  const bytes = await readFile(new URL(`./${moduleName(options)}.wasm`, import.meta.url));
  const { instance } = await WebAssembly.instantiate(bytes, {});
  return open(instance, options?.module);
}
