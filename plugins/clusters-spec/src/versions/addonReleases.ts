import { minorsOutside } from './minors';
import type { Provenance } from './VersionLine';

/**
 * Add-ons that EKS installs and keeps, by their names in `spec.addons`.
 *
 * @public
 */
export const eksAddonNames = [
  'coreDns',
  'podIdentityAgent',
  'ebsCsiDriver',
  'snapshotController',
  'metricsServer',
  'externalDns',
  'certManager',
] as const;

/**
 * One of the add-ons that EKS keeps.
 *
 * @public
 */
export type EksAddonName = (typeof eksAddonNames)[number];

/**
 * A version of an EKS add-on and the Kubernetes minors that EKS offers it for.
 *
 * @public
 */
export type AddonRelease = Provenance & {
  version: string;
  /** Lowest and highest Kubernetes minor. */
  kubernetes: readonly [string, string];
};

const GUIDE = 'EKS user guide, managing-coredns (also of the regions in China)';
const DEFAULTS =
  'public configurations that quote `aws eks describe-addon-versions`';

const release = (
  from: string,
  to: string,
  version: string,
  asOf: string,
  source = DEFAULTS,
): AddonRelease => ({ version, kubernetes: [from, to], source, asOf });

/**
 * The versions that a new cluster gets. AWS brings a new build to some regions
 * weeks before others, so these are builds that are months old. A minor that
 * no entry covers has no version here, and EKS takes its default.
 */
const addonReleases: Record<EksAddonName, readonly AddonRelease[]> = {
  coreDns: [
    release('1.30', '1.32', 'v1.11.4-eksbuild.33', '2026-05-01', GUIDE),
    release('1.33', '1.35', 'v1.13.2-eksbuild.4', '2026-05-01', GUIDE),
    release('1.36', '1.36', 'v1.14.3-eksbuild.14', '2026-09-03'),
  ],
  // Of all these only CoreDNS and metrics-server depend on the minor.
  podIdentityAgent: [
    release('1.30', '1.36', 'v1.3.10-eksbuild.3', '2026-10-02'),
  ],
  ebsCsiDriver: [
    release('1.31', '1.34', 'v1.63.1-eksbuild.1', '2026-07-15'),
    release('1.35', '1.36', 'v1.65.0-eksbuild.1', '2026-09-03'),
  ],
  snapshotController: [
    release('1.31', '1.36', 'v8.5.0-eksbuild.3', '2026-10-02'),
  ],
  metricsServer: [
    release('1.31', '1.33', 'v0.8.1-eksbuild.14', '2026-07-15'),
    release('1.34', '1.35', 'v0.9.0-eksbuild.5', '2026-07-15'),
    release('1.36', '1.36', 'v0.9.0-eksbuild.8', '2026-09-03'),
  ],
  externalDns: [
    release('1.31', '1.35', 'v0.21.0-eksbuild.4', '2026-06-24'),
    release('1.36', '1.36', 'v0.21.0-eksbuild.8', '2026-09-17'),
  ],
  certManager: [release('1.34', '1.35', 'v1.20.2-eksbuild.2', '2026-06-24')],
};

/**
 * The version of an EKS add-on that a new cluster gets; undefined when none is
 * known for its Kubernetes minor.
 *
 * @param kubernetes - `1.35`
 *
 * @public
 */
export function addonReleaseFor(
  name: EksAddonName,
  kubernetes: string,
): AddonRelease | undefined {
  return addonReleases[name].find(
    each => minorsOutside(kubernetes, each.kubernetes) === 0,
  );
}
