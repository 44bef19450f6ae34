import {
  addonCharts,
  addonsOfNewClusters,
  type ClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { addonModules } from '../terraform/addonLocals';
import type { EarlierRender } from './earlierRender';
import type { SettledValue } from './SettledValue';

type Addon = keyof typeof addonModules;

const addonNames = Object.keys(addonModules) as Addon[];

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
 * The values of `spec.addons` that are written into `cluster.yaml`, so that no
 * later release changes them.
 */
export function addonValues(
  spec: ClusterSpec,
  earlier: EarlierRender | undefined,
): SettledValue[] {
  const on = switchedOn(spec, earlier);
  const chart = 'loadBalancerController';
  const given = spec.spec.addons?.[chart];
  const hasChart = given?.enabled ?? on.includes(chart);
  return [
    ...on.map(name => ({
      path: ['spec', 'addons', name, 'enabled'],
      value: true,
    })),
    ...(hasChart && given?.version === undefined
      ? [
          {
            path: ['spec', 'addons', chart, 'version'],
            value:
              earlier?.addons.get(addonModules[chart]) ??
              addonCharts[chart].version,
          },
        ]
      : []),
  ];
}
