export { clusterVerdictColumn } from './clusterVerdictColumn';
