import { HOUR } from '../engine/durations';
import { Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { clusterSubject } from '../engine/subjects';
import { EventFacts } from '../snapshot';
import { eventsWithReason } from './events';

const reasons = [
  'SpotInterrupted',
  'InstanceStopping',
  'InstanceTerminating',
  'InstanceUnhealthy',
  'CapacityReservationInstanceInterrupted',
];

/** L7: AWS took instances away. */
export const interrupted: Rule = {
  code: 'karpenter/L7',
  rule: 'instances-interrupted',
  component: 'karpenter',
  title: 'Instances were interrupted',
  means:
    'AWS took spot instances back, or stopped, ended or found instances unhealthy; Karpenter drains and replaces them. Many in an hour mean that the pools should have more choice.',
  detect:
    'Events SpotInterrupted, InstanceStopping, InstanceTerminating, InstanceUnhealthy or CapacityReservationInstanceInterrupted on NodeClaims in the last hour. A note; a warning for five and more that are also a fifth of the present nodes.',
  remedyDoc: 'Allow more instance types and zones; keep some on-demand.',
  source: 'facts/karpenter.md 6.C and 6.E, facts/karpenter-observed.md 22',
  needs: ['events'],
  details: ['nodeclaims'],
  evaluate(ctx) {
    const byClaim = new Map<string, EventFacts>();
    for (const event of reasons.flatMap(reason =>
      eventsWithReason(ctx, reason, HOUR),
    )) {
      const { kind, name } = event.involved;
      if (kind === 'NodeClaim' && name) byClaim.set(name, event);
    }
    if (byClaim.size === 0) return { findings: [] };
    const times = [...byClaim.values()].flatMap(({ firstAt }) => firstAt ?? []);
    return {
      findings: [
        {
          severity: isMany(ctx, byClaim.size) ? 'warning' : 'info',
          subject: clusterSubject(ctx.cluster),
          since: times.length > 0 ? Math.min(...times) : undefined,
          title: `AWS took ${byClaim.size} ${
            byClaim.size === 1 ? 'instance' : 'instances'
          } away in the last hour`,
          evidence: [...byClaim].slice(0, 5).map(([name, event]) => ({
            object: `NodeClaim/${name}`,
            path: `events[${event.reason}]`,
            value: event.message.slice(0, 300),
          })),
          remedy: [
            { text: 'Allow more instance types and zones in the spot pools' },
          ],
        },
      ],
    };
  },
};

function isMany(ctx: RuleContext, count: number): boolean {
  return count >= 5 && count * 5 >= ctx.items('nodeclaims').length;
}
