import type { ClusterState } from './ClusterState';

const sources = [
  'nodes',
  'deployments',
  'daemonsets',
  'pods',
  'nodepools',
  'nodeclaims',
  'ec2nodeclasses',
  'ciliumnodes',
] as const;

/**
 * When the first object of a cluster was created, which is no later than the
 * creation of the cluster. Undefined when there is no object, or when one has
 * no creation time.
 */
export function oldestObject(cluster: ClusterState): number | undefined {
  let oldest: number | undefined;
  for (const source of sources) {
    for (const { createdAt } of cluster.items(source)) {
      // An object without a creation time might be of any age.
      if (createdAt === undefined) {
        return undefined;
      }
      oldest = Math.min(oldest ?? createdAt, createdAt);
    }
  }
  return oldest;
}
