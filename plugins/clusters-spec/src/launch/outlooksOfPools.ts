import {
  type ClusterSpec,
  collectClusterSpecIssues,
  type NodePoolSpec,
  resolveClusterSpec,
} from '../spec';
import { launchOutlooks, type LaunchOutlook } from './launchOutlooks';

/**
 * What pools may launch while the rest of the cluster is still being filled in.
 *
 * @param pools - not yet checked
 * @returns undefined as long as a pool has problems
 *
 * @public
 */
export function outlooksOfPools(
  pools: readonly unknown[],
  prefixDelegation = false,
): LaunchOutlook[] | undefined {
  const spec = {
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'Cluster',
    // Only a name and a place; neither decides what is launched.
    metadata: { name: 'any', owner: 'group:default/any' },
    spec: {
      environment: 'any',
      region: 'eu-west-1',
      network: { vpcCidr: '10.0.0.0/16' },
      cilium: { prefixDelegation },
      karpenter: { nodePools: pools as NodePoolSpec[] },
    },
  } satisfies ClusterSpec;
  return collectClusterSpecIssues(spec).length === 0
    ? launchOutlooks(resolveClusterSpec(spec).spec)
    : undefined;
}
