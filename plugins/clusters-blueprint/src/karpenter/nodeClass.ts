import {
  clusterNames,
  DISCOVERY_TAG,
  podDensity,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { clusterTags } from '../tags/clusterTags';
import { candidateTypes } from './candidateTypes';
import { LaunchPool } from './LaunchPool';
import { Manifest } from './Manifest';

/**
 * The EC2NodeClass that a group of pools shares.
 *
 * @param base - the NodeClass of the assets that it starts from
 */
export function nodeClass(
  name: string,
  base: Manifest,
  pools: readonly LaunchPool[],
  resolved: ResolvedClusterSpec,
): Manifest {
  const { metadata, spec } = resolved;
  const { prefixDelegation } = spec.cilium;
  const discovery = [{ tags: { [DISCOVERY_TAG]: metadata.name } }];
  const types = pools.flatMap(pool =>
    candidateTypes(pool, { prefixDelegation }),
  );
  const baseSpec = base.spec as {
    tags: Record<string, string>;
    [key: string]: unknown;
  };
  return {
    ...base,
    metadata: { ...base.metadata, name },
    spec: {
      ...baseSpec,
      amiSelectorTerms: [{ alias: `al2023@${spec.karpenter.amiRelease}` }],
      role: clusterNames(metadata.name).karpenterNodeRole,
      subnetSelectorTerms: discovery,
      securityGroupSelectorTerms: discovery,
      associatePublicIPAddress: spec.network.nodesInPublicSubnets,
      kubelet: podDensity(types, { prefixDelegation }),
      // The spec's own tags first: those of the blueprint have their meaning.
      tags: {
        ...(spec.karpenter.ownerTags ? clusterTags(resolved) : spec.tags),
        ...baseSpec.tags,
      },
    },
  };
}
