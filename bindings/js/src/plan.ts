import { languageCode, type Engine, type Options } from './engine.js';
import * as codes from './generated/codes.js';
import * as structs from './generated/structs.js';
import { parse } from './memory.js';
import type { Plan, PlanRequest, RefusalData } from './types.js';

const fields: readonly number[] = [
  codes.ANSINH_FIELD_SEX, codes.ANSINH_FIELD_BIRTH, codes.ANSINH_FIELD_FROM, codes.ANSINH_FIELD_INCOME,
  codes.ANSINH_FIELD_TARGET_PENSION, codes.ANSINH_FIELD_BUDGET, codes.ANSINH_FIELD_TERM, codes.ANSINH_FIELD_GROUPS,
  codes.ANSINH_FIELD_PROVINCE, codes.ANSINH_FIELD_FORMER_PROVINCE, codes.ANSINH_FIELD_LOCALITY,
  codes.ANSINH_FIELD_MONTHS_SUPPORTED, codes.ANSINH_FIELD_MONTHS_SO_FAR, codes.ANSINH_FIELD_AVERAGE_SO_FAR,
  codes.ANSINH_FIELD_FIXED_FACTOR,
];

/** From now to the pension: an illustration, in a module that has plans. */
export function tryPlan(engine: Engine, request: PlanRequest, options?: Options): Plan | RefusalData {
  const { memory, book } = engine;
  const lang = languageCode(options?.lang);
  const { pointers, lengths, count } = engine.texts(request, fields);
  const at = memory.room(structs.ansinh_plan_request.size);
  try {
    engine.check(memory.call('ansinh_plan_request_init', at, structs.ansinh_plan_request.size));
    const read = memory.text('ansinh_read_plan', book, pointers, lengths, count, at, lang);
    if (read.status !== codes.ANSINH_OK) return engine.refusal(read.status, read.text);
    if (options?.strict === true) {
      memory.i32[(at + structs.ansinh_plan_request.members.options.offset) >> 2] = codes.ANSINH_STRICT;
    }
    const { status, text } = memory.text('ansinh_plan', book, at, codes.ANSINH_JSON, lang);
    return status === codes.ANSINH_OK ? parse<Plan>(text) : engine.refusal(status, text);
  } finally {
    memory.free(at);
  }
}
