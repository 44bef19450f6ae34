import {
  HOUR,
  MINUTE,
  parseGoDuration,
  sayDuration,
} from '../../../model/durations';
import { poolOf } from '../../../model/ClusterIndex';
import { drainBlockers } from '../../../model/disruption/drainBlockers';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf, NodeClaimFacts } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimStuckDeletingDoc } from './nodeclaimStuckDeletingDoc';

/** L6: a node that was told to go does not go. */
export const nodeclaimStuckDeleting: Rule = {
  code: 'karpenter/L6',
  id: 'nodeclaim-stuck-deleting',
  component: 'karpenter',
  doc: nodeclaimStuckDeletingDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  details: ['pods', 'poddisruptionbudgets'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const claim of ctx.index.ownClaims()) {
      if (claim.deletedAt !== undefined) {
        const age = ctx.age(claim.deletedAt);
        if (age === undefined) unsure = true;
        else if (age > patience(claim)) findings.push(draft(ctx, claim, age));
      }
    }
    return unsure
      ? { findings, unknown: 'a NodeClaim is deleted at a time to come' }
      : { findings };
  },
};

function patience(claim: NodeClaimFacts): number {
  const grace = parseGoDuration(claim.terminationGracePeriod);
  return grace === undefined || !Number.isFinite(grace)
    ? 15 * MINUTE
    : Math.min(15 * MINUTE, grace + 5 * MINUTE);
}

function draft(
  ctx: RuleContext,
  claim: NodeClaimFacts,
  age: number,
): DraftFinding {
  const node = claim.nodeName ?? claim.name;
  const blockers = claim.nodeName ? drainBlockers(ctx, claim.nodeName) : [];
  const [first] = blockers;
  const by = first
    ? `; held by ${
        first.pdb
          ? `PodDisruptionBudget ${first.pdb.name}`
          : `pod ${first.pod.name}`
      }`
    : '';
  const stage = ['Drained', 'VolumesDetached', 'InstanceTerminating']
    .map(type => conditionOf(claim, type))
    .find(condition => condition && condition.status !== 'True');
  return {
    severity: age > HOUR ? 'critical' : 'warning',
    subject: subjectOf('NodeClaim', claim),
    since: claim.deletedAt,
    title: `Node ${node} has not gone for ${sayDuration(age)}${by}`,
    evidence: [
      evidenceOf(
        'NodeClaim',
        claim,
        'metadata.deletionTimestamp',
        claim.deletedAt && new Date(claim.deletedAt).toISOString(),
      ),
      ...(stage
        ? [
            evidenceOf(
              'NodeClaim',
              claim,
              `status.conditions[${stage.type}]`,
              `${stage.status} ${stage.reason ?? ''}`,
            ),
          ]
        : []),
      ...blockers
        .slice(0, 5)
        .map(({ pod, why }) => evidenceOf('Pod', pod, 'blocks the drain', why)),
    ],
    remedy: [
      ...blockers
        .slice(0, 3)
        .map(({ free }) => ({ text: `To free it, ${free}` })),
      {
        text: 'See what is left on the node',
        command: shellCommand`kubectl get pods -A -o wide --field-selector spec.nodeName=${node}`,
      },
    ],
    touches: [
      touch.claim(claim.name),
      touch.node(node),
      touch.pool(poolOf(claim) ?? ''),
      ...(first?.pdb ? [`pdb:${first.pdb.namespace}/${first.pdb.name}`] : []),
    ],
    group: first?.pdb ? `${first.pdb.namespace}/${first.pdb.name}` : undefined,
  };
}
