import type { Snapshot, WorkloadFacts } from '../../kinds';

/** Parts of a Cilium installation besides agent and operator. */
export type CiliumExtra = 'envoy' | 'hubbleRelay' | 'hubbleUi' | 'clusterMesh';

/** Name and `k8s-app` label in the official chart, 1.16 to 1.20. */
const names: Record<CiliumExtra, string> = {
  envoy: 'cilium-envoy',
  hubbleRelay: 'hubble-relay',
  hubbleUi: 'hubble-ui',
  clusterMesh: 'clustermesh-apiserver',
};

/** The source from which a part is read. */
export function sourceOfExtra(
  extra: CiliumExtra,
): 'daemonsets' | 'deployments' {
  return extra === 'envoy' ? 'daemonsets' : 'deployments';
}

/** The workload of a part, in any namespace, found by label or by name. */
export function ciliumExtra(
  snapshot: Snapshot,
  extra: CiliumExtra,
): WorkloadFacts | undefined {
  const name = names[extra];
  return snapshot.resources[sourceOfExtra(extra)].items.find(
    item => item.labels['k8s-app'] === name || item.name === name,
  );
}

/** A DaemonSet with the exact name, for example `aws-node` or `kube-proxy`. */
export function daemonSetNamed(
  snapshot: Snapshot,
  name: string,
): WorkloadFacts | undefined {
  return snapshot.resources.daemonsets.items.find(item => item.name === name);
}
