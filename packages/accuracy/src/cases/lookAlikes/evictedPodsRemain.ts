import { ago, pod } from '@clusterworks/kube-fixtures';
import { shopServices, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Failed pods that were evicted days ago and that nobody has deleted. */
export const evictedPodsRemain = lookAlike({
  name: 'evicted-pods-remain',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
  why: 'Pods that kubelet evicted stay as phase Failed until the garbage collector comes. Their Deployment has long replaced them.',
  mistakenFor: [
    'cilium/D15',
    'cilium/D20',
    'clusterworks/node-pressure',
    'clusterworks/pods-waiting',
  ],
  build: () => {
    const cluster = standardCluster();
    for (const index of [1, 2, 3]) {
      const machine = cluster.at('general-3');
      cluster.put(
        pod(`checkout-old-${index}`, {
          workload: shopServices.checkout,
          node: machine.nodeName,
          hostIp: machine.instance.ip,
          createdAt: ago('4d'),
          startedAt: null,
          status: {
            phase: 'Failed',
            reason: 'Evicted',
            message: 'The node was low on resource: ephemeral-storage.',
            containerStatuses: undefined,
            podIP: undefined,
          },
        }),
      );
    }
    return cluster;
  },
});
