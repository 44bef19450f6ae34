export { isClusterEntity } from './isClusterEntity';
export { hasRelatedClusters, relatedFilters } from './relatedFilters';
