// The shared vectors, through every way by which JavaScript asks: texts, typed values, values that were read before,
// columns, and the modules with and without 128-bit words.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load, Refusal } from 'ansinh';
import { load as loadInline } from 'ansinh/inline';

const directory = new URL('../../../tests/vectors/', import.meta.url);
const files = readdirSync(directory).filter((name) => name.endsWith('.jsonl'));
const vectors = files.flatMap((file) =>
  readFileSync(new URL(file, directory), 'utf8').trim().split('\n').map((line) => JSON.parse(line)));
const payments = vectors.filter((vector) => !vector.id.startsWith('refunds/'));
const refunds = vectors.filter((vector) => vector.id.startsWith('refunds/'));

const modules = [
  ['core', await load({ simd: false })],
  ['core, 128-bit words', await load({ simd: true })],
  ['full', await load({ module: 'full', simd: false })],
  ['full, 128-bit words', await load({ module: 'full', simd: true })],
  ['core inline', await loadInline()],
  ['full inline', await loadInline({ module: 'full' })],
];

/** Cells as the values that a program would pass: numbers where the text is a whole number, groups as a list. */
function typed(cells) {
  const request = { ...cells };
  for (const field of ['income', 'other_support', 'months_supported', 'local_months_used', 'remaining', 'support_refunded', 'term']) {
    if (/^(0|[1-9][0-9]{0,14})$/.test(request[field] ?? '')) request[field] = Number(request[field]);
  }
  if (typeof request.groups === 'string' && request.groups !== '' && !/(^|\|)(\||$)/.test(request.groups)) {
    request.groups = request.groups.split('|');
  }
  return request;
}

function hold(vector, outcome) {
  if (vector.answer !== undefined) {
    const { law_digest, ...answer } = outcome;
    if (vector.id.startsWith('refunds/')) {
      // What a refund has beside the members of its vector: how it came about.
      assert.ok(answer.steps.length > 5, vector.id);
      for (const beside of ['opening', 'steps', 'layers', 'notes', 'doubts', 'unknown']) delete answer[beside];
    }
    assert.match(law_digest, /^sha256:[0-9a-f]{16}$/, vector.id);
    assert.deepEqual(answer, vector.answer, vector.id);
  } else {
    const { status, parameter, given } = outcome;
    assert.deepEqual({ status, parameter, given }, vector.refusal, vector.id);
    assert.ok(outcome.message.length > 10, vector.id);
  }
}

test('there are vectors', () => {
  assert.ok(files.length >= 12);
  assert.ok(payments.length > 2000 && refunds.length > 150);
});

for (const [name, ansinh] of modules) {
  test(`${name}: payments as texts, and again by what was read before`, () => {
    for (let round = 0; round < 2; ++round) {
      for (const vector of payments) hold(vector, ansinh.tryAssess(vector.request));
    }
  });
  test(`${name}: payments as typed values`, () => {
    for (const vector of payments) {
      const request = typed(vector.request);
      const outcome = ansinh.tryAssess(request, { lang: 'en' });
      // A refusal of a text prints it as it was written, and of a value in its canonical form.
      hold(vector, outcome);
      if (typeof request.income === 'number') hold(vector, ansinh.tryAssess({ ...request, income: BigInt(request.income) }));
    }
  });
  test(`${name}: the explanation ends with the answer`, () => {
    for (const vector of payments) {
      if (vector.answer === undefined) {
        assert.throws(() => ansinh.explain(vector.request), Refusal, vector.id);
        continue;
      }
      const { explanation, ...outcome } = ansinh.explain(vector.request);
      hold(vector, outcome);
      const share = explanation.steps.findLast((step) => step.quantity === 'participant_share');
      assert.equal(share?.value, vector.answer.participant_share, vector.id);
    }
  });
  test(`${name}: refunds`, () => {
    for (const vector of refunds) {
      hold(vector, ansinh.tryRefund(vector.request));
      hold(vector, ansinh.tryRefund(typed(vector.request)));
    }
  });
}

// Which texts are values is the reader's matter, tested above: here those that a program would turn into a column.
const daysSince2008 = (day) => (Date.parse(day) - Date.parse('2008-01-01')) / 86_400_000;
const monthsSince2008 = (month) => (Number(month.slice(0, 4)) - 2008) * 12 + Number(month.slice(5)) - 1;
const termCode = (term) => (/^\d+$/.test(term) ? Number(term) : Number(term.slice(2)) + { VS: 20, DB: 30, TH: 100 }[term.slice(0, 2)]);
const billionths = (rate) => Number(`${rate.split('.')[1] ?? ''}000000000`.slice(0, 9));
const forms = {
  paid_on: /^20(0[89]|[12]\d|30)-\d\d-\d\d$/, first_month: /^20(0[89]|[12]\d|30)-\d\d$/, income: /^\d{1,9}$/, other_support: /^\d{1,9}$/,
  term: /^(1|3|6|12|VS[2-5]|DB(1|3|6|12)|TH([1-9]|[1-9]\d|1[01]\d|120))$/, groups: /^\w+(\|\w+)*$/, province: /^\d\d$/,
  former_province: /^\d\d$/, locality: /^\d{3,5}$/, months_supported: /^\d{1,3}$/, local_months_used: /^\d{1,3}$/,
  fund_return_rate: /^0\.\d{1,9}$/, th_support: /^(compounded|nominal)$/,
};
const fitsColumns = ({ request }) =>
  Object.entries(request).every(([field, text]) => text === '' || (forms[field].test(text) && text !== '0.9')) && request.paid_on && request.income;
const rows = payments.filter((vector) => fitsColumns(vector) && vector.refusal?.status !== 'invalid_argument');

for (const [name, ansinh] of modules) {
  test(`${name}: payments in columns`, () => {
    assert.ok(rows.length > 1500, `${rows.length}`);
    const bit = new Map(ansinh.groups.map((group, i) => [group.name, 1 << i]));
    const column = (Kind, of) => Kind.from(rows, ({ request }) => of(request));
    const or = (text, otherwise, of) => (text ? of(text) : otherwise);
    const columns = {
      paid_on: column(Uint16Array, ({ paid_on }) => daysSince2008(paid_on)),
      groups: column(Uint16Array, ({ groups }) => (groups ?? '').split('|').reduce((bits, group) => bits | (bit.get(group) ?? 0), 0)),
      term: column(Uint8Array, ({ term }) => termCode(term || '1')),
      first_month: column(Uint16Array, ({ first_month }) => or(first_month, 0xffff, monthsSince2008)),
      months_supported: column(Uint8Array, ({ months_supported }) => Number(months_supported || 0)),
      local_months_used: column(Uint16Array, ({ local_months_used }) => or(local_months_used, 0xffff, Number)),
      fund_return_rate: column(Int32Array, ({ fund_return_rate }) => or(fund_return_rate, -1, billionths)),
      th_support: column(Uint8Array, ({ th_support }) => or(th_support, 0xff, (text) => (text === 'nominal' ? 1 : 0))),
      place: column(Uint16Array, ({ province, former_province, locality }) => ansinh.placeHandle({ province, former_province, locality })),
    };
    for (const [Kind, of] of [[Int32Array, Number], [BigInt64Array, BigInt]]) {
      const income = column(Kind, (request) => of(request.income));
      const other_support = column(Kind, (request) => of(request.other_support || 0));
      const answers = ansinh.assessColumns({ income, other_support, ...columns, place_book: ansinh.placeBook });
      const sums = { contribution: 0n, central_support: 0n, local_top_up: 0n, other_support: 0n, participant_share: 0n };
      rows.forEach((vector, i) => {
        assert.equal(answers.status[i] === 0, vector.answer !== undefined, vector.id);
        for (const field of [...Object.keys(sums), 'province_top_up', 'locality_top_up', 'months', 'supported_months']) {
          assert.equal(Number(answers[field][i]), vector.answer?.[field] ?? 0, `${vector.id} ${field}`);
        }
        for (const field of Object.keys(sums)) sums[field] += BigInt(vector.answer?.[field] ?? 0);
      });
      assert.equal(answers.totals.rows, BigInt(rows.length));
      for (const field of Object.keys(sums)) assert.equal(answers.totals.sums[field], sums[field]);
      assert.equal(Object.values(answers.totals.by_status).reduce((a, b) => a + b), BigInt(rows.length));
    }
  });
}
