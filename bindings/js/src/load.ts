import { Ansinh } from './core.js';
import { Engine } from './engine.js';
import { FullAnsinh } from './full.js';
import type { Exports } from './memory.js';

export interface LoadOptions<Module extends 'core' | 'full' = 'core' | 'full'> {
  /** core: assess, refund, brackets, table, columns, explanations. full: overlays, benefits and plans too. */
  module?: Module;
  /** Whether the module for processors with 128-bit words is taken; default: where the engine has them. */
  simd?: boolean;
}

/** A function whose body needs 128-bit words: v128.const, i8x16.popcnt, drop. */
const probe = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 27, 1, 25, 0, 253, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 253, 98, 26, 11,
]);
export const hasSimd = (): boolean => WebAssembly.validate(probe);

export function moduleName(options?: LoadOptions): string {
  const module = options?.module ?? 'core';
  if (module !== 'core' && module !== 'full') throw new TypeError(`module is "core" or "full", not ${String(module)}`);
  return `${module}${(options?.simd ?? hasSimd()) ? '-simd' : ''}`;
}

/** The door over an instantiated module. */
export function open(instance: WebAssembly.Instance, module: 'core' | 'full' | undefined): Ansinh {
  const engine = Engine.ofBuiltIn(instance.exports as unknown as Exports);
  return module === 'full' ? new FullAnsinh(engine) : new Ansinh(engine);
}
