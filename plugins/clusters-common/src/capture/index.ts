export * from './clusterCaptureSchema';
