import { MINUTE } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf, NodeFacts, TaintFacts } from '../../../kinds';
import { ciliumNamespace } from '../../../model/cilium/ciliumSettings';
import { isJudged, wasInService } from '../../../model/cilium/nodeState';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumTaintStuckDoc } from './ciliumTaintStuckDoc';

const WARN = 5 * MINUTE;
const CRITICAL = 15 * MINUTE;

/** D06: the start-up taint of Cilium stays on a node. */
export const ciliumTaintStuck: Rule = {
  code: 'cilium/D06',
  id: 'cilium-taint-stuck',
  component: 'cilium',
  doc: ciliumTaintStuckDoc,
  needs: ['nodes'],
  uses: ['configmaps', 'pods'],
  evaluate(ctx) {
    const key = ctx.index.ciliumTaintKey();
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const node of ctx.items('nodes')) {
      const taint = node.taints.find(one => one.key === key);
      if (taint && isJudged(node)) {
        const own = taintedSince(ctx, node, taint);
        const since = ctx.heldSince(`taint/${node.name}`, own);
        if (since === undefined) unsure = true;
        else if (ctx.now - since > WARN) {
          findings.push(draft(ctx, node, taint, since));
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

/** The operator's own taint carries no time: a node in service has the agent's. */
function taintedSince(
  ctx: RuleContext,
  node: NodeFacts,
  taint: TaintFacts,
): number | undefined {
  if (taint.timeAdded !== undefined) return taint.timeAdded;
  if (!wasInService(node)) return node.createdAt;
  const agent = ctx.index.ciliumAgentPods().get(node.name);
  const ready = agent && conditionOf(agent, 'Ready');
  return ready && ready.status !== 'True' ? ready.since : undefined;
}

function draft(
  ctx: RuleContext,
  node: NodeFacts,
  taint: TaintFacts,
  since: number,
): DraftFinding {
  return {
    severity: ctx.now - since > CRITICAL ? 'critical' : 'warning',
    subject: subjectOf('Node', node),
    since,
    title: `Node ${node.name} keeps Cilium's start-up taint`,
    evidence: [
      evidenceOf(
        'Node',
        node,
        `spec.taints[${taint.key}]`,
        `${taint.value ?? ''}:${taint.effect}`,
      ),
    ],
    remedy: [
      {
        text: "See whether the node's agent is ready; the operator takes the taint away then. Do not remove it by hand",
        command: shellCommand`kubectl -n ${ciliumNamespace(
          ctx,
        )} get pods -l k8s-app=cilium -o wide --field-selector spec.nodeName=${
          node.name
        }`,
      },
    ],
    touches: [touch.node(node.name), touch.waitingPods()],
  };
}
