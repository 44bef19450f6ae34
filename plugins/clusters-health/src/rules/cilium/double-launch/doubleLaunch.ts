import { MINUTE } from '../../../model/durations';
import { poolOf } from '../../../model/poolOf';
import type { RememberedClaim } from '../../../rule/memory';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodePoolFacts } from '../../../kinds';
import { doubleLaunchDoc } from './doubleLaunchDoc';

const TOGETHER = MINUTE;
const SHORT_LIVED = 10 * MINUTE;

type Gone = RememberedClaim & { deletedAt: number };

/** D29: Karpenter launches two nodes where one is enough. */
export const doubleLaunch: Rule = {
  code: 'cilium/D29',
  id: 'double-launch',
  component: 'cilium',
  doc: doubleLaunchDoc,
  concerns: 'ownPools',
  needs: ['nodepools', 'nodeclaims'],
  uses: ['events', 'configmaps'],
  evaluate(ctx) {
    const key = ctx.index.ciliumTaintKey();
    const open = ctx.index
      .ownPools()
      .filter(pool => !pool.startupTaints.some(taint => taint.key === key));
    if (open.length === 0) {
      return { findings: [] };
    }
    if (!ctx.memory) {
      return { findings: [], unknown: 'needs a second look' };
    }
    return { findings: open.flatMap(pool => draft(ctx, pool, key)) };
  },
};

function draft(
  ctx: RuleContext,
  pool: NodePoolFacts,
  key: string,
): DraftFinding[] {
  const thrownAway = (ctx.memory?.deletedClaims ?? []).filter(
    claim => claim.pool === pool.name && isThrownAway(ctx, claim),
  );
  const wasted = thrownAway.filter(claim => hasTwin(ctx, pool.name, claim));
  if (wasted.length === 0) {
    return [];
  }
  const count =
    wasted.length === 1 ? '1 node was' : `${wasted.length} nodes were`;
  return [
    {
      severity: 'warning',
      subject: subjectOf('NodePool', pool),
      since: Math.min(...wasted.map(claim => claim.deletedAt)),
      title: `${count} launched for nothing in NodePool ${pool.name}: it does not know Cilium's start-up taint`,
      evidence: [
        evidenceOf(
          'NodePool',
          pool,
          'spec.template.spec.startupTaints',
          pool.startupTaints.map(taint => taint.key).join(', '),
        ),
        ...wasted
          .slice(0, 5)
          .map(claim =>
            evidenceOf(
              'NodeClaim',
              claim,
              '(deleted as empty)',
              new Date(claim.deletedAt).toISOString(),
            ),
          ),
      ],
      remedy: [
        {
          text: `Add ${key} with effect NoExecute to the startupTaints of the pool`,
        },
      ],
      touches: [touch.pool(pool.name)],
    },
  ];
}

/**
 * Whether the claim was short-lived and Karpenter removed its node as empty.
 */
function isThrownAway(ctx: RuleContext, claim: Gone): boolean {
  const { createdAt, deletedAt, name } = claim;
  const brief = createdAt !== undefined && deletedAt - createdAt < SHORT_LIVED;
  const events = ctx.index.eventsByObject().get(`NodeClaim/${name}`) ?? [];
  return (
    brief &&
    events.some(
      event =>
        event.reason === 'DisruptionTerminating' &&
        event.message.endsWith('Empty'),
    )
  );
}

function hasTwin(ctx: RuleContext, pool: string, claim: Gone): boolean {
  const living = (ctx.index.claimsByPool().get(pool) ?? []).map(one => ({
    name: one.name,
    createdAt: one.createdAt,
    pool: poolOf(one),
  }));
  return [...living, ...(ctx.memory?.deletedClaims ?? [])].some(
    other =>
      other.name !== claim.name &&
      other.pool === pool &&
      other.createdAt !== undefined &&
      claim.createdAt !== undefined &&
      Math.abs(other.createdAt - claim.createdAt) <= TOGETHER,
  );
}
