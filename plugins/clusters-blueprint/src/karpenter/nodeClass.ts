import {
  candidateTypes,
  clusterNames,
  DISCOVERY_TAG,
  type LaunchPool,
  nodeDensity,
  nodeTags,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { efaInterfaces } from './efaInterfaces';
import { imageAlias } from './nodeImages';
import { type BlockDevice, nodeVolumes } from './nodeVolumes';
import { mirrorScript, mirrorSettings } from './registryMirrors';
import type { Manifest } from './Manifest';

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
    blockDeviceMappings: BlockDevice[];
    [key: string]: unknown;
  };
  // Pools share a NodeClass only if all of these fields are equal.
  const [first] = pools;
  const isBottlerocket = first.amiFamily === 'bottlerocket';
  const { registryMirrors } = spec.karpenter;
  const userData = isBottlerocket
    ? mirrorSettings(registryMirrors)
    : mirrorScript(registryMirrors);
  return {
    ...base,
    metadata: { ...base.metadata, name },
    spec: {
      ...baseSpec,
      amiSelectorTerms: [{ alias: imageAlias(first, spec.karpenter) }],
      blockDeviceMappings: nodeVolumes(baseSpec.blockDeviceMappings, first),
      role: clusterNames(metadata.name, spec.iam.roleNamePrefix)
        .karpenterNodeRole,
      // The tags of subnets that another account shares are not visible.
      subnetSelectorTerms:
        spec.network.existing?.nodeSubnetIds.map(id => ({ id })) ?? discovery,
      securityGroupSelectorTerms: discovery,
      associatePublicIPAddress: spec.network.nodesInPublicSubnets,
      ...efaInterfaces(first),
      kubelet: {
        ...nodeDensity(types, first, { prefixDelegation }),
        ...first.kubelet,
      },
      ...(userData ? { userData } : {}),
      // The tags of the blueprint come last, so that the spec cannot overwrite
      // them.
      tags: {
        ...nodeTags(resolved),
        ...baseSpec.tags,
      },
    },
  };
}
