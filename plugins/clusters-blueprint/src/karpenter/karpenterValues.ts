import {
  clusterNames,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';

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
      // The metadata service is one hop too far for the controller's pod.
      env: [{ name: 'AWS_REGION', value: spec.region }],
    },
    // Two never share a node; a second one would wait for ever.
    ...(spec.systemNodes.min < 2 ? { replicas: 1 } : {}),
    serviceMonitor: { enabled: spec.observability.serviceMonitors },
  };
}
