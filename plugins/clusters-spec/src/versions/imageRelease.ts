import type { Provenance } from './versionData';

/** The release of node images that a new cluster gets. */
export const newestImageRelease: Provenance & { release: string } = {
  release: 'v20261112',
  source: 'releases of awslabs/amazon-eks-ami (as reported)',
  asOf: '2026-11-22',
};

/**
 * The release that clusters have whose `cluster.yaml` names none: the one that
 * `platform/karpenter` holds for all. It never moves, because that would
 * replace the nodes of every such cluster at once.
 */
export const firstImageRelease = 'v20261112';
