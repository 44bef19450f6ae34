import {
  ago,
  ciliumTaint,
  karpenterEvent,
  nodePool,
  poolFacts,
  service,
} from '@clusterworks/kube-fixtures';
import { addWaitingPods, poolNamed, standardCluster } from '../../world';
import { fault } from '../Case';

/** The requirements of a pool exclude each other. */
export const requirementsExcludeEverything = fault({
  name: 'requirements-exclude-everything',
  source: 'https://karpenter.sh/docs/concepts/scheduling/',
  why: 'The pool wants arm64 and the family m6i, which is Intel: no instance type is left. Pods for it wait since 20 minutes.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['karpenter/P5'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L8', 'karpenter/P3', 'karpenter/P1'],
  neutral: ['clusterworks/pods-waiting'],
  says: ['requirement|instance type'],
  build: () => {
    const cluster = standardCluster();
    const spec = {
      template: {
        spec: {
          nodeClassRef: {
            group: 'karpenter.k8s.aws',
            kind: 'EC2NodeClass',
            name: 'default',
          },
          requirements: [
            { key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] },
            {
              key: 'karpenter.k8s.aws/instance-family',
              operator: 'In',
              values: ['m6i', 'c6i'],
            },
          ],
          startupTaints: [ciliumTaint],
          expireAfter: '720h',
        },
      },
    };
    cluster.put(
      nodePool('arm', {
        cluster: cluster.facts,
        createdAt: ago('25m'),
        registrationHealthyAt: null,
        manifest: poolFacts('arm', spec).spec,
        usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
      }),
      karpenterEvent(
        poolNamed('arm'),
        {
          reason: 'NoCompatibleInstanceTypes',
          message:
            'NodePool requirements filtered out all compatible available instance types',
        },
        { firstAt: ago('24m'), at: ago('1m'), count: 12 },
      ),
    );
    addWaitingPods(cluster, service('armapp', 'shop'), {
      count: 2,
      since: '20m',
      karpenterSays:
        'Failed to schedule pod, nodepool requirements filtered out all available instance types (NodePool=arm)',
    });
    return cluster;
  },
});
