import {
  ago,
  condition,
  nodePool,
  poolFacts,
  service,
} from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** A NodePool names a class that was never applied. */
export const poolNamesMissingClass = fault({
  name: 'pool-names-missing-class',
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
  why: 'The overlay of a new pool lacks its class: the pool is not Ready since 47 minutes. Four pods that ask for it wait.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['karpenter/P2'],
  rootsMax: 1,
  mistakenFor: ['karpenter/N1', 'karpenter/C9', 'karpenter/P5'],
  neutral: ['karpenter/P1', 'clusterworks/pods-waiting'],
  says: ['EC2NodeClass|class'],
  build: () => {
    const cluster = standardCluster();
    const since = ago('47m');
    cluster.put(
      nodePool('memory', {
        cluster: cluster.facts,
        createdAt: since,
        registrationHealthyAt: null,
        manifest: poolFacts('memory', { nodeClass: 'memory' }).spec,
        usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
        conditions: [
          condition(
            'NodeClassReady',
            'False',
            since,
            'NodeClassNotFound',
            'NodeClass not found on cluster',
          ),
          condition(
            'Ready',
            'False',
            since,
            'UnhealthyDependents',
            'NodeClassReady=False',
          ),
        ],
      }),
    );
    addWaitingPods(cluster, service('cache', 'shop'), {
      count: 4,
      since: '44m',
      schedulerSays:
        "0/6 nodes are available: 6 node(s) didn't match Pod's node affinity/selector.",
    });
    return cluster;
  },
});
