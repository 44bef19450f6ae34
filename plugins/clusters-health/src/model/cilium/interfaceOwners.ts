import { addTo } from '../addTo';
import type { ClusterState } from '../ClusterState';
import type { CiliumNodeFacts } from '../../kinds';

/** Cached per cluster, because it is needed for each node. */
const found = new WeakMap<ClusterState, Map<string, CiliumNodeFacts[]>>();

/**
 * The CiliumNodes that list an interface. EC2 attaches an interface to one
 * instance only, so several CiliumNodes with the same interface contradict each
 * other. CiliumNodes whose Node is gone or is being deleted are left out,
 * because they are out of date.
 */
export function ownersOfInterface(
  cluster: ClusterState,
  eni: string,
): readonly CiliumNodeFacts[] {
  let owners = found.get(cluster);
  if (!owners) {
    owners = findOwners(cluster);
    found.set(cluster, owners);
  }
  return owners.get(eni) ?? [];
}

function findOwners(cluster: ClusterState): Map<string, CiliumNodeFacts[]> {
  const owners = new Map<string, CiliumNodeFacts[]>();
  for (const ciliumNode of cluster.items('ciliumnodes')) {
    const node = cluster.index.nodeByName().get(ciliumNode.name);
    if (node && node.deletedAt === undefined) {
      for (const { id } of ciliumNode.enis) {
        addTo(owners, id, ciliumNode);
      }
    }
  }
  return owners;
}
