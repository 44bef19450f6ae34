import type { Rule } from '../../../rule/Rule';
import { isAtLeast } from '../../../model/versions';
import type { NodeClassFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { classFinding } from '../../../rule/nodeClassRule';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclassStickyCidrDoc } from './nodeclassStickyCidrDoc';

/**
 * N6: the Karpenter bug with which a class stays not Ready after the cause is
 * gone.
 */
export const nodeclassStickyCidr: Rule = {
  code: 'karpenter/N6',
  id: 'nodeclass-sticky-cidr',
  component: 'karpenter',
  doc: nodeclassStickyCidrDoc,
  needs: ['ec2nodeclasses'],
  uses: ['deployments'],
  details: ['nodepools', 'nodeclaims'],
  evaluate(ctx) {
    const fixed = isAtLeast(ctx.index.karpenterVersion(), '1.7.0') === true;
    if (fixed) {
      return { findings: [], notApplicable: 'repaired in 1.7' };
    }
    const findings = ctx
      .items('ec2nodeclasses')
      .filter(isSticky)
      .map(nodeClass => {
        const condition = conditionOf(nodeClass, 'Ready');
        return classFinding(
          ctx,
          nodeClass,
          {
            condition,
            how: 'False' as const,
            since: ctx.heldSince(`sticky/${nodeClass.name}`, condition?.since),
          },
          'Ready',
          'is stuck although all its parts are ready',
          [
            {
              text: 'See what the class says of its parts',
              command: shellCommand`kubectl describe ec2nodeclass ${nodeClass.name}`,
            },
            {
              text: 'Upgrade to Karpenter 1.7 or newer. Until then only a change of the spec of the class (in git) makes Karpenter look again; most fields, tags among them, make it replace every node of the class as drifted',
            },
          ],
        );
      });
    return { findings };
  },
};

function isSticky(nodeClass: NodeClassFacts): boolean {
  const ready = conditionOf(nodeClass, 'Ready');
  const others = nodeClass.conditions.filter(({ type }) => type !== 'Ready');
  return (
    ready?.status === 'False' &&
    ready.reason === 'NodeClassNotReady' &&
    others.length > 0 &&
    others.every(({ status }) => status === 'True')
  );
}
