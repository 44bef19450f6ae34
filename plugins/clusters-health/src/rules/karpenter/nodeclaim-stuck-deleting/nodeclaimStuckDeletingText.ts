import { HOUR } from '../../../model/durations';
import {
  type DeletionStage,
  type DrainBlocker,
  podsToEvict,
  toleratesDrain,
} from '../../../model/disruption';
import {
  describeInstances,
  instanceIdOf,
} from '../../../model/remedy/describeInstances';
import { karpenterLog } from '../../../model/remedy/karpenterLog';
import { restartKarpenter } from '../../../model/remedy/restartKarpenter';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { shellCommand } from '../../../model/remedy/shellCommand';
import type { DraftFinding } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf } from '../../../rule/subjects';
import {
  conditionOf,
  type NodeClaimFacts,
  type NodeFacts,
} from '../../../kinds';
import {
  type NodeVolumes,
  sayVolumes,
  seeAttached,
  volumesEvidence,
  volumesRemedy,
} from './attachedVolumesText';

/** A node that is being deleted, and the stage of its deletion. */
export interface Going {
  claim: NodeClaimFacts;
  node: string;
  age: number;
  stage: DeletionStage;
  blockers: readonly DrainBlocker[];
  volumes: NodeVolumes;
}

/**
 * The pods that block the deletion of the node, for a title: `; held by pod
 * web-1, …`.
 */
export function sayHeldBy(
  ctx: RuleContext,
  { node, stage, blockers, volumes }: Going,
): string {
  switch (stage) {
    case 'volumes':
      return sayVolumes(volumes);
    case 'terminating':
      return ': it is drained, its instance was told to end, and only the finalizer karpenter.sh/termination still holds it';
    case 'emptied':
      return volumes.attached
        ? ': no pod of it is left to evict and no volume is attached; only its finalizer holds it'
        : ': no pod of it is left to evict; volumes or its finalizer hold it';
    default:
      return blockers.length > 0
        ? `; held by ${sayBlocker(blockers[0])}${
            blockers.length > 1 ? `, and by ${blockers.length - 1} more` : ''
          }`
        : sayUnblocked(ctx, node);
  }
}

function sayBlocker({ pod, pdb, pdbs, why }: DrainBlocker): string {
  if (pdbs) {
    const names = pdbs.map(({ name }) => name).join(', ');
    return `pod ${pod.name}: more than one PodDisruptionBudget covers it (${names}), so it is never evicted`;
  }
  switch (why) {
    case 'pdb':
      return `PodDisruptionBudget ${pdb?.name}, which does not allow the eviction of pod ${pod.name} go`;
    case 'do-not-disrupt':
      return `pod ${pod.name}, which asks not to be disrupted`;
    default:
      return `pod ${pod.name}, which does not end`;
  }
}

function sayUnblocked(ctx: RuleContext, node: string): string {
  if (!ctx.ok('pods') || !ctx.ok('poddisruptionbudgets')) {
    return ': it is still being drained';
  }
  const pods = podsToEvict(ctx, node);
  const left = pods.filter(pod => !toleratesDrain(pod)).length;
  const [tolerant] = pods.filter(toleratesDrain);
  if (left > 0) {
    return `: it is still being drained, and nothing that can be seen holds its ${left} ${
      left === 1 ? 'pod' : 'pods'
    }`;
  }
  return tolerant
    ? `: it is still being drained although only pods are left that tolerate the taint karpenter.sh/disrupted, as ${tolerant.name} does: Karpenter neither evicts them nor waits for them`
    : ': it is still being drained although no pod is left to evict';
}

/**
 * Evidence: since when the node is being deleted, the stage, and the blockers.
 */
export function goingEvidence({
  claim,
  node,
  stage,
  blockers,
  volumes,
}: Going): DraftFinding['evidence'] {
  const steps = ['Drained', 'VolumesDetached', 'InstanceTerminating'].flatMap(
    type => conditionOf(claim, type) ?? [],
  );
  return [
    evidenceOf(
      'NodeClaim',
      claim,
      'metadata.deletionTimestamp',
      claim.deletedAt && new Date(claim.deletedAt).toISOString(),
    ),
    ...steps.map(({ type, status, reason = '' }) =>
      evidenceOf(
        'NodeClaim',
        claim,
        `status.conditions[${type}]`,
        `${status} ${reason}`,
      ),
    ),
    ...(stage === 'volumes' ? volumesEvidence(node, volumes) : []),
    ...(stage === 'draining' ? blockers : [])
      .slice(0, 5)
      .map(({ pod, why, pdbs }) =>
        evidenceOf(
          'Pod',
          pod,
          'blocks the drain',
          pdbs
            ? `PodDisruptionBudgets ${pdbs.map(one => one.name).join(', ')}`
            : why,
        ),
      ),
  ];
}

/** What to do at the present stage of the deletion. */
export function remedyOf(ctx: RuleContext, going: Going): RuleRemedy[] {
  switch (going.stage) {
    case 'volumes':
      return volumesRemedy(ctx, going.node, going.volumes);
    case 'terminating':
      return terminatingRemedy(ctx, going);
    case 'emptied':
      return [
        ...(going.volumes.attached ? [] : [seeAttached(going.node)]),
        ...terminatingRemedy(ctx, going),
      ];
    default:
      return drainingRemedy(ctx, going);
  }
}

function drainingRemedy(
  ctx: RuleContext,
  { node, age, blockers }: Going,
): RuleRemedy[] {
  const look = {
    text: 'See what is left on the node',
    command: shellCommand`kubectl get pods -A -o wide --field-selector spec.nodeName=${node}`,
  };
  if (blockers.length > 0) {
    return [
      ...blockers
        .slice(0, 3)
        .map(({ free }) => ({ text: `To free it, ${free}` })),
      look,
    ];
  }
  return [
    look,
    karpenterLog(ctx, node),
    ...(age > HOUR
      ? [
          restartKarpenter(
            ctx,
            'If pods that nothing protects are not evicted for an hour',
          ),
        ]
      : []),
  ];
}

function terminatingRemedy(ctx: RuleContext, { claim }: Going): RuleRemedy[] {
  return [
    describeInstances(
      instanceIdOf(claim.providerId),
      'See whether the instance is gone, and why it ended or does not',
    ),
    karpenterLog(ctx, claim.name),
    restartKarpenter(
      ctx,
      'If EC2 says terminated, or does not know the instance',
    ),
    {
      text: 'Only if EC2 says that the instance is gone and the restart did not help: remove the finalizer karpenter.sh/termination from the NodeClaim and from the Node. If the instance still runs, it would go on running and costing money, and nothing would terminate it',
    },
  ];
}

/** What to do about a Node whose NodeClaim is gone. */
export function leftBehindRemedy(node: NodeFacts): RuleRemedy[] {
  return [
    describeInstances(
      instanceIdOf(node.providerId),
      'See whether the instance is gone',
    ),
    {
      text: 'If it still runs: move its pods away and end the instance. Only when EC2 says that it is gone: remove the finalizer karpenter.sh/termination from the Node',
    },
  ];
}
