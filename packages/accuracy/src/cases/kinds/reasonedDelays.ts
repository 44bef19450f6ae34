import { ago, ciliumAgent, daemonSet } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault, lookAlike } from '../Case';

/** A node of a pool has no claim since it joined three minutes ago. */
export const youngNodeWithoutClaim = fault({
  name: 'young-node-without-claim',
  source: 'https://github.com/kubernetes-sigs/karpenter/issues/1448',
  why: 'Somebody deleted a NodeClaim with its finalizer three minutes after its node had joined. No innocent case is like that, so nothing is waited for.',
  verdict: 'degraded',
  root: ['karpenter/L13'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L2', 'karpenter/L3', 'karpenter/L6'],
  says: ['NodeClaim'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('4m'),
      joinedAt: ago('3m'),
      networkReadyAt: ago('2.5m'),
    });
    cluster.remove('NodeClaim', machine.claimName);
    return cluster;
  },
});

/** Three nodes boot; their agents are not ready for less than a minute. */
export const threeNodesBoot = lookAlike({
  name: 'three-nodes-boot',
  source: 'https://docs.cilium.io/en/stable/installation/taints/',
  why: 'Three nodes joined 40 s ago; their agents start. 6 of 9 agents are ready: that is how nodes begin.',
  mistakenFor: [
    'cilium/D01',
    'cilium/D02',
    'cilium/D06',
    'cilium/D07',
    'karpenter/L3',
    'karpenter/L9',
  ],
  neutral: ['clusterworks/cilium-pods-running'],
  build: () => {
    const cluster = standardCluster();
    for (const index of [5, 6, 7]) {
      cluster.machine(`general-${index}`, {
        zone: index % 2,
        createdAt: ago('85s'),
        joinedAt: ago('40s'),
        networkReadyAt: null,
      });
    }
    cluster.put(
      daemonSet(ciliumAgent(cluster.facts), { scheduled: 9, ready: 6 }),
    );
    return cluster;
  },
});
