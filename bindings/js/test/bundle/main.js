import { load } from 'ansinh';
import { load as loadInline } from 'ansinh/inline';

const payment = { paid_on: '2026-11-22', income: 1_500_000, groups: ['near_poor'], province: '20' };
const answers = [];
for (const ansinh of [await load(), await load({ simd: false }), await load({ module: 'full' }), await loadInline(), await loadInline({ module: 'full' })]) {
  answers.push(ansinh.assess(payment).participant_share);
}
document.title = JSON.stringify(answers);
