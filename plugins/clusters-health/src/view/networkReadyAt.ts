import type { NodeClaimFacts, NodeFacts } from '../kinds';
import { claimStage, networkReadySince } from './claimStage';
import { since } from './since';

/**
 * When a node had its network for the first time; `undefined` while it waits,
 * and when that is not known: Cilium's condition may change again in the life
 * of a node, so a time after the end of its start says nothing about the start.
 */
export function networkReadyAt(
  claim: NodeClaimFacts,
  node: NodeFacts | undefined,
  ciliumTaintKey: string,
): number | undefined {
  const ready = node && networkReadySince(node);
  const initialized = since(claim, 'Initialized');
  const isLater =
    ready !== undefined && initialized !== undefined && ready > initialized;
  const waits = claimStage(claim, node, ciliumTaintKey).stage === 'network';
  return isLater || waits ? undefined : ready;
}
