export { ClusterMark } from './ClusterMark';
export { VerdictMark, SeverityMark } from './VerdictMark';
export { verdictsWorstFirst } from './verdictsWorstFirst';
