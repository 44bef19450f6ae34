/**
 * Reads clusters, remembers what it saw and serves it to the portal.
 *
 * @packageDocumentation
 */
export { clustersPlugin as default } from './plugin';
export * from './permissions/clusterRules';
