import {
  type ClusterSpec,
  firstImageRelease,
  newestImageRelease,
  resolveVersions,
} from '@clusterworks/plugin-clusters-spec';
import { addonValues } from './addonValues';
import { type EarlierRender, steppedComponents } from './earlierRender';
import type { SettledValue } from './SettledValue';

/** Versions that the spec does not name. */
function versionValues(spec: ClusterSpec, earlier: EarlierRender | undefined) {
  const given = spec.spec.versions ?? {};
  const profile = resolveVersions(given);
  return steppedComponents
    .filter(component => given[component] === undefined)
    .map(component => ({
      component,
      value: earlier?.versions[component] ?? profile[component],
    }));
}

/**
 * The values that must not change when Clusterworks is upgraded. A new cluster
 * gets the current defaults; a cluster that was rendered before keeps the
 * values in its files.
 */
export function settledValues(
  spec: ClusterSpec,
  earlier: EarlierRender | undefined,
): SettledValue[] {
  const release = earlier
    ? earlier.amiRelease ?? firstImageRelease
    : newestImageRelease.release;
  const versions = versionValues(spec, earlier);
  return [
    ...versions.map(({ component, value }) => ({
      path: ['spec', 'versions', component],
      value,
    })),
    // Switching the tags on replaces the nodes, so an existing cluster gets
    // them only if its spec says so.
    ...((earlier?.ownerTags ?? true) &&
    spec.spec.karpenter?.ownerTags === undefined
      ? [{ path: ['spec', 'karpenter', 'ownerTags'], value: true }]
      : []),
    ...(spec.spec.karpenter?.amiRelease === undefined
      ? [{ path: ['spec', 'karpenter', 'amiRelease'], value: release }]
      : []),
    ...addonValues(
      spec,
      earlier,
      versions.find(({ component }) => component === 'kubernetes')?.value ??
        resolveVersions(spec.spec.versions).kubernetes,
    ),
  ];
}
