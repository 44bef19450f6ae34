import { DAY, MINUTE, sayDuration } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf, NodeClaimFacts } from '../kinds';
import { drainBlockers } from '../disruption/drainBlockers';
import { isOwnClaim } from '../model/ownNodes';
import { eventsOf } from './events';
import { shellCommand } from '../engine/shellCommand';

/** L5: nodes no longer match what their pool and class say. */
export const drifted: Rule = {
  code: 'karpenter/L5',
  rule: 'nodeclaim-drifted',
  component: 'karpenter',
  title: 'Nodes are drifted',
  means:
    'The pool, the class, or the image it resolves to has changed since the nodes were launched. Karpenter replaces them one by one, as budgets, PodDisruptionBudgets and pods allow.',
  detect:
    'NodeClaim condition Drifted is True; one finding per NodePool. A note; a warning when the oldest has waited for more than 24 hours.',
  remedyDoc:
    'Look at what blocks: budgets, PodDisruptionBudgets, do-not-disrupt.',
  source: 'facts/karpenter.md 6.C, facts/karpenter-observed.md 40-42',
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
    return ctx.heldSince(`drifted/${claim.name}`, own) ?? [];
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
    } of NodePool ${pool} ${claims.length === 1 ? 'is' : 'are'} drifted (${[
      ...reasons,
    ].join(', ')})${age > DAY ? `, the oldest for ${sayDuration(age)}` : ''}`,
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
