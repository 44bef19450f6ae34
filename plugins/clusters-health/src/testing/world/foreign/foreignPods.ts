import { condition } from '../conditions';
import type { Json } from '../merge';
import { pod } from '../pods';
import { ago } from '../time';

/**
 * A pod with an address that Cilium did not assign, and a pod without an
 * address.
 */
export function podsOn(nodeName: string): Json[] {
  return [
    pod('foreign-app', { node: nodeName, ip: '10.9.0.7' }),
    pod('foreign-new', {
      node: nodeName,
      ip: undefined,
      status: {
        phase: 'Pending',
        podIP: undefined,
        conditions: [condition('Ready', 'False', 20)],
      },
    }),
  ];
}

/** Kubelet's event about the pod without an address. */
export const sandboxEvent = {
  metadata: { name: 'foreign-new.1', namespace: 'default' },
  reason: 'FailedCreatePodSandBox',
  message: 'plugin type="aws-cni" failed (add): no free address',
  count: 9,
  firstTimestamp: ago(20),
  lastTimestamp: ago(1),
  source: { component: 'kubelet' },
  involvedObject: { kind: 'Pod', namespace: 'default', name: 'foreign-new' },
};
