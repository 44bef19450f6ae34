import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** A node of a pool that no NodeClaim stands for. */
export const nodeWithoutItsClaim = fault({
  name: 'node-without-its-claim',
  source: 'https://github.com/kubernetes-sigs/karpenter/issues/1448',
  why: 'Somebody removed the finalizer of a NodeClaim by hand. Its node serves on since three days; Karpenter neither replaces nor consolidates it.',
  verdict: 'degraded',
  root: ['karpenter/L13'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L2', 'karpenter/L6', 'clusterworks/node-not-ready'],
  says: ['NodeClaim'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', { createdAt: ago('3d') });
    cluster.remove('NodeClaim', machine.claimName);
    return cluster;
  },
});
