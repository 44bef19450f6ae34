import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** EC2 throttles the operator: three nodes are not even looked at. */
export const ec2ThrottlesOperator = fault({
  name: 'ec2-throttles-operator',
  source: 'https://docs.cilium.io/en/stable/operations/troubleshooting/',
  why: 'Another tool uses up the rate of EC2 calls of the account. The operator is available and renews its lease, but three CiliumNodes have no status since 18 minutes.',
  verdict: 'critical',
  root: ['cilium/D07'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D10', 'cilium/D09', 'karpenter/L2'],
  neutral: [
    'cilium/D06',
    'cilium/D01',
    'cilium/D02',
    'karpenter/L3',
    'clusterworks/cilium-pods-running',
  ],
  says: ['throttl|rate|operator'],
  firstRemedyNot: ['delete'],
  build: () => {
    const cluster = standardCluster();
    for (const index of [5, 6, 7]) {
      cluster.machine(`general-${index}`, {
        zone: index % 3,
        createdAt: ago('19m'),
        joinedAt: ago('18m'),
        networkReadyAt: null,
        ciliumStage: 'created',
      });
    }
    return cluster;
  },
});
