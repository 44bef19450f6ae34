import type { Provenance } from './VersionLine';

/**
 * The release of node images that a new cluster gets.
 *
 * @public
 */
export const newestImageRelease: Provenance & { release: string } = {
  release: 'v20261112',
  source: 'releases of awslabs/amazon-eks-ami (as reported)',
  asOf: '2026-11-22',
};

/**
 * The release of clusters whose `cluster.yaml` names none, which
 * `platform/karpenter` sets for all of them. This release never changes,
 * because a change would replace the nodes of every such cluster at once.
 *
 * @public
 */
export const firstImageRelease = 'v20261112';
