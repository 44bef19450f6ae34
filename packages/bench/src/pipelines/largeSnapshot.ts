import { largeCluster, NOW } from '@clusterworks/kube-fixtures';
import { allKinds, projectCapture } from '@clusterworks/plugin-clusters-health';

/** A function that reads all objects of a large cluster, as after a first list. */
export function largeSnapshot(nodes: number, pods: number) {
  return snapshotOf(largeCluster(nodes, pods));
}

/** A function that reads objects, as after a first list. */
export function snapshotOf(objects: ReturnType<typeof largeCluster>) {
  return () =>
    projectCapture({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'ClusterCapture',
      cluster: 'bench',
      capturedAt: NOW,
      serverVersion: 'v1.35.4-eks-1a2b3c4',
      resources: allKinds.map(({ groupResource, resource }) => ({
        resource: groupResource,
        state: 'ok' as const,
        items: objects[resource] ?? [],
      })),
    });
}
