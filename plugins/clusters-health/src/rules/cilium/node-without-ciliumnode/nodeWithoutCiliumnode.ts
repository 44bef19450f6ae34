import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { ciliumNamespace, setting } from '../../../model/cilium/ciliumSettings';
import { isJudged } from '../../../model/cilium/nodeState';
import { restartAgent } from '../../../model/remedy/ciliumNodeRemedies';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeWithoutCiliumnodeDoc } from './nodeWithoutCiliumnodeDoc';

const TOO_LONG = 5 * MINUTE;

/** D09: the agent of a node has not created the CiliumNode. */
export const nodeWithoutCiliumnode: Rule = {
  code: 'cilium/D09',
  id: 'node-without-ciliumnode',
  component: 'cilium',
  doc: nodeWithoutCiliumnodeDoc,
  needs: ['nodes', 'ciliumnodes', 'pods'],
  uses: ['configmaps'],
  details: ['daemonsets', 'deployments'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const node of ctx.items('nodes')) {
      const agent = ctx.index.ciliumAgentPods().get(node.name);
      const missing = !ctx.index.ciliumNodeByName().has(node.name);
      if (agent && missing && isJudged(node)) {
        const key = `no-ciliumnode/${node.name}`;
        const since = ctx.heldSince(key, node.createdAt);
        if (since === undefined) {
          unsure = true;
        } else if (ctx.now - since > TOO_LONG) {
          const auto = setting(ctx, 'auto-create-cilium-node-resource');
          findings.push({
            severity: 'critical',
            subject: subjectOf('Node', node),
            since,
            title: `Node ${node.name} has an agent, but no CiliumNode`,
            evidence: [
              evidenceOf('Pod', agent, 'spec.nodeName', node.name),
              evidenceOf(
                'ConfigMap',
                { namespace: ciliumNamespace(ctx), name: 'cilium-config' },
                'data.auto-create-cilium-node-resource',
                auto,
              ),
            ],
            remedy: [
              {
                text: 'See whether the agent reaches the instance metadata and the API server',
                command: shellCommand`kubectl -n ${ciliumNamespace(ctx)} logs ${
                  agent.name
                } -c cilium-agent --tail=100`,
              },
              restartAgent(ctx, node.name),
            ],
            touches: [touch.node(node.name), touch.waitingPods()],
            group: auto === 'false' ? 'auto-create' : undefined,
          });
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};
