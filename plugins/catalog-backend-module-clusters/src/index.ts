/**
 * Clusters in the catalog: entity provider for the platform repositories and
 * processor for every cluster entity.
 *
 * @packageDocumentation
 */
export { catalogModuleClusters as default } from './module';
