/**
 * Reads clusters, remembers what it saw and serves it to the portal.
 *
 * @packageDocumentation
 */
export { clustersPlugin as default } from './plugin';
export type { ClusterResourceFacts } from './discovery/KnownCluster';
export type { ClusterFilter } from './permissions/clusterResourceRef';
export * from './permissions/clusterRules';
