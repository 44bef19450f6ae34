import {
  type ClusterSpec,
  firstImageRelease,
  newestImageRelease,
  type SpecPath,
} from '@clusterworks/plugin-clusters-spec';
import type { EarlierRender } from './earlierRender';

/** A value that render writes into `cluster.yaml`, because it is not there. */
export type SettledValue = { path: SpecPath; value: string };

/**
 * The values that must not follow a newer Clusterworks by themselves. A new
 * cluster gets today's; one that was rendered before keeps what its files
 * hold, never something newer.
 */
export function settledValues(
  spec: ClusterSpec,
  earlier: EarlierRender | undefined,
): SettledValue[] {
  const release = earlier
    ? earlier.amiRelease ?? firstImageRelease
    : newestImageRelease.release;
  return spec.spec.karpenter?.amiRelease === undefined
    ? [{ path: ['spec', 'karpenter', 'amiRelease'], value: release }]
    : [];
}
