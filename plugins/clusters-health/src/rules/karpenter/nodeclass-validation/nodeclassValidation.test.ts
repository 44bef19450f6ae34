import { describeRule } from '../../../testing/describeRule';
import { condition, karpenterAt, nodeClass } from '../../../testing/world';
import { nodeclassValidation } from './nodeclassValidation';

const withCondition = (own: Record<string, unknown>) =>
  nodeClass('default', { status: { conditions: [own] } });

describeRule(nodeclassValidation, [
  {
    name: 'fires on a refused dry run',
    world: {
      ec2nodeclasses: [
        withCondition(
          condition(
            'ValidationSucceeded',
            'False',
            1,
            'RunInstancesAuthCheckFailed',
            'denied',
          ),
        ),
      ],
    },
    state: 'fired',
    severity: 'critical',
    says: 'RunInstancesAuthCheckFailed: denied',
  },
  {
    name: 'leaves what only follows to its cause',
    world: {
      ec2nodeclasses: [
        withCondition(
          condition('ValidationSucceeded', 'False', 1, 'DependenciesNotReady'),
        ),
      ],
    },
    state: 'pass',
  },
  {
    name: 'does not apply before 1.2',
    world: { deployments: [karpenterAt('1.1.10')] },
    state: 'notApplicable',
  },
]);
