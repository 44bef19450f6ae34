import { notApplicable, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';

/** P7: a NodePool does not announce the taint that Cilium takes away. */
export const startupTaintMissing: Rule = {
  code: 'karpenter/P7',
  rule: 'nodepool-startup-taint',
  component: 'karpenter',
  title: "NodePool lacks Cilium's start-up taint",
  means:
    'Karpenter takes the taint on a young node for a lasting one, believes that the pod still fits nowhere, and launches a second node: two of three launches were measured to be superfluous. Pods may also start before the network is there.',
  detect:
    'NodePool spec.template.spec.startupTaints has no entry with the key of Cilium (agent-not-ready-taint-key, default node.cilium.io/agent-not-ready) while Cilium runs. Warning; critical when the operator sets taints itself (set-cilium-node-taints).',
  remedyDoc:
    'Add the start-up taint node.cilium.io/agent-not-ready (NoExecute, value true) to every pool, GPU pools included.',
  source: 'facts/karpenter.md 0 and 6.C',
  needs: ['nodepools', 'daemonsets'],
  uses: ['configmaps'],
  evaluate(ctx) {
    if (!ctx.index.ciliumAgent()) return notApplicable('Cilium does not run');
    const key = ctx.index.ciliumTaintKey();
    const sets = ctx.index.ciliumConfig()?.['set-cilium-node-taints'];
    return {
      findings: ctx
        .items('nodepools')
        .filter(pool => !pool.startupTaints.some(taint => taint.key === key))
        .map(pool => ({
          severity:
            sets === 'true' ? ('critical' as const) : ('warning' as const),
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
          remedy: [
            {
              text: 'Add the taint to the pool in git; existing nodes are replaced by drift',
              command: `kubectl patch nodepool ${pool.name} --type=json -p '[{"op":"add","path":"/spec/template/spec/startupTaints","value":[{"key":"${key}","value":"true","effect":"NoExecute"}]}]'`,
            },
          ],
          touches: [touch.pool(pool.name)],
          group: 'taint',
        })),
    };
  },
};
