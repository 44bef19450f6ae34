import type { ClusterChangeOperation } from '@clusterworks/plugin-clusters-common';

/**
 * The address of the form that changes a cluster. The address names the
 * cluster, the operation and at most a finding or a wave, but holds no values:
 * the form reads those from git, and from the finding, the wave or the cluster
 * itself.
 */
export function changeHref(
  form: string,
  change: {
    cluster: string;
    operation: ClusterChangeOperation;
    /** Id of the finding that the change resolves. */
    finding?: string;
    /** Whether the change takes what runs in the cluster. */
    differences?: true;
    /** Id of the wave that the change is part of. */
    wave?: string;
  },
): string {
  const formData = JSON.stringify({ change });
  return `${form}?${new URLSearchParams({ formData })}`;
}
