import { MINUTE, sayDuration } from '../../../model/durations';
import { poolOf } from '../../../model/ClusterIndex';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { joiningClaims } from '../../../model/joiningClaims';
import { joiningFor } from '../../../rule/joiningFor';
import { isWaitingForCni } from '../../../model/isWaitingForCni';
import { conditionOf, NodeClaimFacts } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeNotInitializedDoc } from './nodeNotInitializedDoc';

const devices = ['ResourceNotRegistered', 'DRADriverPoolsNotPublished'];

/** A node has joined and does not get into service, for another reason than L3 and L4. */
export const nodeNotInitialized: Rule = {
  code: 'clusterworks/node-not-initialized',
  id: 'node-not-initialized',
  component: 'clusterworks',
  doc: nodeNotInitializedDoc,
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
