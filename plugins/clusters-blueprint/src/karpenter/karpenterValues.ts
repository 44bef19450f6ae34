import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { clusterNames } from '@clusterworks/plugin-clusters-spec';

/** Helm values of Karpenter's chart that differ between clusters. */
export function karpenterValues({
  metadata,
  spec,
}: ResolvedClusterSpec): Record<string, unknown> {
  const names = clusterNames(metadata.name);
  return {
    settings: {
      clusterName: names.eks,
      interruptionQueue: names.interruptionQueue,
    },
    controller: {
      // The controller's pod cannot reach the instance metadata service, which
      // allows one hop only.
      env: [{ name: 'AWS_REGION', value: spec.region }],
    },
    // Two replicas never share a node, so a second one would stay pending.
    ...(spec.systemNodes.min < 2 ? { replicas: 1 } : {}),
    serviceMonitor: { enabled: spec.observability.serviceMonitors },
  };
}
