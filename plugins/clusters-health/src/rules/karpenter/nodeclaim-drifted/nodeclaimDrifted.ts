import { DAY, MINUTE, sayDuration } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf, NodeClaimFacts } from '../../../kinds';
import { drainBlockers } from '../../../model/disruption/drainBlockers';
import { isOwnClaim } from '../../../model/ownNodes';
import { eventsOf } from '../../../model/karpenter/karpenterEvents';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimDriftedDoc } from './nodeclaimDriftedDoc';

/** L5: nodes no longer match what their pool and class say. */
export const nodeclaimDrifted: Rule = {
  code: 'karpenter/L5',
  id: 'nodeclaim-drifted',
  component: 'karpenter',
  doc: nodeclaimDriftedDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  details: ['pods', 'poddisruptionbudgets', 'events'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    for (const [pool, claims] of ctx.index.claimsByPool()) {
      const old = claims.filter(
        claim =>
          isOwnClaim(claim) && conditionOf(claim, 'Drifted')?.status === 'True',
      );
      if (old.length > 0) findings.push(draft(ctx, pool, old));
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
  const reasons = new Set(
    claims.map(claim => conditionOf(claim, 'Drifted')?.reason ?? 'unknown'),
  );
  const blockers = claims.flatMap(claim =>
    claim.nodeName ? drainBlockers(ctx, claim.nodeName) : [],
  );
  const events = eventsOf(ctx, 'NodePool', pool, 10 * MINUTE).filter(
    event => event.reason === 'DisruptionBlocked',
  );
  return {
    severity: age > DAY ? 'warning' : 'info',
    subject: subjectOf('NodePool', { name: pool }),
    since,
    title: `${claims.length} ${
      claims.length === 1 ? 'node' : 'nodes'
    } of NodePool ${pool} ${
      claims.length === 1 ? 'is' : 'are'
    } nodeclaimDrifted (${[...reasons].join(', ')})${
      age > DAY ? `, the oldest for ${sayDuration(age)}` : ''
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
      {
        text: 'Karpenter replaces them within the budgets of the pool',
        command: shellCommand`kubectl get nodepool ${pool} -o jsonpath='{.spec.disruption.budgets}'`,
      },
    ],
    touches: [touch.pool(pool)],
  };
}
