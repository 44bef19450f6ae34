import { HOUR } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { clusterSubject } from '../../../rule/subjects';
import { EventFacts } from '../../../kinds';
import { eventsWithReason } from '../../../model/karpenter/karpenterEvents';
import { instancesInterruptedDoc } from './instancesInterruptedDoc';

const reasons = [
  // Comes with each of the others: they say more, so they follow.
  'TerminatingOnInterruption',
  'SpotInterrupted',
  'InstanceStopping',
  'InstanceTerminating',
  'InstanceUnhealthy',
  'CapacityReservationInstanceInterrupted',
];

/** L7: AWS took instances away. */
export const instancesInterrupted: Rule = {
  code: 'karpenter/L7',
  id: 'instances-interrupted',
  component: 'karpenter',
  doc: instancesInterruptedDoc,
  needs: ['events'],
  details: ['nodeclaims'],
  evaluate(ctx) {
    const taken = claimsWith(ctx, reasons);
    const warned = claimsWith(ctx, ['SpotRebalanceRecommendation']);
    for (const name of taken.keys()) warned.delete(name);
    return {
      findings: [
        ...(taken.size > 0 ? [tookAway(ctx, taken)] : []),
        ...(warned.size > 0 ? [mayTakeAway(ctx, warned)] : []),
      ],
    };
  },
};

/** Events of the last hour by NodeClaim; a later reason wins over an earlier. */
function claimsWith(
  ctx: RuleContext,
  wanted: readonly string[],
): Map<string, EventFacts> {
  const byClaim = new Map<string, EventFacts>();
  for (const event of wanted.flatMap(reason =>
    eventsWithReason(ctx, reason, HOUR),
  )) {
    const { kind, name } = event.involved;
    if (kind === 'NodeClaim' && name) byClaim.set(name, event);
  }
  return byClaim;
}

function tookAway(
  ctx: RuleContext,
  byClaim: ReadonlyMap<string, EventFacts>,
): DraftFinding {
  return {
    ...common(ctx, byClaim),
    severity: isMany(ctx, byClaim.size) ? 'warning' : 'info',
    title: `AWS took ${sayInstances(byClaim.size)} away in the last hour`,
    remedy: [{ text: 'Allow more instance types and zones in the spot pools' }],
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
        text: 'Nothing: a recommendation is no interruption, and Karpenter does not act on it',
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
  };
}

function sayInstances(count: number): string {
  return `${count} ${count === 1 ? 'instance' : 'instances'}`;
}

function isMany(ctx: RuleContext, count: number): boolean {
  return count >= 5 && count * 5 >= ctx.index.ownClaims().length;
}
