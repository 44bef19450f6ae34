import {
  type ClusterSpec,
  collectClusterSpecIssues,
  type NodePoolSpec,
  resolveClusterSpec,
} from '../spec';
import { placeholderSpec } from '../spec/placeholderSpec';
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
    ...placeholderSpec,
    spec: {
      ...placeholderSpec.spec,
      cilium: { prefixDelegation },
      karpenter: { nodePools: pools as NodePoolSpec[] },
    },
  } satisfies ClusterSpec;
  return collectClusterSpecIssues(spec).length === 0
    ? launchOutlooks(resolveClusterSpec(spec).spec)
    : undefined;
}
