import { MINUTE } from '../../../model/durations';
import type { Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import type { EventFacts } from '../../../kinds';
import { ownObjects } from '../../../model/karpenter/ownObjects';
import { eventsWithReason } from '../../../model/karpenter/karpenterEvents';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { consolidationBlockedDoc } from './consolidationBlockedDoc';
import { addTo } from '../../../model/addTo';

/**
 * Messages that name a blocker; other messages are normal at the start of every
 * node.
 */
const NAMES_BLOCKER =
  /^(?:Pdb|PDB|State node.*|Pod).*(?:prevents pod evictions|do-not-disrupt|do-not-repair)/i;

/**
 * L11: Karpenter would remove a node, but a pod, budget or annotation blocks
 * the removal.
 */
export const consolidationBlocked: Rule = {
  code: 'karpenter/L11',
  id: 'consolidation-blocked',
  component: 'karpenter',
  doc: consolidationBlockedDoc,
  needs: ['events'],
  uses: ['nodeclaims', 'nodes'],
  details: ['nodepools'],
  evaluate(ctx) {
    const byBlocker = new Map<string, EventFacts[]>();
    const isOwn = ownObjects(ctx);
    for (const reason of ['DisruptionBlocked', 'Unconsolidatable']) {
      for (const event of eventsWithReason(ctx, reason, 15 * MINUTE)) {
        const { kind, name = '' } = event.involved;
        if (isOwn(kind, name) && NAMES_BLOCKER.test(event.message)) {
          addTo(byBlocker, event.message, event);
        }
      }
    }
    return {
      findings: [...byBlocker].map(([message, events]) => {
        const claims = namesOf(events, 'NodeClaim');
        const nodes = namesOf(events, 'Node');
        const count = Math.max(claims.length, nodes.length);
        const kind = claims.length > 0 ? 'NodeClaim' : 'Node';
        const name = claims[0] ?? nodes[0] ?? '';
        const times = events.flatMap(({ firstAt }) => firstAt ?? []);
        return {
          severity: 'info' as const,
          subject: subjectOf(kind, { name }),
          since: times.length > 0 ? Math.min(...times) : undefined,
          title: `${count} ${
            count === 1 ? 'node' : 'nodes'
          } cannot be consolidated: ${message}`,
          evidence: events
            .slice(0, 4)
            .map(event =>
              evidenceOf(
                event.involved.kind ?? '',
                { name: event.involved.name ?? '' },
                `events[${event.reason}]`,
                event.message,
              ),
            ),
          remedy: remedyOf(message),
          touches: [...claims.map(touch.claim), ...nodes.map(touch.node)],
          key: message,
        };
      }),
    };
  },
};

function remedyOf(message: string): RuleRemedy[] {
  return /do-not-/.test(message)
    ? [
        {
          text: 'Do nothing while the pod works. When it is done, remove the annotation, and the node can be removed',
        },
      ]
    : [
        {
          text: 'See how many disruptions each budget allows',
          command: fixedCommand`kubectl get poddisruptionbudgets -A`,
        },
        {
          text: 'With more replicas or a smaller minAvailable the node can be removed',
        },
      ];
}

function namesOf(events: readonly EventFacts[], kind: string): string[] {
  return [
    ...new Set(
      events.flatMap(({ involved }) =>
        involved.kind === kind && involved.name ? involved.name : [],
      ),
    ),
  ].sort();
}
