import { MINUTE } from '../engine/durations';
import { DraftFinding, notApplicable, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf, NodeFacts } from '../kinds';
import { setting } from './ciliumContext';
import { isJudged } from './nodeState';
import { fixedCommand } from '../engine/shellCommand';

const TOO_LONG = 2 * MINUTE;

/** D19: the operator does not say that a node's network is up. */
export const networkUnavailable: Rule = {
  code: 'cilium/D19',
  rule: 'network-status-missing',
  component: 'cilium',
  title: 'Network status of a node is missing',
  means:
    'The agent is ready, but the operator has not said so on the Node: most often it does not work. The condition is only ever set to "up": that it is there does not prove that the agent lives.',
  detect:
    'Node condition NetworkUnavailable absent or not False, more than 2 minutes after its agent became ready.',
  remedyDoc:
    'Check the operator (D03) and operator.setNodeNetworkStatus in the values of Cilium.',
  source: 'facts/cilium.md 3.4 D19',
  needs: ['nodes', 'pods'],
  uses: ['configmaps'],
  evaluate(ctx) {
    if (setting(ctx, 'set-cilium-is-up-condition') === 'false') {
      return notApplicable('the operator is told not to write it');
    }
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const node of ctx.items('nodes')) {
      const ready = readyAgentSince(ctx, node);
      const status = conditionOf(node, 'NetworkUnavailable')?.status;
      if (ready && status !== 'False' && isJudged(node)) {
        const since = ctx.heldSince(`network/${node.name}`, ready.since);
        if (since === undefined) unsure = true;
        else if (ctx.now - since > TOO_LONG) {
          findings.push(draft(node, status, since));
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function readyAgentSince(ctx: RuleContext, node: NodeFacts) {
  const agent = ctx.index.ciliumAgentPods().get(node.name);
  const ready = agent && conditionOf(agent, 'Ready');
  return ready?.status === 'True' ? ready : undefined;
}

function draft(
  node: NodeFacts,
  status: string | undefined,
  since: number,
): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('Node', node),
    since,
    title: `Cilium's operator has not said that the network of node ${node.name} is up`,
    evidence: [
      evidenceOf(
        'Node',
        node,
        'status.conditions[NetworkUnavailable].status',
        status,
      ),
    ],
    remedy: [
      {
        text: 'See whether the operator works',
        command: fixedCommand`kubectl -n kube-system get deployment cilium-operator -o wide`,
      },
    ],
    touches: [touch.node(node.name)],
    group: 'network-status',
  };
}
