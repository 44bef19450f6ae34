export * from './clusterResources';
export * from './readerClusterRole';
export type { WantedFields } from './WantedFields';
