import { ago, nodePool, poolFacts, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault, lookAlike } from '../Case';

/** The rest of a memory limit is too small, and nothing names the limit. */
export const memoryLimitLeavesNoRoom = fault({
  name: 'memory-limit-leaves-no-room',
  source: 'https://karpenter.sh/docs/concepts/nodepools/#speclimits',
  why: 'limits.memory is 68Gi and 64Gi are used; the pods that wait since 13 minutes ask for 7Gi. Karpenter has filtered every type out by the limit, and its event speaks of types only.',
  verdict: 'critical',
  root: ['karpenter/P3'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L8', 'karpenter/P1'],
  neutral: ['clusterworks/pods-waiting', 'karpenter/P5'],
  says: ['limit', 'memory'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        manifest: poolFacts('general', { limits: { memory: '68Gi' } }).spec,
        usage: {
          nodes: 4,
          cpus: 16,
          memoryKi: 64 * 1024 ** 2,
          pods: 224,
          gpus: 0,
        },
      }),
    );
    const heavy = service('index', 'search');
    addWaitingPods(
      cluster,
      {
        ...heavy,
        container: {
          ...heavy.container,
          requests: { cpu: '1', memory: '7Gi' },
        },
      },
      {
        count: 3,
        since: '13m',
        karpenterSays:
          'Failed to schedule pod, no instance type has enough resources, requirements=karpenter.sh/nodepool In [general], resources={"cpu":"1100m","memory":"7400Mi","pods":"4"} (NodePool=general)',
      },
    );
    return cluster;
  },
});

/** Pods that wait since two minutes are counted, and are no fault yet. */
export const podsWaitForTwoMinutes = lookAlike({
  name: 'pods-wait-for-two-minutes',
  source: 'https://karpenter.sh/docs/concepts/scheduling/',
  why: 'Five pods ask for a zone that the pool does not have, since two minutes. It is too early to warn, but they must not be invisible.',
  neutral: ['clusterworks/pods-waiting'],
  mistakenFor: ['karpenter/P3', 'karpenter/L8', 'karpenter/P1'],
  anywhere: ['5 pods have waited'],
  build: () => {
    const cluster = standardCluster();
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 5,
      since: '2m',
      karpenterSays:
        'Failed to schedule pod, incompatible with nodepool "general", incompatible requirements, key topology.kubernetes.io/zone, topology.kubernetes.io/zone In [eu-west-1d] not in topology.kubernetes.io/zone In [eu-west-1a eu-west-1b eu-west-1c]',
    });
    return cluster;
  },
});
