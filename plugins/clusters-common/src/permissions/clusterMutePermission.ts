import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_CLUSTER } from './clusterResourceType';

/**
 * Permission to mute findings of a cluster, and to end their mutes.
 *
 * @public
 */
export const clusterMutePermission = createPermission({
  name: 'clusters.cluster.mute',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CLUSTER,
});
