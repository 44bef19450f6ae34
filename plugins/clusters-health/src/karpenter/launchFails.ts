import { MINUTE, sayDuration } from '../engine/durations';
import { poolOf } from '../engine/ClusterIndex';
import { DraftFinding, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf } from '../kinds';
import { joiningClaims, joiningFor } from './claimStages';
import { shellCommand } from '../engine/shellCommand';

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
export const launchFails: Rule = {
  code: 'karpenter/L1',
  rule: 'nodeclaim-launch-fails',
  component: 'karpenter',
  title: 'Instance is not launched',
  means:
    'EC2 or IAM refuses the launch for a reason that does not go away by itself: rights, quota, a broken image or group. Karpenter tries again until its timeout (5 minutes since 1.7) and starts over with a new NodeClaim.',
  detect:
    'NodeClaim condition Launched is not True a minute after creation: critical with a reason other than AwaitingReconciliation, else a warning.',
  remedyDoc:
    'Follow the reason: rights, quota, service-linked role, addresses.',
  source: 'facts/karpenter.md 1.5 and 6.C, facts/karpenter-observed.md 28',
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const claim of joiningClaims(ctx)) {
      const condition = conditionOf(claim, 'Launched');
      if (condition?.status !== 'True') {
        const time = joiningFor(ctx, claim);
        if (!time) unsure = true;
        else if (time.age > MINUTE) {
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
