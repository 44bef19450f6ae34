import * as kube from '@clusterworks/kube-fixtures';
import type { Json } from './merge';
import { ago } from './time';

/** Cilium's agent, ready on every node. */
export function ciliumDaemonSet(change: Json = {}): Json {
  return kube.daemonSet(kube.ciliumAgent(), change);
}

/** Cilium's operator, with all replicas available. */
export function ciliumOperatorDeployment(change: Json = {}): Json {
  return kube.deployment(kube.ciliumOperator(), change);
}

/** `cilium-config` in ENI mode. */
export function ciliumConfigMap(data: Record<string, string> = {}): Json {
  return kube.ciliumConfig({ data });
}

/** The lease of Cilium's operator. */
export function ciliumLease(minutes = 0.01): Json {
  return kube.lease(kube.leaderLeases.ciliumOperator, {
    holder: 'cilium-operator-1-lab',
    renewedAt: ago(minutes),
  });
}
