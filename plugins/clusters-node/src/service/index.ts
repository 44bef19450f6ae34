export * from './ClustersService';
export * from './clustersServiceRef';
