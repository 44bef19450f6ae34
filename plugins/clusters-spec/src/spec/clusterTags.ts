import type { ClusterSpec } from './clusterSpecSchema';
import type { ResolvedClusterSpec } from './ResolvedClusterSpec';

/**
 * The tag that names the owner.
 *
 * @public
 */
export const OWNER_TAG = 'clusterworks.dev/owner';

/**
 * Tags of owner and cost for AWS resources; the tags of the spec take
 * precedence. IAM treats keys that differ by case only as equal, and refuses a
 * role that has both.
 *
 * @public
 */
export function clusterTags(
  { metadata, spec }: ClusterSpec | ResolvedClusterSpec,
  more: Record<string, string> = {},
): Record<string, string> {
  const tags = spec.tags ?? {};
  const theirs = new Set(Object.keys(tags).map(key => key.toLowerCase()));
  const ours = Object.entries({
    'clusterworks.dev/cluster': metadata.name,
    'clusterworks.dev/environment': spec.environment,
    [OWNER_TAG]: metadata.owner,
    ...more,
  }).filter(([key]) => !theirs.has(key));
  return { ...Object.fromEntries(ours), ...tags };
}

/**
 * Tags that the spec wants on nodes and their volumes, besides those that the
 * blueprint gives to each kind of pool.
 *
 * @public
 */
export function nodeTags(
  cluster: ClusterSpec | ResolvedClusterSpec,
): Record<string, string> {
  const { karpenter, tags = {} } = cluster.spec;
  return karpenter?.ownerTags ? clusterTags(cluster) : tags;
}
