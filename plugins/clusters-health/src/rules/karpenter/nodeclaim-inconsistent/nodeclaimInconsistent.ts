import { poolOf } from '../../../model/ClusterIndex';
import { Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf, NodeClaimFacts } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimInconsistentDoc } from './nodeclaimInconsistentDoc';

/** L10: a NodeClaim has two nodes, or one that is smaller than promised. */
export const nodeclaimInconsistent: Rule = {
  code: 'karpenter/L10',
  id: 'nodeclaim-inconsistent',
  component: 'karpenter',
  doc: nodeclaimInconsistentDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  evaluate(ctx) {
    return {
      findings: ctx.index.ownClaims().flatMap(claim => {
        const condition = fault(claim);
        if (!condition || claim.deletedAt !== undefined) return [];
        const twice = condition.reason === 'MultipleNodesFound';
        return [
          {
            severity: 'warning' as const,
            subject: subjectOf('NodeClaim', claim),
            since: ctx.heldSince(
              `nodeclaimInconsistent/${claim.name}`,
              condition.since,
            ),
            title: twice
              ? `NodeClaim ${claim.name} has more than one node`
              : `Node ${
                  claim.nodeName ?? claim.name
                } is smaller than was ordered`,
            evidence: [
              evidenceOf(
                'NodeClaim',
                claim,
                `status.conditions[${condition.type}]`,
                `False ${condition.reason ?? ''}: ${condition.message ?? ''}`,
              ),
            ],
            remedy: [
              {
                text: 'Read the event FailedConsistencyCheck',
                command: shellCommand`kubectl describe nodeclaim ${claim.name}`,
              },
            ],
            touches: [
              touch.claim(claim.name),
              touch.pool(poolOf(claim) ?? ''),
              touch.node(claim.nodeName ?? ''),
            ],
          },
        ];
      }),
    };
  },
};

function fault(claim: NodeClaimFacts) {
  const registered = conditionOf(claim, 'Registered');
  if (
    registered?.status === 'False' &&
    registered.reason === 'MultipleNodesFound'
  ) {
    return registered;
  }
  const consistent = conditionOf(claim, 'ConsistentStateFound');
  return consistent?.status === 'False' ? consistent : undefined;
}
