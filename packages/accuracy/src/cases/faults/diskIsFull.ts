import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** The disk of a node is full. */
export const diskIsFull = fault({
  name: 'disk-is-full',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
  why: 'Logs fill the disk of a node: DiskPressure since 14 minutes, kubelet evicts pods.',
  verdict: 'degraded',
  root: ['clusterworks/node-pressure'],
  rootsMax: 1,
  mistakenFor: ['clusterworks/node-not-ready', 'karpenter/L6', 'cilium/D20'],
  says: ['DiskPressure|disk'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.at('general-2');
    const told = (
      type: string,
      status: string,
      reason: string,
      since: string,
    ) => ({
      type,
      status,
      reason,
      message: '',
      lastHeartbeatTime: ago('30s'),
      lastTransitionTime: since,
    });
    cluster.edit('Node', machine.nodeName, {
      spec: {
        taints: [
          {
            key: 'node.kubernetes.io/disk-pressure',
            effect: 'NoSchedule',
            timeAdded: ago('14m'),
          },
        ],
      },
      status: {
        conditions: [
          told('NetworkUnavailable', 'False', 'CiliumIsUp', ago('6h')),
          told(
            'MemoryPressure',
            'False',
            'KubeletHasSufficientMemory',
            ago('6h'),
          ),
          told('DiskPressure', 'True', 'KubeletHasDiskPressure', ago('14m')),
          told('PIDPressure', 'False', 'KubeletHasSufficientPID', ago('6h')),
          told('Ready', 'True', 'KubeletReady', ago('6h')),
        ],
      },
    });
    return cluster;
  },
});
