// Everything that the package gives is of the forms of docs/answers.schema.json, from which its types are made.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { load } from 'ansinh';

const schema = JSON.parse(readFileSync(new URL('../../../docs/answers.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
ajv.addKeyword('tsType');
ajv.addSchema(schema, 'ansinh');
const holds = (form, value, why = '') => {
  const valid = ajv.getSchema(`ansinh#/$defs/${form}`);
  assert.ok(valid(value), `${form} ${why}: ${ajv.errorsText(valid.errors)}`);
};
const directory = new URL('../../../tests/vectors/', import.meta.url);
const vectorsOf = (file) => readFileSync(new URL(file, directory), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

const core = await load();
const full = await load({ module: 'full' });

test('answers, refusals and explanations', () => {
  let refused = 0;
  for (const file of ['worked-examples.jsonl', 'programmes.jsonl', 'cuts.jsonl', 'ahead.jsonl', 'refusals.jsonl', 'malformed.jsonl']) {
    for (const { id, request } of vectorsOf(file)) {
      const outcome = core.tryAssess(request, { lang: 'en' });
      holds(outcome.status === 'ok' ? 'Assessment' : 'RefusalData', outcome, id);
      if (outcome.status === 'ok') holds('Explained', core.explain(request), id);
      else ++refused;
    }
  }
  assert.ok(refused > 80);
});

test('refunds', () => {
  for (const { id, request } of vectorsOf('refunds.jsonl')) {
    const outcome = core.tryRefund(request);
    holds(outcome.status === 'ok' ? 'Refund' : 'RefusalData', outcome, id);
  }
});

test('brackets and tables', () => {
  for (const day of ['2008-01-01', '2016-01-01', '2021-12-31', '2022-01-01', '2025-07-01', '2026-11-22', '2027-01-01']) {
    holds('Brackets', core.brackets(day), day);
    holds('Table', core.table({ paid_on: day, province: '01' }), day);
  }
});

test('schedules', () => {
  for (const { id, request, answer } of [...vectorsOf('ahead.jsonl'), ...vectorsOf('missing.jsonl')]) {
    if (answer !== undefined) holds('Scheduled', full.schedule(request), id);
  }
});

test('plans and benefits', () => {
  for (const question of [{ income: 3_000_000 }, { target_pension: '2.000.000' }, { budget: 700_000 }]) {
    const request = { sex: 'F', birth: '1980-03', from: '2026-12', ...question };
    holds('PlanRequest', request);
    holds('Plan', full.plan(request));
  }
  const record = [{ from: '2012-01', months: 120, income: 3_000_000 }, { from: '2022-01', months: 50, income: 4_000_000, groups: ['poor'] }];
  for (const span of record) holds('Span', span);
  const asked = {
    pension: { on: '2026-06', sex: 'F', birth: '1969-05' },
    'one-time': { on: '2026-06', sex: 'F', birth: '1969-05', case: 'emigration' },
    death: { on: '2026-06' },
    maternity: { on: '2026-06', children: 2 },
    bridge: { on: '2026-06', sex: 'M', birth: '1958' },
  };
  for (const [kind, request] of Object.entries(asked)) {
    holds('BenefitRequest', request);
    const outcome = full.tryBenefit(kind, request, record);
    holds(outcome.status === 'ok' ? 'Benefit' : 'RefusalData', outcome, kind);
  }
});
