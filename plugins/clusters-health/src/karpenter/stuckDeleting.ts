import {
  HOUR,
  MINUTE,
  parseGoDuration,
  sayDuration,
} from '../engine/durations';
import { poolOf } from '../engine/ClusterIndex';
import { drainBlockers } from '../disruption/drainBlockers';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf, NodeClaimFacts } from '../kinds';
import { shellCommand } from '../engine/shellCommand';

/** L6: a node that was told to go does not go. */
export const stuckDeleting: Rule = {
  code: 'karpenter/L6',
  rule: 'nodeclaim-stuck-deleting',
  component: 'karpenter',
  title: 'Node does not go',
  means:
    'A node is being drained and something holds it: a PodDisruptionBudget that allows none, a pod that asks not to be disrupted, a volume, a finalizer. It stays cordoned and costs on.',
  detect:
    'NodeClaim metadata.deletionTimestamp is older than 15 minutes, or past its terminationGracePeriod by 5 (warning); older than an hour (critical). The event FailedDraining is written at every drain and is no sign.',
  remedyDoc:
    'Free the pod that is named; without one, look at volumes and finalizers.',
  source: 'facts/karpenter.md 6.C, facts/karpenter-observed.md 21 and 32',
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
