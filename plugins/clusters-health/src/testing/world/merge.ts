export { type Json, merge } from '@clusterworks/kube-fixtures';
