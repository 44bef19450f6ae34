import { DAY, MINUTE, sayDuration } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodeClaimFacts, NodePoolFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { drainBlockers } from '../../../model/disruption/drainBlockers';
import { isOwnClaim } from '../../../model/ownNodes';
import { eventsOf } from '../../../model/karpenter/karpenterEvents';
import {
  FULL,
  type LimitUse,
  limitUses,
} from '../../../model/karpenter/limitUse';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimDriftedDoc } from './nodeclaimDriftedDoc';

/** L5: nodes no longer match the specification of their pool and class. */
export const nodeclaimDrifted: Rule = {
  code: 'karpenter/L5',
  id: 'nodeclaim-drifted',
  component: 'karpenter',
  doc: nodeclaimDriftedDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  details: ['pods', 'poddisruptionbudgets', 'events', 'nodepools'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    for (const [pool, claims] of ctx.index.claimsByPool()) {
      const old = claims.filter(
        claim =>
          isOwnClaim(claim) && conditionOf(claim, 'Drifted')?.status === 'True',
      );
      if (old.length > 0) {
        findings.push(draft(ctx, pool, old));
      }
    }
    return { findings };
  },
};

function draft(
  ctx: RuleContext,
  pool: string,
  claims: readonly NodeClaimFacts[],
): DraftFinding {
  const times = claims.flatMap(claim => {
    const own = conditionOf(claim, 'Drifted')?.since;
    return ctx.heldSince(`nodeclaimDrifted/${claim.name}`, own) ?? [];
  });
  const since = times.length > 0 ? Math.min(...times) : undefined;
  const age = since === undefined ? 0 : ctx.now - since;
  const late = age > DAY;
  const reasons = new Set(
    claims.map(claim => conditionOf(claim, 'Drifted')?.reason ?? 'unknown'),
  );
  const full = fullLimit(ctx.index.poolByName().get(pool));
  const blockers = claims.flatMap(claim =>
    claim.nodeName ? drainBlockers(ctx, claim.nodeName) : [],
  );
  const events = eventsOf(ctx, 'NodePool', pool, 10 * MINUTE).filter(
    event => event.reason === 'DisruptionBlocked',
  );
  return {
    severity: late ? 'warning' : 'info',
    subject: subjectOf('NodePool', { name: pool }),
    since,
    title: `${claims.length} ${
      claims.length === 1 ? 'node' : 'nodes'
    } of NodePool ${pool} ${claims.length === 1 ? 'is' : 'are'} drifted (${[
      ...reasons,
    ].join(', ')})${late ? `, the oldest for ${sayDuration(age)}` : ''}${
      full ? `; ${sayFull(full)}` : ''
    }`,
    evidence: [
      ...claims
        .slice(0, 5)
        .map(claim =>
          evidenceOf(
            'NodeClaim',
            claim,
            'status.conditions[Drifted]',
            conditionOf(claim, 'Drifted')?.message ?? 'True',
          ),
        ),
      ...(full
        ? [
            evidenceOf(
              'NodePool',
              { name: pool },
              `spec.limits.${full.resource}`,
              `${full.limit}, of which ${full.used} are used`,
            ),
          ]
        : []),
      ...events
        .slice(0, 1)
        .map(event =>
          evidenceOf('NodePool', { name: pool }, 'events', event.message),
        ),
    ],
    remedy: [
      ...blockers
        .slice(0, 3)
        .map(({ free }) => ({ text: `To free it, ${free}` })),
      ...(full ? makeRoom(pool, full) : [withinBudgets(pool)]),
    ],
    touches: [touch.pool(pool), ...(full ? [touch.fullPool(pool)] : [])],
  };
}

/**
 * A full limit of the pool: Karpenter launches the replacement before it
 * removes the old node, so the limit needs room for one more node.
 */
function fullLimit(pool: NodePoolFacts | undefined): LimitUse | undefined {
  return pool && limitUses(pool).find(({ percent }) => percent >= FULL);
}

function sayFull({ resource, limit }: LimitUse): string {
  return `the limit of ${limit} ${resource} leaves no room for a replacement`;
}

function makeRoom(pool: string, { resource }: LimitUse): RuleRemedy[] {
  return [
    {
      text: 'See limit and size: a replacement is launched before the old node is removed, so the limit has to leave room for it',
      command: shellCommand`kubectl get nodepool ${pool} -o jsonpath='{.spec.replicas}{" "}{.spec.limits}{" "}{.status.resources}{"\\n"}'`,
    },
    {
      text: `Raise spec.limits.${resource} of the pool in git by what one node has; then the budgets of the pool say how many are replaced at a time`,
    },
  ];
}

function withinBudgets(pool: string): RuleRemedy {
  return {
    text: 'See the budgets of the pool: Karpenter replaces them within the budgets',
    command: shellCommand`kubectl get nodepool ${pool} -o jsonpath='{.spec.disruption.budgets}'`,
  };
}
