// A program in TypeScript against the package's own types; each line that must not compile says so.
import { load, Refusal, type Assessment, type Plan, type RefusalData, type Request } from 'ansinh';
import { load as loadInline } from 'ansinh/inline';

export async function consumer(): Promise<number> {
  const core = await load();
  const request: Request = { paid_on: '2026-11-22', income: 1_500_000, groups: ['near_poor'], province: '01', term: 12 };
  const outcome: Assessment | RefusalData = core.tryAssess(request, { lang: 'en' });
  // @ts-expect-error an outcome may be a refusal, which has no share
  outcome.participant_share;
  if (outcome.status !== 'ok') return outcome.message.length;
  const share: number = outcome.participant_share;
  // @ts-expect-error answers are not changed
  outcome.flags.push('unsettled');
  // @ts-expect-error a rate is a text
  core.assess({ ...request, fund_return_rate: 0.0031 });
  // @ts-expect-error no such field
  core.assess({ ...request, Income: 1 });
  // @ts-expect-error the day is required
  core.assess({ income: 1 });
  // @ts-expect-error no such language
  core.explain(request, { lang: 'fr' });
  // @ts-expect-error plans are of the full module
  core.plan;
  const html: string = core.table({ paid_on: '2026-11-22' }, { format: 'html' });
  const first = core.table({ paid_on: '2026-11-22' }).rows[0]?.participant_share ?? 0;
  const totals: bigint = core.assessColumns({ income: Int32Array.of(1) }, { otherwise: { paid_on: '2026-11-22' } }).totals.sums.contribution;
  // @ts-expect-error a column is a typed array
  core.assessColumns({ income: [1] });

  const full = await loadInline({ module: 'full' });
  const plan: Plan = full.plan({ sex: 'F', birth: '1980-03', from: '2026-12', budget: '700.000' });
  // @ts-expect-error no such sex
  full.plan({ sex: 'X', birth: '1980-03', from: '2026-12', income: 1 });
  try {
    return share + html.length + first + Number(totals) + plan.pension;
  } catch (error) {
    if (error instanceof Refusal) return error.status.length;
    throw error;
  }
}
