/**
 * Clusters in the search: a document for each cluster, which those find who may
 * read the cluster.
 *
 * @packageDocumentation
 */
export { searchModuleClusters as default } from './module';
