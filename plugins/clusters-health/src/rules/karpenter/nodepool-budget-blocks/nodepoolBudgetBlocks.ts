import type { Allowance } from '../../../model/disruption/allowedDisruptions';
import {
  allowedDisruptions,
  disruptionReasons,
} from '../../../model/disruption/allowedDisruptions';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodePoolFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodepoolBudgetBlocksDoc } from './nodepoolBudgetBlocksDoc';

/** P6: the budgets of a NodePool allow no disruption at present. */
export const nodepoolBudgetBlocks: Rule = {
  code: 'karpenter/P6',
  id: 'nodepool-budget-blocks',
  component: 'karpenter',
  doc: nodepoolBudgetBlocksDoc,
  concerns: 'ownPools',
  needs: ['nodepools'],
  uses: ['nodeclaims'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unread: string | undefined;
    for (const pool of ctx.index.ownPools()) {
      const claims = ctx.index.claimsByPool().get(pool.name) ?? [];
      const total = claims.filter(
        claim => conditionOf(claim, 'Initialized')?.status === 'True',
      ).length;
      const allowances = disruptionReasons.map(reason =>
        allowedDisruptions(pool, reason, total, ctx.now),
      );
      const blocked = allowances.filter(({ nodes }) => nodes === 0);
      if (allowances.some(({ nodes }) => nodes === undefined)) {
        unread = pool.name;
      }
      if (total > 0 && blocked.length > 0) {
        const drifted = claims.filter(
          claim =>
            claim.deletedAt === undefined &&
            conditionOf(claim, 'Drifted')?.status === 'True',
        ).length;
        findings.push(draft(pool, blocked, drifted, ctx));
      }
    }
    return unread
      ? {
          findings,
          unknown: `NodePool ${unread} has a budget that cannot be read`,
        }
      : { findings };
  },
};

function draft(
  pool: NodePoolFacts,
  blocked: readonly Allowance[],
  drifted: number,
  ctx: RuleContext,
): DraftFinding {
  const drift = blocked.find(({ reason }) => reason === 'Drifted');
  const shown = drift ?? blocked[0];
  const forEver = shown.budget?.schedule === undefined;
  const until = shown.window?.until;
  const end =
    until === undefined
      ? ''
      : ` until ${new Date(until).toISOString().slice(0, 16)}Z`;
  const waits = drift && drifted > 0;
  return {
    severity: waits && forEver ? 'warning' : 'info',
    subject: subjectOf('NodePool', pool),
    since: ctx.heldSince(`budget-blocks/${pool.name}`),
    title: `NodePool ${pool.name} lets no node go${end}${
      waits
        ? `; ${drifted} drifted ${drifted === 1 ? 'node waits' : 'nodes wait'}`
        : ''
    } (${blocked.map(({ reason }) => reason).join(', ')})`,
    evidence: [
      evidenceOf('NodePool', pool, 'spec.disruption.budgets', shown.budget),
    ],
    remedy: [
      {
        text: 'See the budgets of the pool; the smallest of those in force counts',
        command: shellCommand`kubectl get nodepool ${pool.name} -o jsonpath='{.spec.disruption.budgets}{"\\n"}'`,
      },
      {
        text: forEver
          ? 'If it is not intended: raise `nodes` of the budget in git, or give it a schedule and a duration. Karpenter then replaces and removes nodes of the pool, as many at a time as the budget allows'
          : 'Do nothing if the window is intended: Karpenter continues when it ends',
      },
    ],
    touches: [touch.pool(pool.name)],
  };
}
