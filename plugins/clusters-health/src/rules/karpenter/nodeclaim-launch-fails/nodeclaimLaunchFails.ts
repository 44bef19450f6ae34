import { MINUTE, sayDuration } from '../../../model/durations';
import { poolOf } from '../../../model/poolOf';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf } from '../../../kinds';
import { joiningClaims } from '../../../model/joiningClaims';
import { joiningFor } from '../../../rule/joiningFor';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimLaunchFailsDoc } from './nodeclaimLaunchFailsDoc';

const hints: Record<string, string> = {
  Unauthorized:
    "EC2 refuses the controller: compare its policy with that of its version, and the organisation's service control policies",
  SpotSLRCreationFailed:
    'Make the service-linked role once: aws iam create-service-linked-role --aws-service-name spot.amazonaws.com',
  FleetQuotaExceeded: 'Ask for a higher quota of fleets',
  SpotQuotaExceeded: 'Ask for a higher quota of spot instances',
  VCPULimitExceeded: 'Ask for a higher quota of vCPUs of on-demand instances',
  InsufficientFreeAddressesInSubnet:
    'The subnet has no free address: add a secondary CIDR or larger subnets',
  RequestLimitExceeded: 'EC2 throttles the account: fewer launches at a time',
};

/** L1: EC2 does not launch the instance of a NodeClaim. */
export const nodeclaimLaunchFails: Rule = {
  code: 'karpenter/L1',
  id: 'nodeclaim-launch-fails',
  component: 'karpenter',
  doc: nodeclaimLaunchFailsDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const claim of joiningClaims(ctx)) {
      const condition = conditionOf(claim, 'Launched');
      if (condition?.status !== 'True') {
        const time = joiningFor(ctx, claim);
        if (!time) {
          unsure = true;
        } else if (time.age > MINUTE) {
          const { reason = 'AwaitingReconciliation', message = '' } =
            condition ?? {};
          const known = reason !== 'AwaitingReconciliation';
          const pool = poolOf(claim) ?? '';
          findings.push({
            severity: known ? 'critical' : 'warning',
            subject: subjectOf('NodeClaim', claim),
            since: time.since,
            title: known
              ? `NodePool ${pool} cannot launch: ${reason}${
                  message ? ` (${message})` : ''
                }`
              : `NodeClaim ${claim.name} was not launched for ${sayDuration(
                  time.age,
                )}`,
            evidence: [
              evidenceOf(
                'NodeClaim',
                claim,
                'status.conditions[Launched]',
                `${condition?.status ?? 'absent'} ${reason}: ${message}`,
              ),
            ],
            remedy: [
              { text: hints[reason] ?? 'Follow the message' },
              {
                text: 'Read what EC2 said',
                command: shellCommand`kubectl describe nodeclaim ${claim.name}`,
              },
            ],
            touches: [
              touch.claim(claim.name),
              touch.pool(pool),
              touch.nodeClass(claim.nodeClass ?? ''),
              touch.waitingPods(),
            ],
            group: known ? `${pool}/${reason}` : pool,
          });
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};
