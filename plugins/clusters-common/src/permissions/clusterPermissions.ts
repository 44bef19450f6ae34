import { createPermission } from '@backstage/plugin-permission-common';
import { clusterChangePermissions } from './clusterChangePermissions';
import { clusterMutePermission } from './clusterMutePermission';
import { RESOURCE_TYPE_CLUSTER } from './clusterResourceType';
import { platformUpdatePermission } from './platformPermission';
import { webhooksManagePermission } from './webhooksPermission';

/**
 * Permission to read the health, history and objects of a cluster.
 *
 * @public
 */
export const clusterReadPermission = createPermission({
  name: 'clusters.cluster.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CLUSTER,
});

/**
 * Permission to preview the files that a spec renders to.
 *
 * @public
 */
export const clusterRenderPermission = createPermission({
  name: 'clusters.render',
  attributes: { action: 'read' },
});

/**
 * All permissions of the clusters plugin.
 *
 * @public
 */
export const clusterPermissions = [
  clusterReadPermission,
  clusterRenderPermission,
  clusterMutePermission,
  platformUpdatePermission,
  webhooksManagePermission,
  ...Object.values(clusterChangePermissions),
];
