import { ago, ciliumConfig, ciliumTaint } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** The agent of a node is ready, and the start-up taint stays. */
export const taintStaysThoughAgentIsReady = fault({
  name: 'taint-stays-though-agent-is-ready',
  source: 'https://docs.cilium.io/en/stable/installation/taints/',
  why: 'operator.removeNodeTaints was turned off: agents become ready, and nobody takes the taint away. A node of 28 minutes carries no pod.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['cilium/D06', 'karpenter/L3'],
  rootsMax: 1,
  mistakenFor: ['cilium/D07', 'cilium/D02', 'karpenter/L2', 'cilium/D03'],
  neutral: ['karpenter/L3', 'cilium/D06', 'cilium/D19'],
  says: ['taint', 'removeNodeTaints|remove-cilium-node-taints|operator'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      ciliumConfig({
        cluster: cluster.facts,
        data: {
          'remove-cilium-node-taints': 'false',
          'set-cilium-node-taints': 'false',
        },
      }),
    );
    cluster.machine('general-5', {
      createdAt: ago('29m'),
      joinedAt: ago('28m'),
      networkReadyAt: ago('27m'),
      node: { taints: [ciliumTaint], initialized: false },
      claim: { initializedAt: null },
    });
    return cluster;
  },
});
