import type { RangeKind } from '@clusterworks/plugin-clusters-common';
import type { KnownCluster } from '../discovery/KnownCluster';

/** Services and meshes are left out: clusters may have the same ones. */
export const NODE_AND_POD_KINDS: readonly RangeKind[] = [
  'vpc',
  'secondary',
  'pod',
];

/** The ranges of a cluster's own nodes and pods. */
export function nodeAndPodRanges({
  ranges,
}: Pick<KnownCluster, 'ranges'>): string[] {
  return ranges
    .filter(({ kind }) => NODE_AND_POD_KINDS.includes(kind))
    .map(({ cidr }) => cidr);
}
