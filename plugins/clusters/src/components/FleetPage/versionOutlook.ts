import { type FleetRow } from '@clusterworks/plugin-clusters-common';
import {
  checkVersions,
  compareMinors,
  kubernetesLines,
  minorOf,
} from '@clusterworks/plugin-clusters-spec';

/** What lies ahead of a cluster's Kubernetes version. */
export type VersionOutlook = {
  /** End of standard support on EKS, YYYY-MM-DD. */
  supportUntil?: string;
  /** Standard support has ended. */
  isPast: boolean;
  /** The next minor that EKS offers. */
  next?: string;
  /** What must be upgraded before that; empty when nothing is. */
  blockers: string[];
};

const current = (version: { desired?: string; observed?: string }) =>
  version.observed ?? version.desired;

/**
 * When support of a cluster's Kubernetes ends and what keeps it from the next
 * minor; `undefined` when its versions are not known. The version matrix of
 * the common package judges, as it does when a cluster is created.
 *
 * @param today - YYYY-MM-DD
 */
export function versionOutlook(
  row: Pick<FleetRow, 'versions'>,
  today: string,
): VersionOutlook | undefined {
  const kubernetes = current(row.versions.kubernetes);
  const karpenter = current(row.versions.karpenter);
  const cilium = current(row.versions.cilium);
  if (!kubernetes) {
    return undefined;
  }
  const minor = minorOf(kubernetes);
  const supportUntil = kubernetesLines.find(
    line => line.minor === minor,
  )?.standardUntil;
  const next = kubernetesLines
    .map(line => line.minor)
    .filter(other => compareMinors(other, minor) > 0)
    .sort(compareMinors)[0];
  const blockers =
    next && karpenter && cilium
      ? checkVersions(
          { kubernetes: next, karpenter, cilium },
          today,
        ).errors.map(({ message }) => message)
      : [];
  return {
    supportUntil,
    isPast: supportUntil !== undefined && supportUntil < today,
    next,
    blockers,
  };
}
