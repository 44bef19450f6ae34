import { service } from '@clusterworks/kube-fixtures';
import { autoMode, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A pool of EKS Auto Mode with its nodes: Cilium has no business there. */
export const autoModePoolBesideOurs = lookAlike({
  name: 'auto-mode-pool-beside-ours',
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/auto-networking.html',
  why: 'The built-in pool general-purpose of Auto Mode has two nodes with their own network. It needs no start-up taint, no EC2NodeClass, no agent, and pods there have no CiliumEndpoint.',
  mistakenFor: [
    'karpenter/P7',
    'karpenter/P2',
    'karpenter/C9',
    'karpenter/N4',
    'cilium/D01',
    'cilium/D09',
    'cilium/D13',
    'cilium/D15',
    'cilium/D19',
    'karpenter/L13',
  ],
  remedyNot: ['startupTaints', 'delete pod'],
  build: () => {
    const cluster = standardCluster();
    autoMode(cluster, 'general-purpose', ['auto-1', 'auto-2']);
    cluster.run(service('portal', 'office'), ['auto-1', 'auto-2']);
    return cluster;
  },
});
