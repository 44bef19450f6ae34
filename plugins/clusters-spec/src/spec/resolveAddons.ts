import { addonCharts } from '../versions/addonCharts';
import type { AddonsSpec } from './addonsSchema';

/**
 * Whether an addon is installed, and in which version.
 *
 * @public
 */
export type EksAddon = { enabled: boolean; version?: string };

/**
 * `spec.addons` with every default filled.
 *
 * @public
 */
export type ResolvedAddons = {
  coreDns: { version?: string };
  podIdentityAgent: { version?: string };
  ebsCsiDriver: EksAddon & { kmsKeyArn?: string };
  snapshotController: EksAddon;
  metricsServer: EksAddon;
  loadBalancerController: { enabled: boolean; version: string };
  externalDns: EksAddon & { hostedZoneIds: string[]; domains: string[] };
  certManager: EksAddon & { hostedZoneIds: string[] };
};

const eksAddon = (addon: { enabled?: boolean; version?: string } = {}) => ({
  enabled: addon.enabled ?? false,
  version: addon.version,
});

/**
 * Fills the defaults of add-ons; an absent add-on is off.
 *
 * @public
 */
export function resolveAddons(addons: AddonsSpec = {}): ResolvedAddons {
  const { externalDns, certManager, loadBalancerController } = addons;
  return {
    coreDns: { version: addons.coreDns?.version },
    podIdentityAgent: { version: addons.podIdentityAgent?.version },
    ebsCsiDriver: {
      ...eksAddon(addons.ebsCsiDriver),
      kmsKeyArn: addons.ebsCsiDriver?.kmsKeyArn,
    },
    snapshotController: eksAddon(addons.snapshotController),
    metricsServer: eksAddon(addons.metricsServer),
    loadBalancerController: {
      enabled: loadBalancerController?.enabled ?? false,
      version:
        loadBalancerController?.version ??
        addonCharts.loadBalancerController.version,
    },
    externalDns: {
      ...eksAddon(externalDns),
      hostedZoneIds: externalDns?.hostedZoneIds ?? [],
      domains: externalDns?.domains ?? [],
    },
    certManager: {
      ...eksAddon(certManager),
      hostedZoneIds: certManager?.hostedZoneIds ?? [],
    },
  };
}
