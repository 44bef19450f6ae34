import { karpenterManifests } from '@clusterworks/plugin-clusters-blueprint';
import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';

/** A manifest as far as the world reads it. */
export interface Manifest {
  name: string;
  labels: Record<string, string>;
  spec: Record<string, unknown>;
}

/** The NodeClasses and NodePools of a cluster, as the real renderer has them. */
export function manifestsOf(resolved: ResolvedClusterSpec): {
  nodeClasses: Manifest[];
  nodePools: Manifest[];
} {
  const ofKind = (kind: string) =>
    karpenterManifests(resolved)
      .filter(manifest => manifest.kind === kind)
      .map(({ metadata, spec }) => ({
        name: metadata.name,
        labels: (metadata.labels ?? {}) as Record<string, string>,
        spec: (spec ?? {}) as Record<string, unknown>,
      }));
  return {
    nodeClasses: ofKind('EC2NodeClass'),
    nodePools: ofKind('NodePool'),
  };
}
