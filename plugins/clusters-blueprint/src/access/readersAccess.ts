import {
  readerClusterRole,
  readerClusterRoleBinding,
} from '@clusterworks/plugin-clusters-common';
import { Manifest } from '../karpenter/Manifest';

/**
 * Read-only access of the portal: the ClusterRole with just the kinds that it
 * reads, and its binding to the group of the EKS access entry. The charts' own
 * roles would give too little or too much.
 */
export function readersAccess(): Manifest[] {
  const labels = { 'app.kubernetes.io/part-of': 'clusterworks' };
  return [readerClusterRole(), readerClusterRoleBinding()].map(manifest => ({
    ...manifest,
    metadata: { ...manifest.metadata, labels },
  }));
}
