import { describeRule } from '../../../testing/describeRule';
import {
  condition,
  type Json,
  karpenterAt,
  nodeClass,
} from '../../../testing/world';
import { nodeclassValidation } from './nodeclassValidation';

const classWith = (spec: Json, ...conditions: Json[]) => ({
  ec2nodeclasses: [nodeClass('default', { spec, status: { conditions } })],
});
const unsettled = (minutes: number, reason = 'AwaitingReconciliation') =>
  condition('ValidationSucceeded', 'Unknown', minutes, reason);
const ready = condition('Ready', 'Unknown', 10, 'ReconcilingDependents');

describeRule(nodeclassValidation, [
  {
    name: 'fires on a refused dry run',
    world: classWith(
      {},
      condition(
        'ValidationSucceeded',
        'False',
        1,
        'RunInstancesAuthCheckFailed',
        'denied',
      ),
    ),
    state: 'fired',
    severity: 'critical',
    says: 'RunInstancesAuthCheckFailed: denied',
  },
  {
    name: 'fires on a validation that does not end',
    world: classWith({}, unsettled(4), ready),
    state: 'fired',
    severity: 'critical',
    says: 'ValidationSucceeded is Unknown (AwaitingReconciliation',
    offers: 'logs -l app.kubernetes.io/name=karpenter',
  },
  {
    name: 'waits for three minutes',
    world: classWith({}, unsettled(2.9), ready),
    state: 'pass',
  },
  {
    name: 'says that the field holds an ARN instead of a name',
    world: classWith(
      { instanceProfile: 'arn:aws:iam::1:instance-profile/nodes' },
      unsettled(4),
    ),
    state: 'fired',
    offers:
      /holds an ARN[^]*get-instance-profile --instance-profile-name nodes/,
  },
  {
    name: 'leaves out a refusal that another condition causes',
    world: classWith(
      {},
      condition('SubnetsReady', 'False', 1, 'SubnetsNotFound'),
      condition('ValidationSucceeded', 'False', 1, 'DependenciesNotReady'),
    ),
    state: 'pass',
  },
  {
    name: 'leaves out an Unknown that another condition causes',
    world: classWith(
      {},
      condition('InstanceProfileReady', 'Unknown', 10),
      unsettled(10, 'DependenciesNotReady'),
    ),
    state: 'pass',
  },
  {
    name: 'leaves out a condition that is behind because of the images',
    world: {
      ec2nodeclasses: [
        nodeClass('default', {
          metadata: { generation: 2 },
          status: {
            conditions: ['AMIsReady', 'ValidationSucceeded'].map(type => ({
              ...condition(type, 'True', 60),
              observedGeneration: 1,
            })),
          },
        }),
      ],
    },
    for: 240,
    state: 'pass',
  },
  {
    name: 'fires when its dependencies are met',
    world: classWith(
      {},
      condition('SubnetsReady', 'True', 60),
      unsettled(10, 'DependenciesNotReady'),
    ),
    state: 'fired',
  },
  {
    name: 'fires without the condition when Karpenter should write it',
    world: {
      ec2nodeclasses: [
        nodeClass('default', {
          metadata: { creationTimestamp: '2020-01-01T00:00:00Z' },
          status: { conditions: [] },
        }),
      ],
    },
    state: 'fired',
    says: 'is absent',
  },
  {
    name: 'is unknown without the condition when the version is not known',
    world: { ...classWith({}), deployments: [] },
    state: 'unknown',
    says: 'says nothing of its validation',
  },
  {
    name: 'does not apply before 1.2',
    world: { deployments: [karpenterAt('1.1.10')] },
    state: 'notApplicable',
  },
]);
