import { describeRule } from '../../../testing/describeRule';
import { karpenterDeployment } from '../../../testing/world';
import { karpenterPodsRunning } from './karpenterPodsRunning';

describeRule(karpenterPodsRunning, [
  {
    name: 'notes a missing replica',
    world: {
      deployments: [karpenterDeployment({ status: { availableReplicas: 1 } })],
    },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'is unknown without a Deployment',
    world: { deployments: [] },
    state: 'unknown',
  },
]);
