import { healthyCluster, NOW } from '@clusterworks/kube-fixtures';
import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import {
  allKinds,
  projectCapture,
  viewCluster,
} from '@clusterworks/plugin-clusters-health';

/** The stored state of a healthy cluster that the portal has read. */
export function clusterDetail(name: string): ClusterDetail {
  const objects = healthyCluster();
  const view = viewCluster(
    projectCapture({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'ClusterCapture',
      cluster: name,
      capturedAt: NOW,
      serverVersion: 'v1.35.4-eks-1a2b3c4',
      resources: allKinds.map(({ groupResource, resource }) => ({
        resource: groupResource,
        state: 'ok' as const,
        items: objects[resource],
      })),
    }),
    NOW,
  );
  const { nodes, cpuRequested, cpuAllocatable, spotShare, cilium } = view;
  return {
    row: {
      name,
      entityRef: `resource:default/${name}`,
      provisioned: true,
      verdict: 'healthy',
      headline: { text: 'No problems found' },
      findings: { critical: 0, warning: 0, info: 0 },
      versions: { kubernetes: {}, karpenter: {}, cilium: {} },
      ...{ nodes, cpuRequested, cpuAllocatable, spotShare },
      room: cilium.room,
      connection: { state: 'live' },
      revision: 1,
    },
    view,
  };
}
