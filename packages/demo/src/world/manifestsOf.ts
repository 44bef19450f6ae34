import { karpenterManifests } from '@clusterworks/plugin-clusters-blueprint';
import { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { WorldManifests } from './model/WorldPlan';

/** The NodeClasses and NodePools of a cluster, as the real renderer has them. */
export function manifestsOf(resolved: ResolvedClusterSpec): WorldManifests {
  const ofKind = (kind: string) =>
    karpenterManifests(resolved)
      .filter(manifest => manifest.kind === kind)
      .map(({ metadata, spec }) => ({
        name: metadata.name,
        spec: (spec ?? {}) as Record<string, unknown>,
      }));
  return {
    nodeClasses: ofKind('EC2NodeClass'),
    nodePools: ofKind('NodePool'),
  };
}
