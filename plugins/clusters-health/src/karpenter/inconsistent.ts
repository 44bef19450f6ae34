import { poolOf } from '../engine/ClusterIndex';
import { Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf, NodeClaimFacts } from '../kinds';
import { shellCommand } from '../engine/shellCommand';

/** L10: a NodeClaim has two nodes, or one that is smaller than promised. */
export const inconsistent: Rule = {
  code: 'karpenter/L10',
  rule: 'nodeclaim-inconsistent',
  component: 'karpenter',
  title: 'Node is not what was ordered',
  means:
    'Two nodes carry the same provider id, or the node has less than 90 % of the memory or CPU that Karpenter counted on: pods that were planned for it do not fit.',
  detect:
    'NodeClaim condition Registered is False with reason MultipleNodesFound, or ConsistentStateFound is False.',
  remedyDoc:
    'Custom images: see what they take. Else raise settings.vmMemoryOverheadPercent.',
  source: 'facts/karpenter.md 1.5 and 6.C',
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
            since: ctx.heldSince(`inconsistent/${claim.name}`, condition.since),
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
