import { HOUR, MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf } from '../../../kinds';
import { replaceNode } from '../../../model/remedy/replaceNode';
import { ownObjects } from '../../../model/karpenter/ownObjects';
import { eventsWithReason } from '../../../model/karpenter/karpenterEvents';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeRepairDoc } from './nodeRepairDoc';

/**
 * Conditions that the node monitoring agent sets, and how long Karpenter waits
 * for each.
 */
const watched: readonly { type: string; minutes: number }[] = [
  { type: 'AcceleratedHardwareReady', minutes: 10 },
  { type: 'StorageReady', minutes: 30 },
  { type: 'NetworkingReady', minutes: 30 },
  { type: 'KernelReady', minutes: 30 },
  { type: 'ContainerRuntimeReady', minutes: 30 },
];

/** L14: a node is due for repair, or its repair is blocked or has failed. */
export const nodeRepair: Rule = {
  code: 'karpenter/L14',
  id: 'node-repair',
  component: 'karpenter',
  doc: nodeRepairDoc,
  concerns: 'ownNodes',
  needs: ['events', 'nodes'],
  uses: ['nodeclaims'],
  details: ['nodepools'],
  evaluate(ctx) {
    return { findings: [...fromEvents(ctx), ...fromConditions(ctx)] };
  },
};

function fromEvents(ctx: RuleContext): DraftFinding[] {
  const seen = new Set<string>();
  const isOwn = ownObjects(ctx);
  return ['RebootFailed', 'NodeRepairBlocked'].flatMap(reason =>
    eventsWithReason(ctx, reason, HOUR).flatMap(event => {
      const { kind = '', name = '' } = event.involved;
      const object = `${reason}/${kind}/${name}`;
      const known = kind === 'Node' || kind === 'NodeClaim';
      if (!known || seen.has(object) || !isOwn(kind, name)) {
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
      if (!condition || condition.status === 'True') {
        return [];
      }
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
