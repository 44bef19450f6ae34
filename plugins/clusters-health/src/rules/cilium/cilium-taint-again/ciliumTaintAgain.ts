import type { DraftFinding, Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf } from '../../../kinds';
import { ciliumNamespace } from '../../../model/cilium/ciliumSettings';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumTaintAgainDoc } from './ciliumTaintAgainDoc';

/** D30: a node in service got the startup taint again. */
export const ciliumTaintAgain: Rule = {
  code: 'cilium/D30',
  id: 'cilium-taint-again',
  component: 'cilium',
  doc: ciliumTaintAgainDoc,
  concerns: 'ownClaims',
  needs: ['nodes', 'nodeclaims'],
  uses: ['configmaps'],
  details: ['daemonsets', 'deployments'],
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
              text: 'See whether the agent of the node comes up again: the operator then removes the taint',
              command: shellCommand`kubectl -n ${ciliumNamespace(
                ctx,
              )} get pods -l k8s-app=cilium -o wide --field-selector spec.nodeName=${
                node.name
              }`,
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
