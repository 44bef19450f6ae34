import { MINUTE } from '../../../model/durations';
import { Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { EventFacts } from '../../../kinds';
import { eventsWithReason } from '../../../model/karpenter/karpenterEvents';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { consolidationBlockedDoc } from './consolidationBlockedDoc';

/** Texts that name a blocker; others are normal at every start of a node. */
const NAMES_BLOCKER =
  /^(?:Pdb|PDB|State node.*|Pod).*(?:prevents pod evictions|do-not-disrupt|do-not-repair)/i;

/** L11: Karpenter would take a node away, but something named holds it. */
export const consolidationBlocked: Rule = {
  code: 'karpenter/L11',
  id: 'consolidation-blocked',
  component: 'karpenter',
  doc: consolidationBlockedDoc,
  needs: ['events'],
  uses: ['nodeclaims', 'nodes'],
  evaluate(ctx) {
    const byBlocker = new Map<string, EventFacts[]>();
    for (const reason of ['DisruptionBlocked', 'Unconsolidatable']) {
      for (const event of eventsWithReason(ctx, reason, 15 * MINUTE)) {
        const { kind, name = '' } = event.involved;
        const known =
          (kind === 'Node' && ctx.index.nodeByName().has(name)) ||
          (kind === 'NodeClaim' && ctx.index.claimByName().has(name));
        if (known && NAMES_BLOCKER.test(event.message)) {
          const list = byBlocker.get(event.message) ?? [];
          byBlocker.set(event.message, [...list, event]);
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
          remedy: [
            {
              text: 'More replicas, a smaller minAvailable, or without the annotation the node can go',
              command: fixedCommand`kubectl get pdb -A`,
            },
          ],
          touches: [...claims.map(touch.claim), ...nodes.map(touch.node)],
          key: message,
        };
      }),
    };
  },
};

function namesOf(events: readonly EventFacts[], kind: string): string[] {
  return [
    ...new Set(
      events.flatMap(({ involved }) =>
        involved.kind === kind && involved.name ? involved.name : [],
      ),
    ),
  ].sort();
}
