import { NOW, type ObjectsByResource } from '@clusterworks/kube-fixtures';
import type {
  ClusterDetail,
  SourceState,
} from '@clusterworks/plugin-clusters-common';
import {
  allKinds,
  assess,
  projectCapture,
  type Snapshot,
  viewCluster,
} from '@clusterworks/plugin-clusters-health';

/** What the backend reads of a cluster with these objects. */
export function snapshotOfObjects(
  cluster: string,
  objects: ObjectsByResource,
  states: Record<string, SourceState> = {},
): Snapshot {
  return projectCapture({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'ClusterCapture',
    cluster,
    capturedAt: NOW,
    serverVersion: 'v1.35.4-eks-1a2b3c4',
    resources: allKinds.map(({ groupResource, resource }) => {
      const state = states[resource] ?? 'ok';
      return {
        resource: groupResource,
        state,
        items: state === 'ok' ? objects[resource] : [],
      };
    }),
  });
}

/** What the backend would answer for a cluster with these objects. */
export function assessObjects(
  cluster: string,
  objects: ObjectsByResource,
  states: Record<string, SourceState> = {},
): Required<Pick<ClusterDetail, 'assessment' | 'view'>> {
  const snapshot = snapshotOfObjects(cluster, objects, states);
  return {
    assessment: assess(snapshot, undefined, NOW).assessment,
    view: viewCluster(snapshot, NOW),
  };
}
