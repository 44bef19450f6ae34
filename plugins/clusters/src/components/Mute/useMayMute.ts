import { usePermission } from '@backstage/plugin-permission-react';
import { clusterMutePermission } from '@clusterworks/plugin-clusters-common';

/** Whether the signed-in user may mute findings of a cluster. */
export function useMayMute(cluster: string): boolean {
  return usePermission({
    permission: clusterMutePermission,
    resourceRef: cluster,
  }).allowed;
}
