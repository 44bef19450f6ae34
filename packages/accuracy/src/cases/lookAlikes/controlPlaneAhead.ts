import { ago, condition, nodeClaim } from '@clusterworks/kube-fixtures';
import { generalMachines, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** The control plane was upgraded; nodes are one minor behind and follow. */
export const controlPlaneAhead = lookAlike({
  name: 'control-plane-ahead',
  source: 'https://kubernetes.io/releases/version-skew-policy/',
  why: 'The API server is 1.35 since an hour, kubelets are 1.34: allowed for up to three minors. Nodes are drifted and will be replaced.',
  mistakenFor: ['karpenter/C4', 'karpenter/L10', 'karpenter/L6'],
  neutral: ['karpenter/L5'],
  build: () => {
    const cluster = standardCluster();
    for (const key of generalMachines) {
      const machine = cluster.at(key);
      cluster.edit('Node', machine.nodeName, {
        status: { nodeInfo: { kubeletVersion: 'v1.34.6-eks-9f8e7d6' } },
      });
      cluster.put(
        nodeClaim(machine.claimName, {
          cluster: cluster.facts,
          instance: machine.instance,
          node: machine.nodeName,
          createdAt: machine.createdAt,
          conditions: [
            condition('Drifted', 'True', ago('55m'), 'AMIDrift', 'AMIDrift'),
          ],
        }),
      );
    }
    return cluster;
  },
});
