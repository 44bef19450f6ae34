import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Kubelet of one node restarts: not Ready since eight seconds. */
export const kubeletRestarts = lookAlike({
  name: 'kubelet-restarts',
  source: 'https://kubernetes.io/docs/reference/node/node-status/',
  why: 'A configuration change restarts kubelet; the node is not Ready for some seconds. Pods run on.',
  mistakenFor: [
    'clusterworks/node-not-ready',
    'cilium/D02',
    'cilium/D06',
    'karpenter/L14',
  ],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.at('general-2');
    cluster.edit('Node', machine.nodeName, {
      status: {
        conditions: [
          {
            type: 'NetworkUnavailable',
            status: 'False',
            reason: 'CiliumIsUp',
            message: 'Cilium is running on this node',
            lastHeartbeatTime: ago('6h'),
            lastTransitionTime: ago('6h'),
          },
          {
            type: 'MemoryPressure',
            status: 'False',
            reason: 'KubeletHasSufficientMemory',
            message: '',
            lastHeartbeatTime: ago('8s'),
            lastTransitionTime: ago('6h'),
          },
          {
            type: 'Ready',
            status: 'False',
            reason: 'KubeletNotReady',
            message:
              'container runtime status check may not have completed yet',
            lastHeartbeatTime: ago('8s'),
            lastTransitionTime: ago('8s'),
          },
        ],
      },
    });
    return cluster;
  },
});
