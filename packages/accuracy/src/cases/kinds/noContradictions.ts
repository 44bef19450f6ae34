import { ago, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** A node gets no interface although the operator is well. */
export const nodeGetsNoInterface = fault({
  name: 'node-gets-no-interface',
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
  why: 'A node that joined 12 minutes ago has an agent that waits, and the operator has written nothing into its CiliumNode. The operator has 2 of 2 replicas and a fresh Lease: "the operator is down" would contradict the same page.',
  verdict: 'critical',
  root: ['cilium/D07', 'cilium/D06'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D10', 'karpenter/L2'],
  neutral: [
    'cilium/D01',
    'cilium/D02',
    'karpenter/L3',
    'clusterworks/cilium-pods-running',
    'cilium/D19',
    'cilium/D06',
    'cilium/D07',
  ],
  saysNot: ['operator is down', 'operator has no (available|replica)'],
  build: () => {
    const cluster = standardCluster();
    cluster.machine('general-5', {
      createdAt: ago('13m'),
      joinedAt: ago('12m'),
      networkReadyAt: null,
      ciliumStage: 'created',
    });
    return cluster;
  },
});

/** Karpenter says nothing of pods, although it runs and leads. */
export const karpenterIgnoresPods = fault({
  name: 'karpenter-ignores-pods',
  source: 'https://karpenter.sh/docs/concepts/scheduling/',
  why: 'Two pods name another scheduler, which does not exist any more but left its condition: Karpenter writes no event about them. They wait since 45 minutes. Karpenter has 2 of 2 replicas and a fresh Lease: it is not down.',
  verdict: 'degraded',
  root: ['clusterworks/pods-waiting'],
  rootsMax: 1,
  mistakenFor: ['karpenter/C1', 'karpenter/C3', 'karpenter/P1'],
  saysNot: ['Karpenter is down', 'no leader', 'controller is down'],
  build: () => {
    const cluster = standardCluster();
    addWaitingPods(cluster, service('legacy', 'office'), {
      count: 2,
      since: '45m',
    });
    return cluster;
  },
});
