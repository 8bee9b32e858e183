// The speed of calls and columns, beside plain JavaScript in the same run. Answers are asserted first. The machine is
// shared: ratios count, and the best of several rounds.
import assert from 'node:assert/strict';
import { load } from 'ansinh';
import { plain } from './plain.mjs';

const best = (rounds, work, count) => {
  let least = Infinity;
  for (let i = 0; i < rounds; ++i) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return (least * 1e6) / count;
};

const groups = [[], ['poor'], ['near_poor'], ['ethnic_minority']];
const requests = Array.from({ length: 4096 }, (_, i) => ({
  paid_on: '2026-11-22', income: 1_500_000 + 50_000 * (i % 300), term: [1, 3, 6, 12][(i >> 2) % 4], groups: groups[i % 4], province: '01',
}));
const times = {};
for (const simd of [false, true]) {
  const start = performance.now();
  const ansinh = await load({ simd });
  times[`load ${simd ? '128-bit words' : 'plain'}`] = performance.now() - start;
  for (const request of requests) {
    const exact = ansinh.assess(request);
    const { contribution, central_support, province_top_up, participant_share } = exact;
    assert.deepEqual({ contribution, central_support, province_top_up, participant_share }, plain(request), 'one that floating point gets right');
  }
  let sum = 0;
  const label = simd ? '128-bit words' : 'plain';
  times[`call ${label}`] = best(30, () => { for (const request of requests) sum += ansinh.assess(request).participant_share; }, requests.length);
  times.loop = best(30, () => { for (const request of requests) sum += plain(request).participant_share; }, requests.length);
  times[`call with text ${label}`] = best(5, () => { for (const request of requests) sum += ansinh.assess({ ...request, income: String(request.income) }).participant_share; }, requests.length);

  const rows = 1_000_000;
  const income = Int32Array.from({ length: rows }, (_, i) => requests[i % 4096].income);
  const columns = {
    income,
    groups: Uint16Array.from({ length: rows }, (_, i) => [0, 1, 4, 8][i % 4]),
    term: Uint8Array.from({ length: rows }, (_, i) => requests[i % 4096].term),
  };
  const otherwise = { paid_on: '2026-11-22', province: '01' };
  const outputs = ['contribution', 'central_support', 'local_top_up', 'participant_share', 'status'];
  const answers = ansinh.assessColumns(columns, { otherwise, outputs });
  for (let i = 0; i < 4096; ++i) assert.equal(answers.participant_share[i], plain(requests[i]).participant_share);
  times[`columns ${label}`] = best(7, () => ansinh.assessColumns(columns, { otherwise, outputs }), rows);
  assert.ok(sum > 0);
}
for (const [name, time] of Object.entries(times)) {
  const unit = name.startsWith('load') ? 'ms' : 'ns';
  const ratio = unit === 'ns' && name !== 'loop' ? `  ${(time / times.loop).toFixed(2)} x plain loop` : '';
  console.log(`${name.padEnd(30)} ${time.toFixed(1).padStart(8)} ${unit}${ratio}`);
}
// The goal of one call, with room for a busy machine.
if (process.argv.includes('--assert')) assert.ok(times['call plain'] < 600, 'a call takes twice its goal of 300 ns');
