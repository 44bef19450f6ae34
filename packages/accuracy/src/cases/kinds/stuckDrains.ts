import {
  ago,
  disruptedTaint,
  disruptionBudget,
  karpenterEvent,
  service,
} from '@clusterworks/kube-fixtures';
import {
  drainStage,
  nodeOf,
  standardCluster,
  type CaseCluster,
} from '../../world';
import { fault } from '../Case';

function drainingNode(cluster: CaseCluster) {
  return cluster.machine('general-5', {
    createdAt: ago('30d'),
    node: { deletedAt: ago('2h'), taints: [disruptedTaint] },
    claim: {
      deletedAt: ago('2h'),
      conditions: drainStage('Drained', ago('2h')),
    },
  });
}

function failsToDrain(cluster: CaseCluster, pods: number) {
  cluster.put(
    karpenterEvent(
      nodeOf(cluster.at('general-5')),
      {
        reason: 'FailedDraining',
        message: `Failed to drain node, ${pods} pods are waiting to be evicted`,
      },
      { firstAt: ago('2h'), at: ago('1m'), count: 60 },
    ),
  );
}

/** A pod that tolerates every taint comes back to the node that drains. */
export const tolerantPodComesBack = fault({
  name: 'tolerant-pod-comes-back',
  source:
    'https://karpenter.sh/docs/concepts/disruption/#termination-controller',
  why: 'A Deployment tolerates every taint. Karpenter does not evict its pods from a node with the disrupted taint, and they run on there: the drain does not end since two hours.',
  verdict: 'critical',
  root: ['karpenter/L6'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L13', 'karpenter/L2'],
  neutral: ['karpenter/L11'],
  says: ['tolerat'],
  firstRemedyNot: ['finalizers', 'delete node'],
  build: () => {
    const cluster = standardCluster();
    drainingNode(cluster);
    cluster.run(
      service('collector', 'audit', { tolerations: [{ operator: 'Exists' }] }),
      ['general-5'],
      { createdAt: ago('5d') },
    );
    failsToDrain(cluster, 1);
    return cluster;
  },
});

/** One pod is held by its budget, another one asks not to be disrupted. */
export const twoBlockersOfOneDrain = fault({
  name: 'two-blockers-of-one-drain',
  source: 'https://karpenter.sh/docs/concepts/disruption/#pod-level-controls',
  why: 'Two pods hold a node that drains since two hours: one has a PodDisruptionBudget that allows nothing, the other karpenter.sh/do-not-disrupt. Whoever is told one of them only is back in an hour.',
  verdict: 'critical',
  root: ['karpenter/L6'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L13', 'karpenter/L2'],
  neutral: ['karpenter/L11'],
  says: ['do-not-disrupt', 'PodDisruptionBudget|billing'],
  firstRemedyNot: ['finalizers', 'delete node'],
  build: () => {
    const cluster = standardCluster();
    drainingNode(cluster);
    const billing = service('billing', 'office');
    cluster.run(billing, ['general-5'], { createdAt: ago('5d') });
    cluster.put(
      disruptionBudget(billing, {
        pods: 1,
        spec: { maxUnavailable: 0 },
        status: {
          currentHealthy: 1,
          desiredHealthy: 1,
          disruptionsAllowed: 0,
          expectedPods: 1,
        },
      }),
    );
    const [name] = cluster.run(service('notebook', 'lab'), ['general-5'], {
      createdAt: ago('5d'),
    });
    cluster.edit('Pod', name, {
      metadata: { annotations: { 'karpenter.sh/do-not-disrupt': 'true' } },
    });
    failsToDrain(cluster, 2);
    return cluster;
  },
});
