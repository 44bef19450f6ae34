import { DraftFinding, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf } from '../kinds';
import { shellCommand } from '../engine/shellCommand';

/** D30: a node in service got the start-up taint back. */
export const taintFlap: Rule = {
  code: 'cilium/D30',
  rule: 'cilium-taint-again',
  component: 'cilium',
  title: 'Node in service is tainted again',
  means:
    'The agent of the node restarts, and the operator keeps new pods off until it is ready. Karpenter takes the taint for a real one and may launch a further node for pods that wait meanwhile.',
  detect:
    "A node whose NodeClaim is Initialized has a taint with Cilium's key and effect NoSchedule.",
  remedyDoc:
    'Expected during a rollout of the agent: keep its maxUnavailable small. When it stays, see D06.',
  source: 'facts/cilium.md 3.4 D30, facts/karpenter.md 6.C',
  concerns: 'ownClaims',
  needs: ['nodes', 'nodeclaims'],
  uses: ['configmaps'],
  evaluate(ctx) {
    const key = ctx.index.ciliumTaintKey();
    const findings: DraftFinding[] = [];
    for (const claim of ctx.index.ownClaims()) {
      const node = ctx.index.nodeByName().get(claim.nodeName ?? '');
      const taint = node?.taints.find(
        one => one.key === key && one.effect === 'NoSchedule',
      );
      const inService = conditionOf(claim, 'Initialized')?.status === 'True';
      if (node && taint && inService && claim.deletedAt === undefined) {
        findings.push({
          severity: 'info',
          subject: subjectOf('Node', node),
          since: ctx.heldSince(`taint-again/${node.name}`, taint.timeAdded),
          title: `Node ${node.name} is in service and has Cilium's start-up taint again`,
          evidence: [
            evidenceOf('Node', node, `spec.taints[${key}]`, taint.effect),
          ],
          remedy: [
            {
              text: 'It goes away when the agent of the node is ready again',
              command: shellCommand`kubectl -n kube-system get pods -l k8s-app=cilium --field-selector spec.nodeName=${node.name}`,
            },
          ],
          touches: [touch.node(node.name), touch.claim(claim.name)],
          group: 'taint-again',
        });
      }
    }
    return { findings };
  },
};
