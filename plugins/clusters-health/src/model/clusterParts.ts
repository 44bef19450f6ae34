import { conditionOf } from '../kinds';
import type { ClusterState } from './ClusterState';

/** One of the parts of a complete cluster. */
export interface ClusterPart {
  /**
   * Name of the part, for the sentence that says what the cluster waits for.
   */
  name: string;
  isThere(cluster: ClusterState): boolean;
}

/** The parts of a complete cluster, in the order in which they are built. */
export const clusterParts = {
  readyNode: {
    name: 'a Ready node',
    isThere: cluster =>
      !cluster.ok('nodes') ||
      cluster
        .items('nodes')
        .some(node => conditionOf(node, 'Ready')?.status === 'True'),
  },
  ciliumOperator: {
    name: "Cilium's operator",
    isThere: cluster =>
      !cluster.ok('deployments') ||
      (cluster.index.ciliumOperator()?.available ?? 0) > 0,
  },
  karpenter: {
    name: 'Karpenter',
    isThere: cluster =>
      !cluster.ok('deployments') ||
      (cluster.index.karpenter()?.available ?? 0) > 0,
  },
  nodeClass: {
    name: 'an EC2NodeClass',
    isThere: cluster => hasAny(cluster, 'ec2nodeclasses'),
  },
  nodePool: {
    name: 'a NodePool',
    isThere: cluster => hasAny(cluster, 'nodepools'),
  },
} satisfies Record<string, ClusterPart>;

/** Names one of {@link clusterParts}. */
export type ClusterPartName = keyof typeof clusterParts;

/** The missing parts, in the order in which they are built. */
export function missingParts(cluster: ClusterState): ClusterPartName[] {
  const names = Object.keys(clusterParts) as ClusterPartName[];
  return names.filter(name => !clusterParts[name].isThere(cluster));
}

function hasAny(
  cluster: ClusterState,
  source: 'ec2nodeclasses' | 'nodepools',
): boolean {
  return cluster.state(source) === 'notInstalled'
    ? false
    : !cluster.ok(source) || cluster.items(source).length > 0;
}
