import type { FleetRow } from '@clusterworks/plugin-clusters-common';

/**
 * Whether a cluster is on its way from git to its first ready node, and not on
 * its way out.
 */
export function isBeingCreated({
  connection,
  phase,
  drained,
}: Pick<FleetRow, 'connection' | 'phase' | 'drained'>): boolean {
  return (
    !drained &&
    phase !== 'draining' &&
    (connection.state === 'notProvisioned' || phase === 'building')
  );
}
