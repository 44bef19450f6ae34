import { describeRule } from '../../../testing/describeRule';
import {
  ciliumOperatorDeployment,
  heldFor,
  karpenterDeployment,
} from '../../../testing/world';
import { controllerDown } from './controllerDown';

const rolling = karpenterDeployment({
  status: { availableReplicas: 1, updatedReplicas: 1 },
});
const rollingFor = (minutes: number) => heldFor('controller-rollout', minutes);

describeRule(controllerDown, [
  {
    name: 'fires critical without an available replica',
    world: {
      deployments: [karpenterDeployment({ status: { availableReplicas: 0 } })],
    },
    state: 'fired',
    severity: 'critical',
    says: 'Karpenter is down',
  },
  {
    name: 'takes an absent availableReplicas as none',
    world: { deployments: [karpenterDeployment({ status: undefined })] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'fires a warning below the wanted number',
    world: {
      deployments: [karpenterDeployment({ status: { availableReplicas: 1 } })],
    },
    state: 'fired',
    severity: 'warning',
    says: '1 of 2',
  },
  {
    name: 'needs a second look at a replica that is missing in a rollout',
    world: { deployments: [rolling] },
    state: 'unknown',
    says: 'second look',
  },
  {
    name: 'lets a rollout take a replica away for a moment',
    world: { deployments: [rolling] },
    memory: rollingFor(4.9),
    state: 'pass',
  },
  {
    name: 'fires a warning for a rollout that does not end',
    world: { deployments: [rolling] },
    memory: rollingFor(5),
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'fires when it is scaled to nothing',
    world: {
      deployments: [
        karpenterDeployment({
          spec: { replicas: 0 },
          status: { availableReplicas: undefined },
        }),
      ],
    },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'finds it in any namespace',
    world: {
      deployments: [
        karpenterDeployment({
          metadata: { namespace: 'karpenter' },
          status: { availableReplicas: 0 },
        }),
      ],
    },
    state: 'fired',
  },
  {
    name: 'is unknown without a Deployment',
    world: { deployments: [ciliumOperatorDeployment()] },
    state: 'unknown',
    says: 'no Deployment of Karpenter',
  },
]);
