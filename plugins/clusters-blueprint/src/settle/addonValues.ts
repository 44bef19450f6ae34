import {
  addonCharts,
  addonReleaseFor,
  addonsOfNewClusters,
  type ClusterSpec,
  type EksAddonName,
  eksAddonNames,
} from '@clusterworks/plugin-clusters-spec';
import { addonModules } from '../terraform/addonLocals';
import { type EarlierRender, rootAddonNames } from './earlierRender';
import type { SettledValue } from './SettledValue';

type Addon = keyof typeof addonModules;

const addonNames = Object.keys(addonModules) as Addon[];

/** The chart that stands in for an add-on that EKS does not offer. */
const CHART = 'loadBalancerController';

/** Whether a new cluster gets an add-on by default. */
function isUsual(name: Addon): boolean {
  return (addonsOfNewClusters as readonly Addon[]).includes(name);
}

/**
 * Add-ons that the file does not mention: a new cluster gets the usual ones,
 * one that exists keeps those that it has. An existing cluster gets no new
 * add-on by default, because it may have a driver or controller of its own.
 */
function switchedOn(
  spec: ClusterSpec,
  earlier: EarlierRender | undefined,
): Addon[] {
  return addonNames.filter(
    name =>
      spec.spec.addons?.[name]?.enabled === undefined &&
      (earlier ? earlier.addons.has(addonModules[name]) : isUsual(name)),
  );
}

/**
 * The version of an add-on whose file names none: the one that the cluster
 * has; of an add-on that is new to the cluster, the one that `newest` gives.
 * An add-on that the cluster has without a version stays without.
 */
function versionOf(
  module: string,
  earlier: EarlierRender | undefined,
  newest: string | undefined,
): string | undefined {
  return earlier?.addons.has(module) ? earlier.addons.get(module) : newest;
}

/**
 * The values of `spec.addons` that are written into `cluster.yaml`, so that no
 * later release changes them.
 *
 * @param kubernetes - the minor of the cluster, such as `1.35`
 */
export function addonValues(
  spec: ClusterSpec,
  earlier: EarlierRender | undefined,
  kubernetes: string,
): SettledValue[] {
  const { addons } = spec.spec;
  const on = switchedOn(spec, earlier);
  const isOn = (name: Addon) => addons?.[name]?.enabled ?? on.includes(name);
  const pinned = (
    name: EksAddonName | typeof CHART,
    version: string | undefined,
  ): SettledValue[] =>
    version !== undefined && addons?.[name]?.version === undefined
      ? [{ path: ['spec', 'addons', name, 'version'], value: version }]
      : [];
  return [
    ...on.map(name => ({
      path: ['spec', 'addons', name, 'enabled'],
      value: true,
    })),
    ...eksAddonNames
      .filter(name => !(name in addonModules) || isOn(name as Addon))
      .flatMap(name =>
        pinned(
          name,
          versionOf(
            rootAddonNames[name],
            earlier,
            addonReleaseFor(name, kubernetes)?.version,
          ),
        ),
      ),
    ...(isOn(CHART)
      ? pinned(
          CHART,
          earlier?.addons.get(addonModules[CHART]) ??
            addonCharts[CHART].version,
        )
      : []),
  ];
}
