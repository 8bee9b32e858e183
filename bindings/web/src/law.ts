// The law inside the page: bindings/js over page.wasm.
import { zipped } from 'virtual:page.wasm';
import { Payments } from '../../js/src/payments.js';
import { Engine, type Options } from '../../js/src/engine.js';
import { bytesOf, unzip } from '../../js/src/zipped.js';
import type { Exports } from '../../js/src/memory.js';
import { tryPlan } from '../../js/src/plan.js';
import type { Plan, PlanRequest, RefusalData } from '../../js/src/types.js';

export interface Law {
  readonly ansinh: Payments;
  plan(request: PlanRequest, options: Options): Plan | RefusalData;
}

export async function loadLaw(): Promise<Law> {
  const { instance } = await WebAssembly.instantiate(await unzip(bytesOf(zipped)), {});
  const engine = Engine.ofBuiltIn(instance.exports as unknown as Exports);
  return { ansinh: new Payments(engine), plan: (request, options) => tryPlan(engine, request, options) };
}
