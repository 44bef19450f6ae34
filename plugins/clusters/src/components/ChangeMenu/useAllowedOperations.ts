import { usePermission } from '@backstage/plugin-permission-react';
import { clusterChangePermissions } from '@clusterworks/plugin-clusters-common';

/** The operations that have a form; each is shown to users who may do it. */
export const offeredOperations = [
  'edit',
  'pool',
  'upgrade',
  'images',
  'freeze',
  'handover',
  'decommission',
] as const;

/** The operations that the signed-in user may do on a cluster. */
export function useAllowedOperations(
  cluster: string,
): (typeof offeredOperations)[number][] {
  const ask = (operation: (typeof offeredOperations)[number]) => ({
    permission: clusterChangePermissions[operation],
    resourceRef: cluster,
  });
  const allowed = {
    edit: usePermission(ask('edit')).allowed,
    pool: usePermission(ask('pool')).allowed,
    upgrade: usePermission(ask('upgrade')).allowed,
    images: usePermission(ask('images')).allowed,
    freeze: usePermission(ask('freeze')).allowed,
    handover: usePermission(ask('handover')).allowed,
    decommission: usePermission(ask('decommission')).allowed,
  };
  return offeredOperations.filter(operation => allowed[operation]);
}
