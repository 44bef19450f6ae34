export { ClusterCatalogFilters } from './ClusterCatalogFilters';
