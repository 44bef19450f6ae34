import type { Rule } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { runsLinuxPods } from '../../../model/agentPlacement';
import { unschedulable } from '../../../model/unschedulable';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { isAtLeast } from '../../../model/versions';
import type { NodeFacts, WorkloadFacts } from '../../../kinds';
import { tolerates } from '../../../kinds';
import { operatorDoesNotTolerateDoc } from './operatorDoesNotTolerateDoc';

/** D18: the operator tolerates the taints of no node. */
export const operatorDoesNotTolerate: Rule = {
  code: 'cilium/D18',
  id: 'operator-does-not-tolerate',
  component: 'cilium',
  doc: operatorDoesNotTolerateDoc,
  needs: ['deployments', 'pods', 'nodes'],
  uses: ['daemonsets'],
  evaluate(ctx) {
    const operator = ctx.index.ciliumOperator();
    if (!operator) {
      return unknown('there is no Cilium operator Deployment');
    }
    const narrowed = isAtLeast(ctx.index.ciliumVersion(), '1.18.0');
    if (narrowed === undefined) {
      return unknown("Cilium's version is not known");
    }
    if (!narrowed) {
      return notApplicable('the operator tolerates everything before 1.18');
    }
    return evaluatePods(ctx, operator);
  },
};

function evaluatePods(ctx: RuleContext, operator: WorkloadFacts) {
  const waiting = ctx.index
    .ciliumOperatorPods()
    .filter(pod => !pod.nodeName && unschedulable(pod));
  const nodes = ctx.items('nodes').filter(runsLinuxPods);
  if (waiting.length === 0 || nodes.length === 0) {
    return pass();
  }
  const keys = nodes.map(node => untolerated(operator, node));
  if (keys.some(key => key === undefined)) {
    return pass();
  }
  const [pod] = waiting;
  const taints = [...new Set(keys)].join(', ');
  return {
    findings: [
      {
        severity: 'critical' as const,
        subject: subjectOf('Deployment', operator),
        since: ctx.heldSince('operator-untolerated', unschedulable(pod)?.since),
        title: `Cilium operator cannot be scheduled: it does not tolerate ${taints}`,
        evidence: [
          evidenceOf(
            'Pod',
            pod,
            'status.conditions[PodScheduled]',
            unschedulable(pod)?.message,
          ),
          evidenceOf(
            'Deployment',
            operator,
            'spec.template.spec.tolerations',
            operator.tolerations.map(one => one.key ?? '*').join(', '),
          ),
        ],
        remedy: [
          {
            text: `Add the taint to operator.tolerations in the values of Cilium: ${taints}`,
          },
        ],
        touches: [touch.component('cilium')],
      },
    ],
  };
}

/**
 * Key of a taint that keeps the operator off the node; undefined when there is
 * none.
 */
function untolerated(
  operator: WorkloadFacts,
  node: NodeFacts,
): string | undefined {
  return node.taints.find(
    taint =>
      taint.effect !== 'PreferNoSchedule' &&
      !tolerates(operator.tolerations, taint),
  )?.key;
}
