import { ago, nodePool, poolFacts, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** The rest of a limit admits no instance that would take the pod. */
export const limitLeavesNoRoom = fault({
  name: 'limit-leaves-no-room',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/provisioning/scheduling/scheduler.go',
  why: 'limits.cpu is 18 and 16 are used; the pods that wait ask for 3 CPUs each, so no instance for them fits into the rest of 2. 14 minutes. The newest event of Karpenter speaks of instance types, as its limit has filtered them out.',
  verdict: 'critical',
  root: ['karpenter/P3'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L8', 'karpenter/P1'],
  neutral: ['clusterworks/pods-waiting', 'karpenter/P5'],
  says: ['limit'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('general', { limits: { cpu: '18' } });
    cluster.put(
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        manifest: pool.spec,
        usage: {
          nodes: 4,
          cpus: 16,
          memoryKi: 64 * 1024 ** 2,
          pods: 224,
          gpus: 0,
        },
      }),
    );
    const heavy = service('solver', 'office');
    addWaitingPods(
      cluster,
      {
        ...heavy,
        container: {
          ...heavy.container,
          requests: { cpu: '3', memory: '6Gi' },
        },
      },
      {
        count: 2,
        since: '14m',
        karpenterSays:
          'Failed to schedule pod, no instance type has enough resources, requirements=karpenter.sh/nodepool In [general], resources={"cpu":"3100m","memory":"6400Mi","pods":"4"} (NodePool=general)',
      },
    );
    return cluster;
  },
});
