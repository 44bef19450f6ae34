export * from './clusterEntityConstants';
