import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_CLUSTER } from '@clusterworks/plugin-clusters-common';
import type { ClusterResourceFacts } from '../discovery/KnownCluster';

/**
 * A filter in the form for data stores; this plugin evaluates its rules in
 * memory.
 *
 * @public
 */
export type ClusterFilter = (cluster: ClusterResourceFacts) => boolean;

/** The resource type of clusters in the permission framework. */
export const clusterResourceRef = createPermissionResourceRef<
  ClusterResourceFacts,
  ClusterFilter
>().with({ pluginId: 'clusters', resourceType: RESOURCE_TYPE_CLUSTER });
