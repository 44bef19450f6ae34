export * from './clusterResources';
