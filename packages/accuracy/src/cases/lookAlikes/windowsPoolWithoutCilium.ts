import { service } from '@clusterworks/kube-fixtures';
import { standardCluster, windowsPool } from '../../world';
import { lookAlike } from '../Case';

/** A pool of Windows nodes that Karpenter launches: they run the VPC CNI. */
export const windowsPoolWithoutCilium = lookAlike({
  name: 'windows-pool-without-cilium',
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html',
  why: 'Cilium has no agent for Windows. The pool has no start-up taint of Cilium, as nobody would take it away; its pods have no CiliumEndpoint.',
  mistakenFor: [
    'karpenter/P7',
    'cilium/D01',
    'cilium/D09',
    'cilium/D15',
    'cilium/D19',
    'karpenter/L3',
    'cilium/D13',
  ],
  remedyNot: ['startupTaints', 'delete pod'],
  build: () => {
    const cluster = standardCluster();
    const windows = windowsPool(cluster, ['windows-1']);
    cluster.run(
      {
        ...service('printing', 'office'),
        tolerations: [{ key: 'os', operator: 'Exists' }],
      },
      windows,
    );
    return cluster;
  },
});
