export { ClustersRoutes } from './ClustersRoutes';
export { LegacyClustersRoutes } from './LegacyClustersRoutes';
