export * from './viewCluster';
