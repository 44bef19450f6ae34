export * from './clusterSourceOf';
