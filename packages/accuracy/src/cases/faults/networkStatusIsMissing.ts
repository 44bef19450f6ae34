import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** The operator has not said that the network of a node is up. */
export const networkStatusIsMissing = fault({
  name: 'network-status-is-missing',
  source: 'https://docs.cilium.io/en/stable/installation/taints/',
  why: 'A cloud controller set NetworkUnavailable True when the node joined 24 minutes ago, and the operator has not corrected it although the agent is ready since 23: the node keeps a taint and carries no pod.',
  verdict: 'degraded',
  verdictAlso: ['critical'],
  root: ['cilium/D19'],
  rootsMax: 2,
  mistakenFor: ['cilium/D07', 'cilium/D03', 'karpenter/L2'],
  neutral: ['clusterworks/node-not-initialized', 'clusterworks/node-not-ready'],
  says: ['NetworkUnavailable|network status'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('25m'),
      joinedAt: ago('24m'),
      networkReadyAt: ago('23m'),
    });
    const told = (type: string, status: string, reason: string) => ({
      type,
      status,
      reason,
      message: '',
      lastHeartbeatTime: ago('1m'),
      lastTransitionTime: ago('23m'),
    });
    cluster.edit('Node', machine.nodeName, {
      status: {
        conditions: [
          told('NetworkUnavailable', 'True', 'NoRouteCreated'),
          told('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
          told('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
          told('PIDPressure', 'False', 'KubeletHasSufficientPID'),
          told('Ready', 'True', 'KubeletReady'),
        ],
      },
      spec: {
        taints: [
          {
            key: 'node.kubernetes.io/network-unavailable',
            effect: 'NoSchedule',
            timeAdded: ago('24m'),
          },
        ],
      },
    });
    return cluster;
  },
});
