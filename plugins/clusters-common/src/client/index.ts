export * from './ClustersApi';
export * from './ClustersClient';
