// What a page on the web does: today's rule for payments of months, with binary floating point, for one day and one
// province. Inexact by design; it is the reference to which the speed of exact answers is stated.
const rate = 0.22;
const line = 1_500_000;
const central = { poor: 0.5, island: 0.5, near_poor: 0.4, ethnic_minority: 0.3, other: 0.2 };
const province = { poor: 0.5, island: 0.1, near_poor: 0.6, ethnic_minority: 0.1, other: 0.1 };

export function plain({ income, groups, term }) {
  let c = central.other;
  let p = province.other;
  for (const group of groups) {
    if (central[group] > c) c = central[group];
    if (province[group] > p) p = province[group];
  }
  const contribution = Math.round(income * rate) * term;
  const central_support = Math.min(Math.round(line * rate * c) * term, contribution);
  const province_top_up = Math.min(Math.round(line * rate * p) * term, contribution - central_support);
  return { contribution, central_support, province_top_up, participant_share: contribution - central_support - province_top_up };
}
