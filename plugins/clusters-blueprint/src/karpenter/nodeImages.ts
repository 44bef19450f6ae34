import type {
  LaunchPool,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';

/** The alias of the machine images of a pool's nodes, pinned to a release. */
export function imageAlias(
  { amiFamily }: Pick<LaunchPool, 'amiFamily'>,
  { amiRelease, bottlerocketRelease }: ResolvedClusterSpec['spec']['karpenter'],
): string {
  return amiFamily === 'bottlerocket'
    ? `bottlerocket@${bottlerocketRelease}`
    : `al2023@${amiRelease}`;
}
