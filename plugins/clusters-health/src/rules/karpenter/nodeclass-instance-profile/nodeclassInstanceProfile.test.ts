import { describeRule } from '../../../testing/describeRule';
import { condition, nodeClass } from '../../../testing/world';
import { nodeclassInstanceProfile } from './nodeclassInstanceProfile';

const withCondition = (own: Record<string, unknown>) =>
  nodeClass('default', {
    status: { conditions: [own, condition('Ready', 'False', 10)] },
  });

describeRule(nodeclassInstanceProfile, [
  {
    name: 'fires at once on False',
    world: {
      ec2nodeclasses: [
        withCondition(
          condition('InstanceProfileReady', 'False', 0.1, 'Failed'),
        ),
      ],
    },
    state: 'fired',
    severity: 'critical',
    says: 'Failed',
  },
  {
    name: 'fires on Unknown that lasts',
    world: {
      ec2nodeclasses: [
        withCondition(condition('InstanceProfileReady', 'Unknown', 4)),
      ],
    },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'waits for three minutes on Unknown',
    world: {
      ec2nodeclasses: [
        withCondition(condition('InstanceProfileReady', 'Unknown', 2)),
      ],
    },
    state: 'pass',
  },
  {
    name: 'does not believe a True of an older generation',
    world: {
      ec2nodeclasses: [
        nodeClass('default', {
          metadata: { generation: 2 },
          status: {
            conditions: [
              {
                ...condition('InstanceProfileReady', 'True', 60),
                observedGeneration: 1,
              },
              { ...condition('Ready', 'Unknown', 4), observedGeneration: 2 },
            ],
          },
        }),
      ],
    },
    state: 'fired',
    says: 'newest spec',
  },
  {
    name: 'fires without the condition',
    world: {
      ec2nodeclasses: [nodeClass('default', { status: { conditions: [] } })],
    },
    state: 'fired',
  },
]);
