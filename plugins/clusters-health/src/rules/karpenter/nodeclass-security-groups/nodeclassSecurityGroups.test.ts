import { describeRule } from '../../../testing/describeRule';
import { condition, nodeClass } from '../../../testing/world';
import { nodeclassSecurityGroups } from './nodeclassSecurityGroups';

const withCondition = (own: Record<string, unknown>) =>
  nodeClass('default', {
    status: { conditions: [own, condition('Ready', 'False', 10)] },
  });

describeRule(nodeclassSecurityGroups, [
  {
    name: 'fires at once on False',
    world: {
      ec2nodeclasses: [
        withCondition(
          condition(
            'SecurityGroupsReady',
            'False',
            0.1,
            'SecurityGroupsNotFound',
          ),
        ),
      ],
    },
    state: 'fired',
    severity: 'critical',
    says: 'SecurityGroupsNotFound',
  },
  {
    name: 'fires on Unknown that lasts',
    world: {
      ec2nodeclasses: [
        withCondition(condition('SecurityGroupsReady', 'Unknown', 4)),
      ],
    },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'waits for three minutes on Unknown',
    world: {
      ec2nodeclasses: [
        withCondition(condition('SecurityGroupsReady', 'Unknown', 2)),
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
                ...condition('SecurityGroupsReady', 'True', 60),
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
