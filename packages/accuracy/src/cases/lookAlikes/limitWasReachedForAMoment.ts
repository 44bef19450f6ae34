import {
  ago,
  karpenterEvent,
  nodePool,
  poolFacts,
  service,
} from '@clusterworks/kube-fixtures';
import { podNamed, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Karpenter said that a pool is at its limit; the pod runs since minutes. */
export const limitWasReachedForAMoment = lookAlike({
  name: 'limit-was-reached-for-a-moment',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/provisioning/scheduling/scheduler.go',
  why: 'A batch is reckoned with the largest instance types, so some pods were told that the limit is exceeded and were served seconds later. The pool uses 20 of 40 CPUs.',
  mistakenFor: ['karpenter/P3', 'clusterworks/pods-waiting'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('general', { limits: { cpu: '40' } });
    cluster.put(
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        manifest: pool.spec,
        usage: {
          nodes: 5,
          cpus: 20,
          memoryKi: 80 * 1024 ** 2,
          pods: 280,
          gpus: 0,
        },
      }),
    );
    cluster.machine('general-5', { createdAt: ago('5m'), joinedAt: ago('4m') });
    const [name] = cluster.run(service('rates', 'office'), ['general-5'], {
      createdAt: ago('6m'),
      startedAt: ago('3.5m'),
    });
    cluster.put(
      karpenterEvent(
        podNamed(name, 'office'),
        {
          reason: 'FailedScheduling',
          message:
            'Failed to schedule pod, all available instance types exceed limits for nodepool (NodePool=general)',
        },
        { at: ago('5.5m') },
      ),
    );
    return cluster;
  },
});
