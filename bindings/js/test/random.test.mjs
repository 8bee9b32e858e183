// Random payments: alone, as texts, in columns, explained, and by an instance that has read nothing before, each gives
// the same answer. A failure prints its seed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'ansinh';
import fc from 'fast-check';

const ansinh = await load();
const plain = await load({ simd: false });
const full = await load({ module: 'full' });
const names = ansinh.groups.map((group) => group.name);

const twoDigits = (number) => String(number).padStart(2, '0');
const code = (places) => fc.constantFrom(...places.map((place) => place.code));
// Where somebody lives: mostly a place that there is, at times two that do not lie on one ground.
const place = fc.oneof(
  { weight: 4, arbitrary: fc.record({ province: code(ansinh.provinces) }, { requiredKeys: [] }) },
  { weight: 3, arbitrary: fc.constantFrom(...ansinh.formerProvinces).map((former) => ({ province: former.province, former_province: former.code })) },
  { weight: 1, arbitrary: fc.record({ province: code(ansinh.provinces), former_province: code(ansinh.formerProvinces), locality: fc.constantFrom('004', '00004', '123') }, { requiredKeys: [] }) },
);
const fields = fc.record(
  {
    paid_on: fc.tuple(fc.integer({ min: 2007, max: 2031 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => `${y}-${twoDigits(m)}-${twoDigits(d)}`),
    income: fc.oneof(fc.integer({ min: 0, max: 60_000_000 }), { weight: 4, arbitrary: fc.integer({ min: 14, max: 900 }).map((level) => level * 50_000) }, fc.integer({ min: 0, max: 10 ** 15 })),
    term: fc.constantFrom(1, 3, 6, 12, '1', '12', 'VS2', 'VS5', 'TH1', 'TH60', 'TH120', 'DB3'),
    groups: fc.subarray(names),
    months_supported: fc.integer({ min: 0, max: 120 }),
    local_months_used: fc.integer({ min: 0, max: 600 }),
    fund_return_rate: fc.integer({ min: 0, max: 50_000_000 }).map((billionths) => `0.${String(billionths).padStart(9, '0')}`),
    other_support: fc.integer({ min: 0, max: 10_000_000 }),
  },
  { requiredKeys: ['paid_on', 'income'] },
);
const payment = fc.tuple(fields, place).map(([given, where]) => ({ ...given, ...where }));

test('one payment by every way', () => {
  let priced = 0;
  fc.assert(
    fc.property(payment, (request) => {
      const answer = ansinh.tryAssess(request);
      assert.deepEqual(ansinh.tryAssess(request), answer, 'again');
      assert.deepEqual(plain.tryAssess(request), answer, 'without 128-bit words');
      const texts = Object.fromEntries(Object.entries(request).map(([key, value]) => [key, Array.isArray(value) ? value.join('|') : String(value)]));
      assert.deepEqual(full.tryAssess(texts), answer, 'as texts');
      if (answer.status === 'ok') {
        ++priced;
        const { explanation, ...explained } = ansinh.explain(request);
        assert.deepEqual(explained, answer, 'explained');
        assert.equal(answer.contribution, answer.central_support + answer.local_top_up + answer.other_support + answer.participant_share);
        assert.ok(explanation.steps.length > 5);
      }
    }),
    { numRuns: 3000, seed: 20261127 },
  );
  assert.ok(priced > 300, `${priced} of 3000 were priced`);
});

const daysSince2008 = (day) => (Date.parse(day) - Date.parse('2008-01-01')) / 86_400_000;
const row = fc.record({
  paid_on: fc.integer({ min: 0, max: 8400 }),
  income: fc.oneof(fc.integer({ min: 0, max: 1200 }).map((level) => level * 50_000), fc.integer({ min: 0, max: 60_000_000 })),
  term: fc.constantFrom(1, 3, 6, 12),
  groups: fc.integer({ min: 0, max: 2 ** names.length - 1 }),
  province: fc.constantFrom('', ...ansinh.provinces.map((province) => province.code)),
  months_supported: fc.integer({ min: 0, max: 120 }),
});

test('rows in columns are their payments alone', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 200 }), (rows) => {
      for (const door of [ansinh, plain]) {
        const answers = door.assessColumns({
          income: Int32Array.from(rows, (each) => each.income),
          paid_on: Uint16Array.from(rows, (each) => each.paid_on),
          term: Uint8Array.from(rows, (each) => each.term),
          groups: Uint16Array.from(rows, (each) => each.groups),
          months_supported: Uint8Array.from(rows, (each) => each.months_supported),
          place: Uint16Array.from(rows, (each) => door.placeHandle(each.province === '' ? {} : { province: each.province })),
          place_book: door.placeBook,
        });
        let share = 0n;
        rows.forEach((each, i) => {
          const paid_on = new Date(Date.parse('2008-01-01') + each.paid_on * 86_400_000).toISOString().slice(0, 10);
          assert.equal(daysSince2008(paid_on), each.paid_on);
          const alone = door.tryAssess({ ...each, paid_on, groups: names.filter((_, bit) => (each.groups & (1 << bit)) !== 0) });
          assert.equal(answers.status[i] === 0, alone.status === 'ok');
          for (const field of ['contribution', 'central_support', 'local_top_up', 'province_top_up', 'participant_share', 'months', 'supported_months']) {
            assert.equal(answers[field][i], alone.status === 'ok' ? alone[field] : 0, `${field} of ${JSON.stringify(each)}`);
          }
          share += BigInt(answers.participant_share[i]);
        });
        assert.equal(answers.totals.sums.participant_share, share);
      }
    }),
    { numRuns: 60, seed: 20261127 },
  );
});

test('whatever is given as a text, nothing but an answer or a refusal comes back', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 20 }), fc.constantFrom('1.500.000', '22/11/2026', '2026-11', '0,31%', 'VS2', 'poor|island'));
  const all = ['paid_on', 'income', 'term', 'groups', 'province', 'former_province', 'locality', 'months_supported', 'local_months_used', 'fund_return_rate', 'other_support', 'th_support', 'first_month'];
  fc.assert(
    fc.property(fc.record(Object.fromEntries(all.map((field) => [field, anything])), { requiredKeys: [] }), (texts) => {
      const outcome = ansinh.tryAssess({ paid_on: '2026-11-22', income: '1500000', ...texts });
      assert.ok(outcome.status === 'ok' || (typeof outcome.message === 'string' && outcome.message.length > 0));
      assert.deepEqual(full.tryAssess({ paid_on: '2026-11-22', income: '1500000', ...texts }), outcome);
    }),
    { numRuns: 3000, seed: 20261127 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (overlay) => {
      assert.throws(() => full.withLaw([overlay]), { name: 'OverlayError' });
    }),
    { numRuns: 300, seed: 20261127 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (record) => {
      const outcome = full.tryBenefit('pension', { on: '2026-06', sex: 'F', birth: '1969-05' }, record);
      assert.ok(typeof outcome.status === 'string');
    }),
    { numRuns: 500, seed: 20261127 },
  );
});
