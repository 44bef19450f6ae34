export { RelatedClusters } from './RelatedClusters';
