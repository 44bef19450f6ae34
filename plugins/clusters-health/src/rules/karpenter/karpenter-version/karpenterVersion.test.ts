import { describeRule } from '../../../testing/describeRule';
import { karpenterAt } from '../../../testing/world';
import { karpenterVersion } from './karpenterVersion';

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
    name: 'lets 1.1.1 run on 1.31',
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
    name: 'does not judge a version that it does not know',
    world: { deployments: [karpenterAt('2.0.0')] },
    state: 'unknown',
  },
  {
    name: 'does not judge an image without a version',
    world: { deployments: [karpenterAt('latest')] },
    state: 'unknown',
  },
  {
    name: 'does not judge without the version of the server',
    serverVersion: 'v?',
    state: 'unknown',
    says: 'API server',
  },
]);
