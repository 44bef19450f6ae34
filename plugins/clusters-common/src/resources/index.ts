export * from './clusterResources';
export * from './kubernetesTabClusterRole';
export type { PolicyRule } from './PolicyRule';
export * from './readerClusterRole';
export { READER_GROUP } from './readersBinding';
export type { WantedFields } from './WantedFields';
