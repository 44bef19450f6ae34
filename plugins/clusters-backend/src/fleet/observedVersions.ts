import type {
  FleetRow,
  ObservedVersions,
} from '@clusterworks/plugin-clusters-common';

/** Versions come from image tags in the cluster, which can have any length. */
const MAX_LENGTH = 200;

/** The versions that were seen in a cluster. */
export function observedVersions({ versions }: FleetRow): ObservedVersions {
  return {
    kubernetes: versions.kubernetes.observed?.slice(0, MAX_LENGTH),
    karpenter: versions.karpenter.observed?.slice(0, MAX_LENGTH),
    cilium: versions.cilium.observed?.slice(0, MAX_LENGTH),
  };
}
