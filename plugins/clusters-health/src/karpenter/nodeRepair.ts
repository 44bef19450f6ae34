import { HOUR, MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf } from '../kinds';
import { replaceNode } from '../model/replaceNode';
import { eventsWithReason } from './events';
import { shellCommand } from '../engine/shellCommand';

/** Conditions of the node monitoring agent, and how long Karpenter waits. */
const watched: readonly { type: string; minutes: number }[] = [
  { type: 'AcceleratedHardwareReady', minutes: 10 },
  { type: 'StorageReady', minutes: 30 },
  { type: 'NetworkingReady', minutes: 30 },
  { type: 'KernelReady', minutes: 30 },
  { type: 'ContainerRuntimeReady', minutes: 30 },
];

/** L14: a node is due for repair, or its repair is held or failed. */
export const nodeRepair: Rule = {
  code: 'karpenter/L14',
  rule: 'node-repair',
  component: 'karpenter',
  title: 'Node repair',
  means:
    'The node monitoring agent reports a fault that Karpenter repairs by replacing the node when the gate NodeRepair is on; or it holds back because too many nodes of the pool are unhealthy; or a reboot failed (1.15).',
  detect:
    'Event NodeRepairBlocked (note) or RebootFailed (warning) of the last hour; Node conditions AcceleratedHardwareReady, StorageReady, NetworkingReady, KernelReady or ContainerRuntimeReady not True beyond their time (10 or 30 minutes; note).',
  remedyDoc:
    'Look at the fault; replace the node by hand when the gate is off or repair is held.',
  since: 'Karpenter 1.1 (reboots: 1.15)',
  source: 'facts/karpenter.md 1.6 and 6.C',
  concerns: 'ownNodes',
  needs: ['events', 'nodes'],
  details: ['nodeclaims', 'nodepools'],
  evaluate(ctx) {
    return { findings: [...fromEvents(ctx), ...fromConditions(ctx)] };
  },
};

function fromEvents(ctx: RuleContext): DraftFinding[] {
  const seen = new Set<string>();
  return ['RebootFailed', 'NodeRepairBlocked'].flatMap(reason =>
    eventsWithReason(ctx, reason, HOUR).flatMap(event => {
      const { kind = '', name = '' } = event.involved;
      const object = `${reason}/${kind}/${name}`;
      if (seen.has(object) || (kind !== 'Node' && kind !== 'NodeClaim')) {
        return [];
      }
      seen.add(object);
      const failed = reason === 'RebootFailed';
      return [
        {
          severity: failed ? ('warning' as const) : ('info' as const),
          subject: subjectOf(kind, { name }),
          since: event.firstAt,
          title: failed
            ? `Reboot of ${name} failed: ${event.message}`
            : `Repair of ${name} is held back: ${event.message}`,
          evidence: [
            evidenceOf(kind, { name }, `events[${reason}]`, event.message),
          ],
          remedy: [
            {
              text: 'See what is wrong with it',
              command:
                kind === 'Node'
                  ? shellCommand`kubectl describe node ${name}`
                  : shellCommand`kubectl describe nodeclaim ${name}`,
            },
            replaceNode(
              ctx,
              kind === 'Node'
                ? name
                : ctx.index.claimByName().get(name)?.nodeName ?? '',
              'If it does not recover',
            ),
          ],
          touches: [kind === 'Node' ? touch.node(name) : touch.claim(name)],
          key: reason,
        },
      ];
    }),
  );
}

function fromConditions(ctx: RuleContext): DraftFinding[] {
  return ctx.index.ownNodes().flatMap(node =>
    watched.flatMap(({ type, minutes }) => {
      const condition = conditionOf(node, type);
      if (!condition || condition.status === 'True') return [];
      const key = `repair/${type}/${node.name}`;
      if (ctx.lasting(key, condition.since, minutes * MINUTE) !== 'yes') {
        return [];
      }
      return [
        {
          severity: 'info' as const,
          subject: subjectOf('Node', node),
          since: ctx.heldSince(key, condition.since),
          title: `Node ${node.name} is due for repair: ${type} is ${condition.status}`,
          evidence: [
            evidenceOf(
              'Node',
              node,
              `status.conditions[${type}]`,
              `${condition.status} ${condition.reason ?? ''}: ${
                condition.message ?? ''
              }`,
            ),
          ],
          remedy: [
            {
              text: 'See what is wrong with it; with the gate NodeRepair Karpenter replaces it',
              command: shellCommand`kubectl describe node ${node.name}`,
            },
            replaceNode(ctx, node.name, 'Without the gate'),
          ],
          touches: [touch.node(node.name)],
          key: type,
        },
      ];
    }),
  );
}
