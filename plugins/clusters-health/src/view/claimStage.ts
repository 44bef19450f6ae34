import type { NodeStage } from '@clusterworks/plugin-clusters-common';
import type { ConditionFacts, NodeClaimFacts, NodeFacts } from '../kinds';
import { conditionOf } from '../kinds';

/** The stage of a NodeClaim, and the condition that blocks the stage. */
export interface ClaimStage {
  stage: NodeStage;
  because?: ConditionFacts;
}

/**
 * The first stage of the boot that a NodeClaim has not completed. `network` is
 * the part of initialisation before Cilium reports that the node's network is
 * up (Node condition NetworkUnavailable=False) and has taken its startup taint
 * away.
 */
export function claimStage(
  claim: NodeClaimFacts,
  node: NodeFacts | undefined,
  ciliumTaintKey: string,
): ClaimStage {
  if (claim.deletedAt !== undefined) {
    return { stage: 'draining' };
  }
  const steps = [
    ['Launched', 'launching'],
    ['Registered', 'registering'],
    ['Initialized', 'initializing'],
  ] as const;
  for (const [type, stage] of steps) {
    const condition = conditionOf(claim, type);
    if (condition?.status !== 'True') {
      const waits =
        stage === 'initializing' && waitsForNetwork(node, ciliumTaintKey);
      return { stage: waits ? 'network' : stage, because: condition };
    }
  }
  return { stage: 'ready' };
}

function waitsForNetwork(
  node: NodeFacts | undefined,
  ciliumTaintKey: string,
): boolean {
  return (
    node !== undefined &&
    (networkReadySince(node) === undefined ||
      node.taints.some(({ key }) => key === ciliumTaintKey))
  );
}

/** Since when Cilium has reported that the node's network is up. */
export function networkReadySince(node: NodeFacts): number | undefined {
  const condition = conditionOf(node, 'NetworkUnavailable');
  return condition?.status === 'False' ? condition.since : undefined;
}
