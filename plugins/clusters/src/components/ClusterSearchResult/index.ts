export { ClusterSearchResult } from './ClusterSearchResult';
export { isClusterResult } from './isClusterResult';
