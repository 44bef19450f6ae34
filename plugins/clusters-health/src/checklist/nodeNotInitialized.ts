import { MINUTE, sayDuration } from '../engine/durations';
import { poolOf } from '../engine/ClusterIndex';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { joiningClaims, joiningFor } from '../karpenter/claimStages';
import { isWaitingForCni } from '../karpenter/waitsForCni';
import { conditionOf, NodeClaimFacts } from '../kinds';
import { shellCommand } from '../engine/shellCommand';

const devices = ['ResourceNotRegistered', 'DRADriverPoolsNotPublished'];

/** A node has joined and does not get into service, for another reason than L3 and L4. */
export const nodeNotInitialized: Rule = {
  code: 'clusterworks/node-not-initialized',
  rule: 'node-not-initialized',
  component: 'clusterworks',
  title: 'New node does not get into service',
  means:
    'The node has registered, but is not Ready, or carries a start-up taint that nobody takes away. Karpenter has no time limit for this.',
  detect:
    'NodeClaim Registered is True and Initialized is not, more than 5 minutes after creation (warning), more than 15 (critical), unless it waits for Cilium (L3) or for a device (L4).',
  remedyDoc: 'Follow the reason: kubelet, a taint of another start-up agent.',
  source: 'facts/karpenter.md 1.5 and 6.C',
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  uses: ['nodes', 'configmaps'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const claim of joiningClaims(ctx).filter(one => waits(ctx, one))) {
      const time = joiningFor(ctx, claim);
      if (!time) unsure = true;
      else if (time.age > 5 * MINUTE) findings.push(draft(claim, time));
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function waits(ctx: RuleContext, claim: NodeClaimFacts): boolean {
  const reason = conditionOf(claim, 'Initialized')?.reason ?? '';
  return (
    conditionOf(claim, 'Registered')?.status === 'True' &&
    !devices.includes(reason) &&
    !isWaitingForCni(ctx, claim)
  );
}

function draft(
  claim: NodeClaimFacts,
  { since, age }: { since: number; age: number },
): DraftFinding {
  const condition = conditionOf(claim, 'Initialized');
  const why = [condition?.reason, condition?.message]
    .filter(Boolean)
    .join(': ');
  const node = claim.nodeName ?? claim.name;
  return {
    severity: age > 15 * MINUTE ? 'critical' : 'warning',
    subject: subjectOf('NodeClaim', claim),
    since,
    title: `Node ${node} has not got into service for ${sayDuration(age)}${
      why ? ` (${why})` : ''
    }`,
    evidence: [
      evidenceOf(
        'NodeClaim',
        claim,
        'status.conditions[Initialized]',
        `${condition?.status ?? 'absent'} ${why}`,
      ),
    ],
    remedy: [
      {
        text: 'See what the kubelet says and which taints are left',
        command: shellCommand`kubectl describe node ${node}`,
      },
    ],
    touches: [
      touch.claim(claim.name),
      touch.node(node),
      touch.pool(poolOf(claim) ?? ''),
      touch.waitingPods(),
    ],
    group: condition?.reason ?? 'unknown',
  };
}
