import * as kube from '@clusterworks/kube-fixtures';
import type { World } from '../world';

const { ago, combine } = kube;

/** The healthy cluster with additional objects. */
export function clusterWith(...parts: Parameters<typeof combine>): World {
  return combine(kube.healthyCluster(), ...parts);
}

/** A node of the given age in minutes that waits for Cilium. */
export function waitingNode(
  name: string,
  minutes: number,
  facts: Omit<Parameters<typeof kube.joiningNode>[1], 'createdAt'> = {},
) {
  return kube.joiningNode(name, { ...facts, createdAt: ago(`${minutes}m`) });
}

/** A pod that no node has fitted for 16 minutes. */
export const waitingPod = { pods: [kube.waitingPod('web-9', ago('16m'))] };

/** Cilium's agent, wanted on the given number of nodes and ready on some. */
export function agents(wanted: number, ready: number) {
  return {
    daemonsets: [
      kube.daemonSet(kube.ciliumAgent(), { scheduled: wanted, ready }),
    ],
  };
}

/** The Deployments of both controllers, one of them changed. */
export function controllers(
  change: Partial<Record<'karpenter' | 'ciliumOperator', kube.KubeObject>>,
) {
  return {
    deployments: [
      change.karpenter ?? kube.deployment(kube.karpenterController()),
      change.ciliumOperator ?? kube.deployment(kube.ciliumOperator()),
    ],
  };
}
