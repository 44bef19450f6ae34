import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';
import { expiresAt } from '../model/disruption/expiresAt';
import { poolOf } from '../model/poolOf';
import type { NodeClaimFacts } from '../kinds';
import { conditionOf } from '../kinds';
import { claimStage } from './claimStage';
import { timeView } from './conditionView';
import type { Look } from './Look';
import { networkReadyAt } from './networkReadyAt';
import { since } from './since';

/** A NodeClaim as a line of the boot waterfall. */
export function nodeClaimView(
  look: Look,
  claim: NodeClaimFacts,
): NodeClaimView {
  const node = look.index.nodeByName().get(claim.nodeName ?? '');
  const { stage, because } = claimStage(
    claim,
    node,
    look.index.ciliumTaintKey(),
  );
  const nodePool = poolOf(claim);
  const pool = look.index.poolByName().get(nodePool ?? '');
  return {
    name: claim.name,
    nodePool,
    nodeClass: claim.nodeClass,
    node: claim.nodeName,
    instanceType: claim.labels['node.kubernetes.io/instance-type'],
    zone: claim.labels['topology.kubernetes.io/zone'],
    capacityType: claim.labels['karpenter.sh/capacity-type'],
    stage,
    because:
      because &&
      ([because.reason, because.message].filter(Boolean).join(': ') ||
        undefined),
    createdAt: timeView(claim.createdAt),
    launchedAt: timeView(since(claim, 'Launched')),
    registeredAt: timeView(since(claim, 'Registered')),
    networkReadyAt: timeView(
      stage === 'network' ? undefined : networkReadyAt(claim, node),
    ),
    initializedAt: timeView(since(claim, 'Initialized')),
    drainingSince: timeView(claim.deletedAt),
    expiresAt: timeView(expiresAt(claim, pool)),
    drifted: conditionOf(claim, 'Drifted')?.status === 'True',
  };
}
