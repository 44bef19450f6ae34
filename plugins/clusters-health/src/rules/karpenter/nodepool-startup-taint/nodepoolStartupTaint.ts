import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import type { RuleContext } from '../../../rule/RuleContext';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { agentSelectsPool } from '../../../model/agentPlacement';
import type { Selected } from '../../../model/daemonSetSelects';
import type { NodePoolFacts } from '../../../kinds';
import { nodepoolStartupTaintDoc } from './nodepoolStartupTaintDoc';

/** P7: a NodePool does not declare the startup taint that Cilium removes. */
export const nodepoolStartupTaint: Rule = {
  code: 'karpenter/P7',
  id: 'nodepool-startup-taint',
  component: 'karpenter',
  doc: nodepoolStartupTaintDoc,
  concerns: 'ownPools',
  needs: ['nodepools', 'daemonsets'],
  uses: ['configmaps', 'ec2nodeclasses'],
  details: ['deployments'],
  evaluate(ctx) {
    const agent = ctx.index.ciliumAgent();
    if (!agent) {
      return notApplicable('Cilium does not run');
    }
    const key = ctx.index.ciliumTaintKey();
    const findings: DraftFinding[] = [];
    let left = 0;
    for (const pool of ctx.index.ownPools()) {
      const nodeClass = ctx.index.classByName().get(pool.nodeClass.name ?? '');
      const selected = agentSelectsPool(agent, pool, nodeClass);
      if (selected === 'no') {
        left += 1;
      } else if (!pool.startupTaints.some(taint => taint.key === key)) {
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
    remedy: remedy(ctx, pool, key, selected),
    touches: [touch.pool(pool.name)],
    group: 'taint',
  };
}

/** Whether agents and operator run, which take the taint off new nodes. */
function isServed({ index }: RuleContext): boolean {
  const agent = index.ciliumAgent();
  const operator = index.ciliumOperator();
  return (
    agent !== undefined &&
    agent.ready >= (agent.desired ?? Infinity) &&
    operator !== undefined &&
    operator.available > 0
  );
}

/**
 * Without an agent on the nodes of the pool, nothing removes the taint. The
 * command is therefore offered only when the agent is known to run there and
 * is ready everywhere, and it keeps the other taints.
 */
function remedy(
  ctx: RuleContext,
  pool: NodePoolFacts,
  key: string,
  selected: Selected,
): RuleRemedy[] {
  const look: RuleRemedy = {
    text: "See which taints the pool announces, and that Cilium's agent will run on its nodes",
    command: shellCommand`kubectl get nodepool ${pool.name} -o jsonpath='{.spec.template.spec.startupTaints}{"\\n"}{.spec.template.spec.taints}{"\\n"}'`,
  };
  const change = `Add ${key} (value true, effect NoExecute) to the startupTaints of the pool in git`;
  if (selected === 'unknown') {
    return [look, { text: `${change}, if the agent runs there` }];
  }
  if (!isServed(ctx)) {
    return [
      look,
      {
        text: `First bring agents and operator of Cilium up: until they run, nothing takes the taint off a new node. Then: ${change}`,
      },
    ];
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
