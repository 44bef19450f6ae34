import { MINUTE, sayDuration } from '../../../model/durations';
import { poolOf } from '../../../model/ClusterIndex';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { eksClusterName } from '../../../model/eksClusterName';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf, NodeClaimFacts } from '../../../kinds';
import { joiningClaims } from '../../../model/joiningClaims';
import { joiningFor } from '../../../rule/joiningFor';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimNotRegisteringDoc } from './nodeclaimNotRegisteringDoc';

/** L2: an instance runs but never becomes a node. */
export const nodeclaimNotRegistering: Rule = {
  code: 'karpenter/L2',
  id: 'nodeclaim-not-registering',
  component: 'karpenter',
  doc: nodeclaimNotRegisteringDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const claim of joiningClaims(ctx).filter(isMissing)) {
      const time = joiningFor(ctx, claim);
      if (!time) unsure = true;
      else if (time.age > 3 * MINUTE) findings.push(draft(ctx, claim, time));
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function isMissing(claim: NodeClaimFacts): boolean {
  const registered = conditionOf(claim, 'Registered');
  return (
    conditionOf(claim, 'Launched')?.status === 'True' &&
    registered?.status !== 'True' &&
    registered?.reason !== 'MultipleNodesFound'
  );
}

function draft(
  ctx: RuleContext,
  claim: NodeClaimFacts,
  { since, age }: { since: number; age: number },
): DraftFinding {
  const pool = poolOf(claim) ?? '';
  const instance = claim.providerId?.split('/').pop() ?? '<instance id>';
  const registered = conditionOf(claim, 'Registered');
  return {
    severity: age > 10 * MINUTE ? 'critical' : 'warning',
    subject: subjectOf('NodeClaim', claim),
    since,
    title: `Instance ${instance} of NodePool ${pool} has not joined for ${sayDuration(
      age,
    )}; Karpenter deletes it at 15 min`,
    evidence: [
      evidenceOf(
        'NodeClaim',
        claim,
        'status.conditions[Registered]',
        `${registered?.status ?? 'absent'} ${registered?.reason ?? ''}: ${
          registered?.message ?? ''
        }`,
      ),
    ],
    remedy: [
      {
        text: 'Read how far the instance came',
        command: shellCommand`aws ec2 get-console-output --instance-id ${instance} --latest --output text`,
      },
      {
        text: 'See whether the node role may join',
        command: shellCommand`aws eks list-access-entries --cluster-name ${eksClusterName(
          ctx,
        )}`,
      },
    ],
    touches: [
      touch.claim(claim.name),
      touch.pool(pool),
      touch.nodeClass(claim.nodeClass ?? ''),
      touch.waitingPods(),
    ],
    group: pool,
  };
}
