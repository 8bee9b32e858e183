// What each call promises beside its answers: kinds of values, errors, languages, laws side by side, and what is told
// when a module cannot go on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnsinhError, load, OverlayError, Refusal } from 'ansinh';

const core = await load();
const full = await load({ module: 'full' });
const payment = { paid_on: '2026-11-22', income: 1_500_000, groups: ['near_poor'], province: '01' };

test('what the package says of itself', () => {
  assert.match(core.version, /^\d+\.\d+\.\d+$/);
  assert.equal(core.abi, 1);
  assert.match(core.verifiedOn, /^20\d\d-\d\d-\d\d$/);
  assert.equal(core.provinces.length, 34);
  assert.equal(core.formerProvinces.length, 63);
  assert.deepEqual(core.groups.map((group) => group.name).slice(0, 4), ['poor', 'island', 'near_poor', 'ethnic_minority']);
  const places = new Set(core.provinces.map((province) => province.code));
  assert.ok(core.formerProvinces.every((former) => places.has(former.province)));
  assert.equal(full.lawDigest, core.lawDigest);
  assert.match(full.benefitLawDigest, /^sha256:[0-9a-f]{16}$/);
});

test('a refusal is a typed error that names field, value, limit, day and article', () => {
  assert.throws(() => core.assess({ ...payment, income: 1_400_000 }, { lang: 'en' }), (error) => {
    assert.ok(error instanceof Refusal && error instanceof Error);
    assert.equal(error.name, 'Refusal');
    assert.equal(error.status, 'income_below_floor');
    assert.equal(error.parameter, 'rural_poverty_line');
    assert.equal(error.given, '1400000');
    assert.equal(error.limit, 1_500_000);
    assert.equal(error.day, '2026-11-22');
    assert.match(error.provision, /351\/2025/);
    assert.match(error.message, /^The income of 1\.400\.000 đ is below/);
    assert.equal(JSON.parse(JSON.stringify(error)).status, 'income_below_floor');
    return true;
  });
  assert.match(core.tryAssess({ ...payment, income: 1_400_000 }).message, /^Mức thu nhập 1\.400\.000 đ thấp hơn/);
});

test('texts of a form, as people write them', () => {
  const answer = core.assess(payment);
  assert.deepEqual(core.assess({ paid_on: '22/11/2026', income: '1.500.000', groups: 'near_poor|near_poor', province: ' 01 ' }), answer);
  for (const income of ['1.500.000đ', 'một triệu', '１５０００００', '-1', '', ' ', '1,500,000', '1500000.0', '1e6', '999999999999999999999', '0x10', 'null']) {
    const refusal = core.tryAssess({ ...payment, income });
    assert.equal(refusal.status, 'invalid_argument', income);
    assert.equal(refusal.parameter, 'income', income);
  }
  for (const paid_on of ['2026-02-29', '22-11-2026', '２０２６-11-22', 'hôm nay', '']) {
    assert.equal(core.tryAssess({ ...payment, paid_on }).parameter, 'paid_on', paid_on);
  }
  assert.equal(core.tryAssess({ ...payment, groups: [''] }).parameter, 'groups');
  assert.equal(core.tryAssess({ ...payment, groups: ['poor', ''] }).parameter, 'groups');
  assert.equal(core.tryAssess({ ...payment, groups: ['rich'] }).given, 'rich');
  assert.equal(core.tryAssess({ ...payment, province: '99' }).parameter, 'province');
  assert.equal(core.tryAssess({ ...payment, locality: '\ud800' }).status, 'invalid_argument');
  assert.equal(core.tryAssess({ ...payment, province: '0\u00001' }).status, 'invalid_argument');
});

test('numbers that no amount is are refused, never rounded', () => {
  for (const income of [1.5, -1, -0.5, NaN, Infinity, 1e21, 2 ** 53, 2 ** 60, 1_500_000.1]) {
    const refusal = core.tryAssess({ ...payment, income });
    assert.equal(refusal.status, 'invalid_argument', String(income));
    assert.equal(refusal.parameter, 'income');
    assert.equal(refusal.given, String(income));
  }
  for (const income of [-1n, 10n ** 15n + 1n, 10n ** 30n]) assert.equal(core.tryAssess({ ...payment, income }).status, 'invalid_argument');
  assert.equal(core.tryAssess({ ...payment, income: 10n ** 15n }).status, 'income_above_ceiling');
  assert.equal(core.tryAssess({ ...payment, income: -0 }).status, 'income_below_floor');
  assert.equal(core.tryAssess({ ...payment, months_supported: 121 }).parameter, 'months_supported');
  assert.equal(core.tryAssess({ ...payment, months_supported: 0.5 }).parameter, 'months_supported');
});

test('values of another kind, and keys that are no field, are type errors', () => {
  assert.throws(() => core.assess({ ...payment, paid_on: new Date() }), /time zone/);
  assert.throws(() => core.assess({ ...payment, paid_on: 20261122 }), TypeError);
  assert.throws(() => core.assess({ ...payment, fund_return_rate: 0.0031 }), /exactly/);
  assert.throws(() => core.assess({ ...payment, groups: [1] }), TypeError);
  assert.throws(() => core.assess({ ...payment, income: {} }), TypeError);
  assert.throws(() => core.assess({ ...payment, province: true }), TypeError);
  assert.throws(() => core.assess({ ...payment, Income: 1 }), /no field is called "Income"/);
  assert.throws(() => core.assess(null), TypeError);
  assert.throws(() => core.assess(payment, { lang: 'fr' }) && core.explain(payment, { lang: 'fr' }), TypeError);
  assert.throws(() => core.explain(payment, { lang: 'fr' }), TypeError);
});

test('a request leaves nothing behind for the next one', () => {
  const other = { paid_on: '2026-11-22', income: 2_000_000 };
  const alone = core.assess(other);
  core.assess({ ...payment, term: 'VS3', months_supported: 60, other_support: 10_000 });
  assert.deepEqual(core.assess(other), alone);
  core.tryAssess({ ...payment, income: 'x' });
  assert.deepEqual(core.assess(other), alone);
  core.tryAssess({ paid_on: '2026-11-22', income: 3_000_000, province: '04' }, { strict: true });
  assert.equal(core.tryAssess({ paid_on: '2026-11-22', income: 3_000_000, province: '04' }).status, 'ok');
});

test('strict refuses what is not settled', () => {
  const unknown = { ...payment, province: '04' };
  assert.deepEqual(core.assess(unknown).flags, ['local_unknown']);
  assert.equal(core.tryAssess(unknown, { strict: true }).status, 'not_settled');
  assert.equal(core.tryAssess(payment, { strict: true }).status, 'ok');
});

test('explanations in both languages', () => {
  const vi = core.explain(payment);
  const en = core.explain(payment, { lang: 'en' });
  assert.equal(vi.explanation.steps.length, en.explanation.steps.length);
  assert.match(vi.explanation.opening, /^Kết quả chắc chắn/);
  assert.match(en.explanation.opening, /^Settled/);
  assert.ok(en.explanation.steps.some((step) => step.citation?.instrument.includes('159/2025')));
  assert.match(core.explainText(payment, { lang: 'en' }), /participant/);
  assert.throws(() => core.explainText({ ...payment, income: 1 }), Refusal);
  assert.match(full.summary(payment, { lang: 'en' }), /^Settled/);
});

test('brackets', () => {
  assert.deepEqual(core.brackets('2026-11-22'), { floor: 1_500_000, ceiling: 50_600_000, step: 50_000, count: 983, step_required: false });
  assert.throws(() => core.brackets('2031-01-01'), Refusal);
  assert.throws(() => core.brackets('x'), Refusal);
});

test('a table is the answers of its cells', () => {
  const table = core.table({ paid_on: '2026-11-22', province: '01' });
  assert.ok(table.rows.length > 100);
  for (const row of table.rows) {
    const answer = core.assess({ paid_on: '2026-11-22', province: '01', income: row.income, term: row.term, groups: row.group === 'other' ? [] : [row.group] });
    for (const field of ['contribution', 'central_support', 'province_top_up', 'participant_share', 'supported_months']) {
      assert.equal(row[field], answer[field], JSON.stringify(row));
    }
  }
  assert.match(core.table({ paid_on: '2026-11-22' }, { format: 'html', lang: 'en' }), /^<!doctype html>/i);
  assert.throws(() => core.table({ paid_on: '2031-01-01' }), Refusal);
  assert.throws(() => core.table({ paid_on: '2031-01-01' }, { format: 'csv' }), Refusal);
  assert.throws(() => core.table({ paid_on: '2026-11-22' }, { format: 'pdf' }), TypeError);
});

test('columns that cannot be taken', () => {
  const income = Int32Array.of(1_500_000, 2_000_000);
  assert.throws(() => core.assessColumns({ income: [1] }), TypeError);
  assert.throws(() => core.assessColumns({ income }), /paid_on is required/);
  assert.throws(() => core.assessColumns({ income, paid_on: Uint16Array.of(1) }), RangeError);
  assert.throws(() => core.assessColumns({ income, paid_on: Uint32Array.of(1, 2) }), TypeError);
  assert.throws(() => core.assessColumns({ income, day: income }), /no column/);
  assert.throws(() => core.assessColumns({ income }, { otherwise: { paid_on: 'x' } }), Refusal);
  assert.throws(() => core.assessColumns({ income }, { otherwise: { paid_on: '2026-11-22' }, outputs: ['share'] }), TypeError);
  assert.throws(() => core.placeHandle({ province: '01', former_province: '79' }), Refusal);
  const empty = core.assessColumns({ income: new Int32Array(0) }, { otherwise: { paid_on: '2026-11-22' } });
  assert.equal(empty.totals.rows, 0n);
  assert.equal(core.assessColumns({ income }, { otherwise: { paid_on: '2026-11-22' }, outputs: ['status'] }).contribution, undefined);
});

test('totals of many rows are exact beyond a number', () => {
  const otherwise = { paid_on: '2026-11-22', term: 'VS5', fund_return_rate: '0.0031' };
  const rows = 16_000_000;
  const { totals } = core.assessColumns({ income: new Int32Array(rows).fill(50_600_000) }, { otherwise, outputs: [] });
  const one = core.assess({ ...otherwise, income: 50_600_000 });
  assert.equal(totals.sums.contribution, BigInt(one.contribution) * BigInt(rows));
  assert.ok(totals.sums.contribution > BigInt(Number.MAX_SAFE_INTEGER));
});

test('laws side by side, each with its digest', () => {
  const draft = {
    name: 'draft',
    programmes: [{
      id: 'draft_2027', territory: { province: ['56'] }, from: '2027-01-01', standing: 'draft',
      citation: { instrument: 'draft', provision: '' }, rules: [{ per_month: { fixed: 50_000 } }],
    }],
  };
  const changed = full.withLaw([draft]);
  const there = { paid_on: '2027-01-02', income: 2_200_000, province: '56' };
  assert.equal(changed.assess(there).province_top_up, 50_000);
  const before = full.assess(there);
  assert.notEqual(before.province_top_up, 50_000);
  assert.notEqual(changed.lawDigest, full.lawDigest);
  assert.equal(changed.assess(there).law_digest, changed.lawDigest);
  assert.equal(full.withLaw([JSON.stringify(full.law())]).lawDigest, full.lawDigest);
  const place = Uint16Array.of(full.placeHandle({ province: '56' }));
  const income = Int32Array.of(2_200_000);
  const otherwise = { paid_on: '2027-01-02' };
  assert.equal(full.assessColumns({ income, place, place_book: full.placeBook }, { otherwise }).province_top_up[0], full.assess(there).province_top_up);
  assert.throws(() => changed.assessColumns({ income, place, place_book: full.placeBook }, { otherwise }), /another law/);
  assert.throws(() => changed.assessColumns({ income, place }, { otherwise }), /place_book is required/);
  changed.free();
  assert.deepEqual(full.assess(there), before);
  assert.throws(() => full.withLaw([{ name: 'x', nonsense: 1 }], { lang: 'en' }), (error) => {
    assert.ok(error instanceof OverlayError);
    assert.equal(error.faults[0].error.length > 0, true);
    assert.equal(error.faults[0].line, 1);
    assert.match(error.message, /nonsense/);
    return true;
  });
});

test('benefits and plans, as the other doors give them', () => {
  const record = [
    { from: '2010-03', months: 46, income: 1_500_000 },
    { from: '2014-01', months: 60, income: 2_500_000 },
    { from: '2019-01', months: 36, income: 3_000_000, scheme: 'compulsory' },
    { from: '2022-01', months: 48, income: '3.000.000', groups: ['near_poor'] },
  ];
  const retires = full.benefit('pension', { on: '2026-06', sex: 'F', birth: '1969-05' }, record);
  assert.equal(retires.pension, 1_449_332);
  const leaves = full.benefit('one-time', { on: '2026-06', sex: 'F', birth: '1969-05', case: 'emigration' }, record);
  assert.equal(leaves.net, 89_610_568);
  assert.equal(full.plan({ sex: 'F', birth: '1980-03', from: '2026-12', target_pension: 2_000_000 }).income, 4_450_000);
  assert.equal(full.tryPlan({ sex: 'F', birth: '1980-03', from: '2026-12' }).parameter, 'income');
  assert.equal(full.tryPlan({ sex: 'X', birth: '1980-03', from: '2026-12', income: 1 }).parameter, 'sex');
  const fault = full.tryBenefit('pension', { on: '2026-06', sex: 'F', birth: '1969-05' }, [...record, { from: '2022-01', months: 3, income: 3_000_000 }]);
  assert.equal(fault.status, 'invalid_argument');
  assert.equal(fault.span, 5);
  assert.throws(() => full.benefit('pensions', { on: '2026-06' }, record), TypeError);
  assert.throws(() => full.benefit('death', { on: '2026-06' }, [{ ...record[0], wage: 1 }]), /no "wage"/);
  assert.deepEqual(full.schedule({ ...payment, term: '3' }).schedule.map((month) => month.month), ['2026-11', '2026-12', '2027-01']);
  assert.throws(() => full.schedule({ ...payment, income: 1 }), Refusal);
});

test('a module without what is asked for says so', async () => {
  assert.equal(core.plan, undefined);
  await assert.rejects(load({ module: 'half' }), TypeError);
});

test('where memory ends, a call fails as an error, and the instance says so afterwards', async () => {
  const small = await load();
  const many = 200_000_000;
  assert.throws(() => small.assessColumns({ income: new Int32Array(many) }, { otherwise: { paid_on: '2026-11-22' } }), AnsinhError);
});

test('an instance that has failed says so to every later call', async () => {
  const broken = await load();
  const { memory } = broken.engine;
  assert.equal(broken.assess(payment).contribution, 330_000);
  // As a trap in the module would: what it was doing is not finished.
  assert.ok(memory.failed(new WebAssembly.RuntimeError('unreachable')) instanceof AnsinhError);
  assert.throws(() => broken.explain(payment), /has failed before/);
  assert.throws(() => broken.assessColumns({ income: Int32Array.of(1) }, { otherwise: { paid_on: '2026-11-22' } }), /has failed before/);
});
