import { MINUTE, sayDuration, SECOND } from '../engine/durations';
import { Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { RuleContext } from '../engine/RuleContext';
import { replaceNode } from '../model/replaceNode';
import { conditionOf, NodeFacts } from '../kinds';
import { shellCommand } from '../engine/shellCommand';

/** A node that was in service and whose kubelet says it is not, or is silent. */
export const nodeNotReady: Rule = {
  code: 'clusterworks/node-not-ready',
  rule: 'node-not-ready',
  component: 'clusterworks',
  title: 'Node in service is not Ready',
  means:
    'The kubelet of a node that had joined stopped reporting or reports that it cannot run pods. Its NodeClaim still says Ready: Karpenter does not look at this after initialization.',
  detect:
    'Node condition Ready is False or Unknown for 20 s and more on a node older than 10 minutes or one that Karpenter has initialized, and that is not being deleted. Warning; critical when more than half of at least four nodes are silent.',
  remedyDoc:
    'Look at the instance (status checks, system log, memory), then drain and replace it. With the feature gate NodeRepair Karpenter replaces it after 30 minutes.',
  source: 'facts/karpenter-observed.md 33',
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
  if (node.deletedAt !== undefined) return false;
  if (node.labels['karpenter.sh/initialized'] === 'true') return true;
  if (node.labels['karpenter.sh/nodepool'] !== undefined) return false;
  const age = ctx.age(node.createdAt);
  return age === undefined || age > 10 * MINUTE;
}
