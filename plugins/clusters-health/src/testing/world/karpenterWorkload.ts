import * as kube from '@clusterworks/kube-fixtures';
import type { Json } from './merge';
import { ago } from './time';

/** Karpenter's controller, two replicas, all available. */
export function karpenterDeployment(change: Json = {}): Json {
  return kube.deployment(kube.karpenterController(), change);
}

/** The same Deployment with another version of the controller. */
export function karpenterAt(version: string): Json {
  const { testCluster } = kube;
  const versions = { ...testCluster.versions, karpenter: version };
  return kube.deployment(
    kube.karpenterController({ ...testCluster, versions }),
  );
}

/** A pod of Karpenter's controller. */
export function karpenterPod(name = 'karpenter-1', change: Json = {}): Json {
  return kube.pod(name, {
    workload: kube.karpenterController(),
    node: 'system-1',
    ...change,
  });
}

/** Karpenter's lease, renewed the given number of minutes ago. */
export function karpenterLease(minutes = 0.01, change: Json = {}): Json {
  return kube.lease(kube.leaderLeases.karpenter, {
    holder: 'karpenter-1_uuid',
    renewedAt: ago(minutes),
    ...change,
  });
}
