import { describeRule } from '../../../testing/describeRule';
import { condition, karpenterAt, nodePool } from '../../../testing/world';
import { nodepoolRegistration } from './nodepoolRegistration';

const pool = (status: string) =>
  nodePool('general', {
    status: {
      conditions: [
        condition(
          'NodeRegistrationHealthy',
          status,
          20,
          'RegistrationFailed',
          'Failed to register node',
        ),
        condition('Ready', 'True'),
      ],
    },
  });

describeRule(nodepoolRegistration, [
  {
    name: 'fires on False',
    world: { nodepools: [pool('False')] },
    state: 'fired',
    severity: 'critical',
    says: 'Failed to register node',
  },
  {
    name: 'passes on Unknown',
    world: { nodepools: [pool('Unknown')] },
    state: 'pass',
  },
  {
    name: 'does not apply before 1.4',
    world: { nodepools: [pool('False')], deployments: [karpenterAt('1.3.2')] },
    state: 'notApplicable',
  },
]);
