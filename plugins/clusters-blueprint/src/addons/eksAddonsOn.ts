import {
  type EksAddonName,
  eksAddonNames,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';

/** An add-on of EKS that a cluster has; without a version, in EKS's default. */
export type EksAddonOn = { name: EksAddonName; version?: string };

/** The add-ons of EKS that a cluster has. */
export function eksAddonsOn({ spec }: ResolvedClusterSpec): EksAddonOn[] {
  return eksAddonNames.flatMap(name => {
    const addon: { enabled?: boolean; version?: string } = spec.addons[name];
    return addon.enabled === false ? [] : [{ name, version: addon.version }];
  });
}
