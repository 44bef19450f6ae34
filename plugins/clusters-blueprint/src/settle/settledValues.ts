import {
  type ClusterSpec,
  firstImageRelease,
  newestImageRelease,
  resolveVersions,
  type SpecPath,
} from '@clusterworks/plugin-clusters-spec';
import { type EarlierRender, steppedComponents } from './earlierRender';

/** A value that render writes into `cluster.yaml`, because it is not there. */
export type SettledValue = { path: SpecPath; value: string | boolean };

/** Versions that the spec does not name. */
function versionValues(
  spec: ClusterSpec,
  earlier: EarlierRender | undefined,
): SettledValue[] {
  const given = spec.spec.versions ?? {};
  const profile = resolveVersions(given);
  return steppedComponents
    .filter(component => given[component] === undefined)
    .map(component => ({
      path: ['spec', 'versions', component],
      value: earlier?.versions[component] ?? profile[component],
    }));
}

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
  return [
    ...versionValues(spec, earlier),
    // Switched on later it replaces the nodes, so a cluster that exists has to
    // ask for it.
    ...((earlier?.ownerTags ?? true) &&
    spec.spec.karpenter?.ownerTags === undefined
      ? [{ path: ['spec', 'karpenter', 'ownerTags'], value: true }]
      : []),
    ...(spec.spec.karpenter?.amiRelease === undefined
      ? [{ path: ['spec', 'karpenter', 'amiRelease'], value: release }]
      : []),
  ];
}
