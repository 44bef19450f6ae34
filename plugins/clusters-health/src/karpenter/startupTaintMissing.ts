import { DraftFinding, notApplicable, Rule, RuleRemedy } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { shellCommand } from '../engine/shellCommand';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { agentSelectsPool } from '../model/agentPlacement';
import { Selected } from '../model/daemonSetSelects';
import { NodePoolFacts } from '../kinds';

/** P7: a NodePool does not announce the taint that Cilium takes away. */
export const startupTaintMissing: Rule = {
  code: 'karpenter/P7',
  rule: 'nodepool-startup-taint',
  component: 'karpenter',
  title: "NodePool lacks Cilium's start-up taint",
  means:
    'Karpenter takes the taint on a young node for a lasting one, believes that the pod still fits nowhere, and launches a second node: two of three launches were measured to be superfluous. Pods may also start before the network is there.',
  detect:
    "NodePool spec.template.spec.startupTaints has no entry with the key of Cilium (agent-not-ready-taint-key, default node.cilium.io/agent-not-ready) while Cilium runs. Warning; critical when the operator sets taints itself (set-cilium-node-taints). Pools of EKS Auto Mode, of Windows, and those whose nodes the agent's DaemonSet does not select are left out: nobody would take the taint away there.",
  remedyDoc:
    "Add the start-up taint node.cilium.io/agent-not-ready (NoExecute, value true) in git to every pool that Cilium's agent runs on, GPU pools included.",
  source: 'facts/karpenter.md 0 and 6.C',
  concerns: 'ownPools',
  needs: ['nodepools', 'daemonsets'],
  uses: ['configmaps', 'ec2nodeclasses'],
  evaluate(ctx) {
    const agent = ctx.index.ciliumAgent();
    if (!agent) return notApplicable('Cilium does not run');
    const key = ctx.index.ciliumTaintKey();
    const findings: DraftFinding[] = [];
    let left = 0;
    for (const pool of ctx.index.ownPools()) {
      const nodeClass = ctx.index.classByName().get(pool.nodeClass.name ?? '');
      const selected = agentSelectsPool(agent, pool, nodeClass);
      if (selected === 'no') left += 1;
      else if (!pool.startupTaints.some(taint => taint.key === key)) {
        findings.push(draft(ctx, pool, key, selected));
      }
    }
    return findings.length === 0 &&
      left > 0 &&
      left === ctx.index.ownPools().length
      ? notApplicable("Cilium's agent runs on the nodes of no NodePool")
      : { findings };
  },
};

function draft(
  ctx: RuleContext,
  pool: NodePoolFacts,
  key: string,
  selected: Selected,
): DraftFinding {
  const sets = ctx.index.ciliumConfig()?.['set-cilium-node-taints'] === 'true';
  return {
    severity: sets ? 'critical' : 'warning',
    subject: subjectOf('NodePool', pool),
    title: `NodePool ${pool.name} lacks Cilium's start-up taint: nodes are launched twice`,
    evidence: [
      evidenceOf(
        'NodePool',
        pool,
        'spec.template.spec.startupTaints',
        pool.startupTaints.map(taint => taint.key).join(', ') || '(none)',
      ),
    ],
    remedy: remedy(pool, key, selected),
    touches: [touch.pool(pool.name)],
    group: 'taint',
  };
}

/**
 * Without an agent on its nodes nobody takes the taint away: the change is
 * offered only where the agent is known to run, and keeps the other taints.
 */
function remedy(
  pool: NodePoolFacts,
  key: string,
  selected: Selected,
): RuleRemedy[] {
  const look: RuleRemedy = {
    text: "See which taints the pool announces, and that Cilium's agent will run on its nodes",
    command: shellCommand`kubectl get nodepool ${pool.name} -o jsonpath='{.spec.template.spec.startupTaints}{"\n"}{.spec.template.spec.taints}{"\n"}'`,
  };
  const change = `Add ${key} (value true, effect NoExecute) to the startupTaints of the pool in git`;
  if (selected === 'unknown') {
    return [look, { text: `${change}, if the agent runs there` }];
  }
  const taints = [
    ...pool.startupTaints.map(({ key: own, value, effect }) => ({
      key: own,
      value,
      effect,
    })),
    { key, value: 'true', effect: 'NoExecute' },
  ];
  const patch = JSON.stringify({
    spec: { template: { spec: { startupTaints: taints } } },
  });
  return [
    look,
    {
      text: `${change}; the command does it at once. It changes the template, so Karpenter replaces every node of the pool, as its budgets allow`,
      command: shellCommand`kubectl patch nodepool ${pool.name} --type=merge -p ${patch}`,
    },
  ];
}
