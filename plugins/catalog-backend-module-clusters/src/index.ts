/**
 * Clusters in the catalog: entity providers for the platform repositories and
 * for EKS, and a processor for every cluster entity.
 *
 * @packageDocumentation
 */
export { catalogModuleClusters as default } from './module';
