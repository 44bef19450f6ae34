import { MINUTE, sayDuration } from '../../../model/durations';
import { poolOf } from '../../../model/poolOf';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { eksClusterName } from '../../../model/eksClusterName';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodeClaimFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { joiningClaims } from '../../../model/joiningClaims';
import { joiningFor } from '../../../rule/joiningFor';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { diedBeforeJoining } from './diedBeforeJoining';
import { nodeclaimNotRegisteringDoc } from './nodeclaimNotRegisteringDoc';

/** L2: an instance runs but never becomes a node. */
export const nodeclaimNotRegistering: Rule = {
  code: 'karpenter/L2',
  id: 'nodeclaim-not-registering',
  component: 'karpenter',
  doc: nodeclaimNotRegisteringDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  uses: ['events', 'nodepools'],
  details: ['pods', 'deployments'],
  evaluate(ctx) {
    const findings: DraftFinding[] = diedBeforeJoining(ctx);
    let unsure = false;
    for (const claim of joiningClaims(ctx).filter(isMissing)) {
      const time = joiningFor(ctx, claim);
      if (!time) {
        unsure = true;
      } else if (time.age > patienceFor(claim).warning) {
        findings.push(draft(ctx, claim, time));
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

/**
 * How long a node may take to register: bare metal starts its hardware first,
 * which takes minutes.
 */
function patienceFor({ labels }: NodeClaimFacts) {
  const type = labels['node.kubernetes.io/instance-type'] ?? '';
  return /\.metal(-|$)/.test(type)
    ? { warning: 12 * MINUTE, critical: 14 * MINUTE }
    : { warning: 3 * MINUTE, critical: 10 * MINUTE };
}

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
    severity: age > patienceFor(claim).critical ? 'critical' : 'warning',
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
      {
        text: 'See whether it reaches the API server: its security groups must be let in by those of the cluster, and its subnet needs a way there (NAT or VPC endpoints)',
        command: shellCommand`aws ec2 describe-instances --instance-ids ${instance} --query 'Reservations[].Instances[].[SubnetId,SecurityGroups]' --output json`,
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
