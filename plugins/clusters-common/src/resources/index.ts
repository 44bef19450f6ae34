export * from './clusterResources';
export * from './readerClusterRole';
