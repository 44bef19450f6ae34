import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';

/** The tag that names the owner. */
export const OWNER_TAG = 'clusterworks.dev/owner';

/**
 * Tags of owner and cost for AWS resources; the tags of the spec take
 * precedence. IAM treats keys that differ by case only as equal, and refuses a
 * role that has both.
 */
export function clusterTags(
  { metadata, spec }: ResolvedClusterSpec,
  more: Record<string, string> = {},
): Record<string, string> {
  const theirs = new Set(Object.keys(spec.tags).map(key => key.toLowerCase()));
  const ours = Object.entries({
    'clusterworks.dev/cluster': metadata.name,
    'clusterworks.dev/environment': spec.environment,
    [OWNER_TAG]: metadata.owner,
    ...more,
  }).filter(([key]) => !theirs.has(key));
  return { ...Object.fromEntries(ours), ...spec.tags };
}
