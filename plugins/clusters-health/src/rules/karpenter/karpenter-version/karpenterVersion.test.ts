import { describeRule } from '../../../testing/describeRule';
import { karpenterAt, node } from '../../../testing/world';
import { karpenterVersion } from './karpenterVersion';

const kubelet = (kubeletVersion: string) =>
  node(`node-${kubeletVersion}`, { status: { nodeInfo: { kubeletVersion } } });

describeRule(karpenterVersion, [
  {
    name: 'fires outside of the range',
    world: { deployments: [karpenterAt('1.6.8')] },
    state: 'fired',
    severity: 'warning',
    says: '1.26 to 1.34',
  },
  {
    name: 'knows the panic of 1.1.1',
    world: { deployments: [karpenterAt('1.1.1')] },
    serverVersion: 'v1.32.3-eks-1',
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'passes for 1.1.1 on 1.31',
    world: { deployments: [karpenterAt('1.1.1')] },
    serverVersion: 'v1.31.9-eks-1',
    state: 'pass',
  },
  {
    name: 'notes a release with a known fault',
    world: { deployments: [karpenterAt('1.14.1')] },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'passes at 1.15.1 on 1.37',
    world: { deployments: [karpenterAt('1.15.1')] },
    serverVersion: 'v1.37.0',
    state: 'pass',
  },
  {
    name: 'is unknown for an unknown version',
    world: { deployments: [karpenterAt('2.0.0')] },
    state: 'unknown',
  },
  {
    name: 'is unknown for an image without a version',
    world: { deployments: [karpenterAt('latest')] },
    state: 'unknown',
  },
  {
    name: 'is unknown without the version of the server',
    serverVersion: 'v?',
    state: 'unknown',
    says: 'API server',
  },
  {
    name: 'notes a known fault without the version of the server',
    world: { deployments: [karpenterAt('1.14.1')] },
    serverVersion: 'v?',
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'takes the newest kubelet for the least that the server can be',
    world: {
      deployments: [karpenterAt('1.1.1')],
      nodes: [kubelet('v1.31.4-eks-1'), kubelet('v1.32.0-eks-1')],
    },
    serverVersion: 'v?',
    state: 'fired',
    severity: 'critical',
    says: 'this is 1.32 or newer, as kubelets show',
  },
  {
    name: 'does not take an old kubelet for the version of the server',
    world: {
      deployments: [karpenterAt('1.15.1')],
      nodes: [kubelet('v1.24.4-eks-1')],
    },
    serverVersion: 'v?',
    state: 'unknown',
  },
]);
