import { describeRule } from '../../../testing/describeRule';
import { condition, heldFor, nodeClass } from '../../../testing/world';
import { nodeclassSubnets } from './nodeclassSubnets';

const withCondition = (own: Record<string, unknown>) =>
  nodeClass('default', {
    status: { conditions: [own, condition('Ready', 'False', 10)] },
  });

const edited = nodeClass('default', {
  metadata: { generation: 2 },
  status: {
    conditions: ['SubnetsReady', 'Ready'].map(type => ({
      ...condition(type, 'True', 600),
      observedGeneration: 1,
    })),
  },
});

describeRule(nodeclassSubnets, [
  {
    name: 'fires at once on False',
    world: {
      ec2nodeclasses: [
        withCondition(
          condition('SubnetsReady', 'False', 0.1, 'SubnetsNotFound'),
        ),
      ],
    },
    state: 'fired',
    severity: 'critical',
    says: 'SubnetsNotFound',
  },
  {
    name: 'fires on Unknown that lasts',
    world: {
      ec2nodeclasses: [withCondition(condition('SubnetsReady', 'Unknown', 4))],
    },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'waits for three minutes on Unknown',
    world: {
      ec2nodeclasses: [withCondition(condition('SubnetsReady', 'Unknown', 2))],
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
                ...condition('SubnetsReady', 'True', 60),
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
    name: 'needs a second look at an edit that Karpenter has not come to',
    world: { ec2nodeclasses: [edited] },
    state: 'unknown',
    says: 'second look',
  },
  {
    name: 'gives Karpenter time to look at an edit',
    world: { ec2nodeclasses: [edited] },
    memory: heldFor('nodeclass/SubnetsReady/default/behind', 2.9),
    state: 'pass',
  },
  {
    name: 'fires on an edit that Karpenter does not come to',
    world: { ec2nodeclasses: [edited] },
    memory: heldFor('nodeclass/SubnetsReady/default/behind', 3),
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'fires without the condition',
    world: {
      ec2nodeclasses: [nodeClass('default', { status: { conditions: [] } })],
    },
    state: 'fired',
  },

  {
    name: 'warns of a single zone',
    world: {
      ec2nodeclasses: [
        nodeClass('default', { status: { subnets: [{ id: 's', zone: 'a' }] } }),
      ],
    },
    state: 'fired',
    severity: 'warning',
    says: 'one zone only',
  },
]);
