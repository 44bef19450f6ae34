import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_CLUSTER } from '@clusterworks/plugin-clusters-common';
import type { ClusterResourceFacts } from '../discovery/KnownCluster';

/** A filter as a rule would hand it to a store; ours are applied in memory. */
export type ClusterFilter = (cluster: ClusterResourceFacts) => boolean;

/** Clusters in the permission framework. */
export const clusterResourceRef = createPermissionResourceRef<
  ClusterResourceFacts,
  ClusterFilter
>().with({ pluginId: 'clusters', resourceType: RESOURCE_TYPE_CLUSTER });
