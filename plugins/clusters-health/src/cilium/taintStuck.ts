import { MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf, NodeFacts, TaintFacts } from '../kinds';
import { ciliumNamespace } from './ciliumContext';
import { isJudged, wasInService } from './nodeState';
import { shellCommand } from '../engine/shellCommand';

const WARN = 5 * MINUTE;
const CRITICAL = 15 * MINUTE;

/** D06: the start-up taint of Cilium stays on a node. */
export const taintStuck: Rule = {
  code: 'cilium/D06',
  rule: 'cilium-taint-stuck',
  component: 'cilium',
  title: 'Start-up taint of Cilium stays',
  means:
    'No ordinary pod is scheduled to the node, and Karpenter does not count it as initialised. The operator takes the taint away as soon as the agent is ready: what stays shows that one of the two does not work.',
  detect:
    "A taint with Cilium's key (agent-not-ready-taint-key) for more than 5 minutes (warning) or 15 (critical), from the node's creation, or from the moment that the agent of a node in service became unready.",
  remedyDoc:
    'Find the cause in D01, D02, D03 and D07 of the same node. Never take the taint away by hand: pods would start without a network.',
  source: 'facts/cilium.md 3.4 D06',
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
