export { clusterColumns } from './clusterColumns';
export { clusterVerdictColumn } from './clusterVerdictColumn';
