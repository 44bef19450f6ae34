import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { touch } from '../../../rule/correlationKey';
import { clusterSubject } from '../../../rule/subjects';
import type { EventFacts } from '../../../kinds';
import {
  claimsWithEvents,
  INTERRUPTIONS,
} from '../../../model/karpenter/interruptions';
import { instancesInterruptedDoc } from './instancesInterruptedDoc';

/** L7: AWS interrupted or terminated instances. */
export const instancesInterrupted: Rule = {
  code: 'karpenter/L7',
  id: 'instances-interrupted',
  component: 'karpenter',
  doc: instancesInterruptedDoc,
  needs: ['events'],
  details: ['nodeclaims', 'nodepools'],
  evaluate(ctx) {
    const taken = claimsWithEvents(ctx, INTERRUPTIONS);
    const warned = claimsWithEvents(ctx, ['SpotRebalanceRecommendation']);
    for (const name of taken.keys()) {
      warned.delete(name);
    }
    return {
      findings: [
        ...(taken.size > 0 ? [tookAway(ctx, taken)] : []),
        ...(warned.size > 0 ? [mayTakeAway(ctx, warned)] : []),
      ],
    };
  },
};

function tookAway(
  ctx: RuleContext,
  byClaim: ReadonlyMap<string, EventFacts>,
): DraftFinding {
  const many = isMany(ctx, byClaim.size);
  return {
    ...common(ctx, byClaim),
    severity: many ? 'warning' : 'info',
    title: `AWS took ${sayInstances(byClaim.size)} away in the last hour`,
    remedy: [
      {
        text: many
          ? 'Allow more instance types and zones in the spot pools; keep some on-demand'
          : 'Do nothing: Karpenter replaces them. If it continues: allow more instance types and zones in the spot pools',
      },
    ],
  };
}

function mayTakeAway(
  ctx: RuleContext,
  byClaim: ReadonlyMap<string, EventFacts>,
): DraftFinding {
  return {
    ...common(ctx, byClaim),
    severity: 'info',
    title: `AWS may soon take ${sayInstances(byClaim.size)} away`,
    remedy: [
      {
        text: 'Do nothing: a recommendation is no interruption, and Karpenter does not act on it',
      },
    ],
    key: 'rebalance',
  };
}

function common(ctx: RuleContext, byClaim: ReadonlyMap<string, EventFacts>) {
  const times = [...byClaim.values()].flatMap(({ firstAt }) => firstAt ?? []);
  return {
    subject: clusterSubject(ctx.cluster),
    since: times.length > 0 ? Math.min(...times) : undefined,
    evidence: [...byClaim].slice(0, 5).map(([name, event]) => ({
      object: `NodeClaim/${name}`,
      path: `events[${event.reason}]`,
      value: event.message.slice(0, 300),
    })),
    touches: [...byClaim.keys()].map(touch.claim),
  };
}

function sayInstances(count: number): string {
  return `${count} ${count === 1 ? 'instance' : 'instances'}`;
}

function isMany(ctx: RuleContext, count: number): boolean {
  return count >= 5 && count * 5 >= ctx.index.ownClaims().length;
}
