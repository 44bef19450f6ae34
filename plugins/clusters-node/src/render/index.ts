export * from './ClusterRenderer';
export * from './clusterRendererServiceRef';
