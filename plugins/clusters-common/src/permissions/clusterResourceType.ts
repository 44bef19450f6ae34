/**
 * Resource type of a cluster in the permission framework.
 *
 * @public
 */
export const RESOURCE_TYPE_CLUSTER = 'clusterworks-cluster';
