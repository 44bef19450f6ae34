import type { ClusterState } from '../ClusterState';
import { isOwnClaim } from '../ownNodes';

/**
 * Tests whether the Node or NodeClaim of an event exists and belongs to
 * Karpenter's own AWS provider.
 */
export function ownObjects({
  index,
}: ClusterState): (kind: string | undefined, name: string) => boolean {
  const nodes = new Set(index.ownNodes().map(({ name }) => name));
  return (kind, name) => {
    if (kind === 'Node') {
      return nodes.has(name);
    }
    const claim =
      kind === 'NodeClaim' ? index.claimByName().get(name) : undefined;
    return claim !== undefined && isOwnClaim(claim);
  };
}
