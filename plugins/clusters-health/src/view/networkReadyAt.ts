import type { NodeClaimFacts, NodeFacts } from '../kinds';
import { networkReadySince } from './claimStage';
import { since } from './since';

/**
 * When a node that does not wait for its network had it for the first time;
 * `undefined` when that is not known: Cilium's condition may change again in
 * the life of a node, so a time after the end of its start says nothing about
 * the start.
 */
export function networkReadyAt(
  claim: NodeClaimFacts,
  node: NodeFacts | undefined,
): number | undefined {
  const ready = node && networkReadySince(node);
  const initialized = since(claim, 'Initialized');
  const isLater =
    ready !== undefined && initialized !== undefined && ready > initialized;
  return isLater ? undefined : ready;
}
