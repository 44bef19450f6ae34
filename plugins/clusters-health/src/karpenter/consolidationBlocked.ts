import { MINUTE } from '../engine/durations';
import { Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { EventFacts } from '../kinds';
import { eventsWithReason } from './events';
import { fixedCommand } from '../engine/shellCommand';

/** Texts that name a blocker; others are normal at every start of a node. */
const NAMES_BLOCKER =
  /^(?:Pdb|PDB|State node.*|Pod).*(?:prevents pod evictions|do-not-disrupt|do-not-repair)/i;

/** L11: Karpenter would take a node away, but something named holds it. */
export const consolidationBlocked: Rule = {
  code: 'karpenter/L11',
  rule: 'consolidation-blocked',
  component: 'karpenter',
  title: 'A node cannot be consolidated',
  means:
    'Karpenter would remove or replace the node, and a PodDisruptionBudget that allows none, or a pod that asks not to be disrupted, holds it. Nobody is hurt; it costs.',
  detect:
    'Events DisruptionBlocked or Unconsolidatable of the last 15 minutes whose text names a PodDisruptionBudget or a do-not-disrupt annotation; one finding per blocker.',
  remedyDoc:
    'More replicas or a smaller minAvailable; remove the annotation when the work is done.',
  source: 'facts/karpenter.md 6.C, facts/karpenter-observed.md 20',
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
