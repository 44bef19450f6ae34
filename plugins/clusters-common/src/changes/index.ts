export * from './clusterOperations';
