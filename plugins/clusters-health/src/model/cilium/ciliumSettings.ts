import type { ClusterState } from '../ClusterState';

/** Namespace of the Cilium installation. */
export function ciliumNamespace(cluster: ClusterState): string {
  return (
    cluster.index.ciliumAgent()?.namespace ??
    cluster.index.ciliumOperator()?.namespace ??
    'kube-system'
  );
}

/**
 * Whether Cilium assigns addresses of EC2 interfaces (ENI mode), according to
 * `cilium-config`, else to the CiliumNodes.
 */
export function isEniMode(cluster: ClusterState): boolean {
  const ipam = cluster.index.ciliumConfig()?.ipam;
  return ipam
    ? ipam === 'eni'
    : cluster
        .items('ciliumnodes')
        .some(node => node.instanceType !== undefined);
}

/** The IPAM mode in words, when it is not `eni`. */
export function notEniMode(cluster: ClusterState): string {
  const ipam = cluster.index.ciliumConfig()?.ipam;
  return ipam
    ? `IPAM mode is ${ipam}, not eni`
    : 'no CiliumNode is in ENI mode';
}

/** A setting of `cilium-config`; undefined when unset or not read. */
export function setting(
  cluster: ClusterState,
  key: string,
): string | undefined {
  return cluster.index.ciliumConfig()?.[key];
}

/**
 * The reason when settings are not known: a `pass` must not rest on a guess.
 */
export const noConfig = 'the ConfigMap cilium-config was not found';
