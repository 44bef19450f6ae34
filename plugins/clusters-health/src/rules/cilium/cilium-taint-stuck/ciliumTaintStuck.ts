import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodeFacts, TaintFacts } from '../../../kinds';
import { conditionOf, tolerates } from '../../../kinds';
import { ciliumNamespace } from '../../../model/cilium/ciliumSettings';
import { isJudged, wasInService } from '../../../model/cilium/nodeState';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumTaintStuckDoc } from './ciliumTaintStuckDoc';

const WARN = 5 * MINUTE;
const CRITICAL = 15 * MINUTE;

/** D06: the startup taint of Cilium stays on a node. */
export const ciliumTaintStuck: Rule = {
  code: 'cilium/D06',
  id: 'cilium-taint-stuck',
  component: 'cilium',
  doc: ciliumTaintStuckDoc,
  needs: ['nodes'],
  uses: ['configmaps', 'pods'],
  details: ['daemonsets'],
  evaluate(ctx) {
    const key = ctx.index.ciliumTaintKey();
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const node of ctx.items('nodes')) {
      const taint = node.taints.find(one => one.key === key);
      if (taint && isJudged(node)) {
        const own = taintedSince(ctx, node, taint);
        const since = ctx.heldSince(`taint/${node.name}`, own);
        if (since === undefined) {
          unsure = true;
        } else if (ctx.now - since > WARN) {
          findings.push(draft(ctx, node, taint, since));
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

/**
 * Since when the node has the taint. The operator sets the taint without a
 * time; on a node that was in service before, the time of the agent pod is
 * used.
 */
function taintedSince(
  ctx: RuleContext,
  node: NodeFacts,
  taint: TaintFacts,
): number | undefined {
  if (taint.timeAdded !== undefined) {
    return taint.timeAdded;
  }
  if (!wasInService(node)) {
    return node.createdAt;
  }
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
  const unserved = whyUnserved(ctx, node);
  return {
    severity: ctx.now - since > CRITICAL ? 'critical' : 'warning',
    subject: subjectOf('Node', node),
    since,
    title: `Node ${node.name} keeps Cilium's start-up taint${
      unserved ? `: ${unserved}` : ''
    }`,
    evidence: [
      evidenceOf(
        'Node',
        node,
        `spec.taints[${taint.key}]`,
        `${taint.value ?? ''}:${taint.effect}`,
      ),
    ],
    remedy: unserved ? serve(ctx) : [waitForAgent(ctx, node)],
    touches: [touch.node(node.name), touch.waitingPods()],
  };
}

function waitForAgent(ctx: RuleContext, node: NodeFacts): RuleRemedy {
  return {
    text: "See whether the node's agent is ready; the operator then removes the taint. Do not remove it by hand",
    command: shellCommand`kubectl -n ${ciliumNamespace(
      ctx,
    )} get pods -l k8s-app=cilium -o wide --field-selector spec.nodeName=${
      node.name
    }`,
  };
}

/**
 * Why no agent pod comes to the node, so that nothing will remove the taint.
 */
function whyUnserved(ctx: RuleContext, node: NodeFacts): string | undefined {
  const agent = ctx.index.ciliumAgent();
  if (!agent || ctx.index.agentBelongsOn(node.name) !== 'no') {
    return undefined;
  }
  const keepsAway = node.taints.find(
    taint =>
      taint.effect !== 'PreferNoSchedule' &&
      !taint.key.startsWith('node.kubernetes.io/') &&
      !tolerates(agent.tolerations, taint),
  );
  return keepsAway
    ? `Cilium's agent does not tolerate its taint ${keepsAway.key}, so none runs there`
    : "Cilium's agent does not select it, so none runs there";
}

function serve(ctx: RuleContext): RuleRemedy[] {
  return [
    {
      text: 'See where the agent may run, and whether it is meant to run on this node',
      command: shellCommand`kubectl -n ${ciliumNamespace(
        ctx,
      )} get daemonset cilium -o jsonpath='{.spec.template.spec.tolerations}{"\\n"}{.spec.template.spec.affinity}{"\\n"}{.spec.template.spec.nodeSelector}{"\\n"}'`,
    },
    {
      text: 'If it is: add the toleration in the values of Cilium (the chart tolerates everything unless told otherwise). If another network serves the node, take the start-up taint out of its NodePool or node group',
    },
  ];
}
