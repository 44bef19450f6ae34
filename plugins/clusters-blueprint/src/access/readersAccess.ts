import {
  kubernetesTabClusterRole,
  kubernetesTabClusterRoleBinding,
  readerClusterRole,
  readerClusterRoleBinding,
} from '@clusterworks/plugin-clusters-health';
import type { Manifest } from '../karpenter/Manifest';

/**
 * Read-only access of the portal: ClusterRoles with just the kinds that it
 * reads, and their bindings to the group of the EKS access entry. The
 * ClusterRoles of the charts would give too few or too many rights.
 *
 * @param options - `kubernetesTab: false` leaves out what only the Kubernetes
 * tab needs
 */
export function readersAccess({ kubernetesTab = true } = {}): Manifest[] {
  const labels = { 'app.kubernetes.io/part-of': 'clusterworks' };
  return [
    readerClusterRole(),
    readerClusterRoleBinding(),
    ...(kubernetesTab
      ? [kubernetesTabClusterRole(), kubernetesTabClusterRoleBinding()]
      : []),
  ].map(manifest => ({
    ...manifest,
    metadata: { ...manifest.metadata, labels },
  }));
}
