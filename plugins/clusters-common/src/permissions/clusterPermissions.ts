import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of a cluster in the permission framework. */
export const RESOURCE_TYPE_CLUSTER = 'clusterworks-cluster';

/** Allows to read the health, history and objects of a cluster. */
export const clusterReadPermission = createPermission({
  name: 'clusters.cluster.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CLUSTER,
});

/** Allows to preview what a spec renders to. */
export const clusterRenderPermission = createPermission({
  name: 'clusters.render',
  attributes: { action: 'read' },
});

/** All permissions of the clusters plugin. */
export const clusterPermissions = [
  clusterReadPermission,
  clusterRenderPermission,
];
