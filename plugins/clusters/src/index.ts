/**
 * Fleet page, entity cards and tabs for clusters.
 *
 * @packageDocumentation
 */
export { clustersPlugin as default } from './plugin';
export { clustersApiRef } from './api';
export { clustersTranslationRef } from './translation';
export { ClusterCatalogFilters } from './components/CatalogFilters';
export {
  clusterColumns,
  clusterVerdictColumn,
} from './components/CatalogColumn';
export { hasRelatedClusters, isClusterEntity } from './entity';
