import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodeFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { ciliumNamespace, setting } from '../../../model/cilium/ciliumSettings';
import { isJudged } from '../../../model/cilium/nodeState';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { networkStatusMissingDoc } from './networkStatusMissingDoc';

const TOO_LONG = 2 * MINUTE;

/** D19: the operator does not report that the network of a node is up. */
export const networkStatusMissing: Rule = {
  code: 'cilium/D19',
  id: 'network-status-missing',
  component: 'cilium',
  doc: networkStatusMissingDoc,
  needs: ['nodes', 'pods'],
  uses: ['configmaps'],
  details: ['daemonsets', 'deployments'],
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
        if (since === undefined) {
          unsure = true;
        } else if (ctx.now - since > TOO_LONG) {
          findings.push(draft(ctx, node, status, since));
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
  ctx: RuleContext,
  node: NodeFacts,
  status: string | undefined,
  since: number,
): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('Node', node),
    since,
    title: `Cilium's operator has not reported that the network of node ${node.name} is up`,
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
        command: shellCommand`kubectl -n ${ciliumNamespace(
          ctx,
        )} get deployment -l io.cilium/app=operator -o wide`,
      },
    ],
    touches: [touch.node(node.name)],
    group: 'network-status',
  };
}
