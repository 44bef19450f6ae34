import {
  ago,
  disruptedTaint,
  karpenterEvent,
  service,
} from '@clusterworks/kube-fixtures';
import { drainStage, nodeOf, standardCluster } from '../../world';
import { fault } from '../Case';

/** A pod of a draining node is Terminating and does not end. */
export const podDoesNotEnd = fault({
  name: 'pod-does-not-end',
  source:
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  why: 'A pod has a finalizer of an operator that was removed. It is Terminating since 67 minutes and holds the drain of its node.',
  verdict: 'critical',
  root: ['karpenter/L6'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L13', 'karpenter/L2'],
  says: ['[Tt]erminating|finalizer', 'queue'],
  firstRemedyNot: ['--force', 'patch'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('12d'),
      node: { deletedAt: ago('68m'), taints: [disruptedTaint] },
      claim: {
        deletedAt: ago('68m'),
        conditions: drainStage('Drained', ago('68m')),
      },
    });
    const [name] = cluster.run(service('queue', 'shop'), ['general-5'], {
      deletedAt: ago('67m'),
      ready: false,
      readySince: ago('66m'),
    });
    cluster.edit('Pod', name, {
      metadata: { finalizers: ['queue.example.com/drain'] },
    });
    cluster.put(
      karpenterEvent(
        nodeOf(machine),
        {
          reason: 'FailedDraining',
          message: 'Failed to drain node, 1 pods are waiting to be evicted',
        },
        { firstAt: ago('68m'), at: ago('1m'), count: 34 },
      ),
    );
    return cluster;
  },
});
