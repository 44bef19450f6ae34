import { MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { ciliumNamespace, setting } from './ciliumContext';
import { isJudged } from './nodeState';
import { restartAgent } from './stuckRemedies';
import { shellCommand } from '../engine/shellCommand';

const TOO_LONG = 5 * MINUTE;

/** D09: the agent of a node has not made its CiliumNode. */
export const nodeWithoutCiliumNode: Rule = {
  code: 'cilium/D09',
  rule: 'node-without-ciliumnode',
  component: 'cilium',
  title: 'Node without a CiliumNode',
  means:
    'The agent could not say that the node exists: the operator gives it no addresses, and no pod starts there.',
  detect:
    'A Node older than 5 minutes with an agent pod and without a CiliumNode of its name.',
  remedyDoc:
    "The agent does not reach the instance metadata or the API server, or auto-create-cilium-node-resource is off. Restart the node's agent.",
  source: 'facts/cilium.md 3.4 D09',
  needs: ['nodes', 'ciliumnodes', 'pods'],
  uses: ['configmaps'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const node of ctx.items('nodes')) {
      const agent = ctx.index.ciliumAgentPods().get(node.name);
      const missing = !ctx.index.ciliumNodeByName().has(node.name);
      if (agent && missing && isJudged(node)) {
        const key = `no-ciliumnode/${node.name}`;
        const since = ctx.heldSince(key, node.createdAt);
        if (since === undefined) unsure = true;
        else if (ctx.now - since > TOO_LONG) {
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
              restartAgent(node.name),
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
