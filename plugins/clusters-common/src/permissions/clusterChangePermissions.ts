import {
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { type ClusterChangeOperation } from '../changes';
import { RESOURCE_TYPE_CLUSTER } from './clusterResourceType';

function permissionOf(
  operation: ClusterChangeOperation,
): ResourcePermission<typeof RESOURCE_TYPE_CLUSTER> {
  return createPermission({
    name: `clusters.cluster.${operation}`,
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_CLUSTER,
  });
}

/**
 * Permissions to change a cluster, one for each operation. Policies can use the
 * same conditions as for reading: owner, environment, label.
 *
 * @public
 */
export const clusterChangePermissions: Record<
  ClusterChangeOperation,
  ResourcePermission<typeof RESOURCE_TYPE_CLUSTER>
> = {
  edit: permissionOf('edit'),
  pool: permissionOf('pool'),
  upgrade: permissionOf('upgrade'),
  images: permissionOf('images'),
  freeze: permissionOf('freeze'),
  handover: permissionOf('handover'),
  decommission: permissionOf('decommission'),
};
