import { MINUTE, sayDuration, SECOND } from '../../../model/durations';
import type { Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { RuleContext } from '../../../rule/RuleContext';
import { replaceNode } from '../../../model/remedy/replaceNode';
import type { NodeFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeNotReadyDoc } from './nodeNotReadyDoc';

/**
 * A node was in service, and its kubelet now reports that the node is not
 * ready, or reports nothing.
 */
export const nodeNotReady: Rule = {
  code: 'clusterworks/node-not-ready',
  id: 'node-not-ready',
  component: 'clusterworks',
  doc: nodeNotReadyDoc,
  needs: ['nodes'],
  details: ['nodeclaims'],
  evaluate(ctx) {
    const silent = ctx
      .items('nodes')
      .filter(node => inService(node, ctx) && !ready(node));
    const total = ctx.items('nodes').length;
    const many = total >= 4 && silent.length * 2 > total;
    let unsure = false;
    const findings = silent.flatMap(node => {
      const condition = conditionOf(node, 'Ready');
      const key = `node-not-ready/${node.name}`;
      const lasting = ctx.lasting(key, condition?.since, 20 * SECOND);
      if (lasting !== 'yes') {
        unsure ||= lasting === 'unknown';
        return [];
      }
      const since = ctx.heldSince(key, condition?.since);
      const forText =
        since === undefined ? '' : ` for ${sayDuration(ctx.now - since)}`;
      return [
        {
          severity: many ? ('critical' as const) : ('warning' as const),
          subject: subjectOf('Node', node),
          since,
          title: `Node ${node.name} is not Ready${forText}`,
          evidence: [
            evidenceOf(
              'Node',
              node,
              'status.conditions[Ready]',
              `${condition?.status ?? 'absent'} ${condition?.reason ?? ''}: ${
                condition?.message ?? ''
              }`,
            ),
          ],
          remedy: [
            {
              text: 'See what the node and its instance report',
              command: shellCommand`kubectl describe node ${node.name}`,
            },
            many
              ? {
                  text: 'Many nodes are silent at once: look at the network and the API server first, and delete none of them',
                }
              : replaceNode(
                  ctx,
                  node.name,
                  'If it does not come back and its instance is broken',
                ),
          ],
          touches: [touch.node(node.name)],
          group: many ? 'many' : undefined,
        },
      ];
    });
    return unsure && findings.length === 0
      ? { findings, unknown: 'needs a second look' }
      : { findings };
  },
};

function ready(node: NodeFacts): boolean {
  return conditionOf(node, 'Ready')?.status === 'True';
}

function inService(node: NodeFacts, ctx: RuleContext): boolean {
  if (node.deletedAt !== undefined) {
    return false;
  }
  if (node.labels['karpenter.sh/initialized'] === 'true') {
    return true;
  }
  if (node.labels['karpenter.sh/nodepool'] !== undefined) {
    return false;
  }
  const age = ctx.age(node.createdAt);
  return age === undefined || age > 10 * MINUTE;
}
