import { describeRule } from '../../../testing/describeRule';
import { nodeclassConditionRows } from '../../../testing/nodeclassConditionRows';
import { condition, heldFor, nodeClass } from '../../../testing/world';
import { nodeclassSubnets } from './nodeclassSubnets';

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
  ...nodeclassConditionRows('SubnetsReady', 'SubnetsNotFound'),
  {
    name: 'needs a second look at an edit that Karpenter has not processed',
    world: { ec2nodeclasses: [edited] },
    state: 'unknown',
    says: 'second look',
  },
  {
    name: 'gives Karpenter time to process an edit',
    world: { ec2nodeclasses: [edited] },
    memory: heldFor('nodeclass/SubnetsReady/default/behind', 2.9),
    state: 'pass',
  },
  {
    name: 'fires on an edit that Karpenter does not process',
    world: { ec2nodeclasses: [edited] },
    memory: heldFor('nodeclass/SubnetsReady/default/behind', 3),
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'is info for a class without a NodePool',
    world: {
      ec2nodeclasses: [
        nodeClass(),
        nodeClass('spare', {
          status: {
            conditions: [
              condition('SubnetsReady', 'False', 60, 'SubnetsNotFound'),
            ],
          },
        }),
      ],
    },
    said: ['info EC2NodeClass/spare'],
    says: 'no NodePool uses it',
  },
  {
    name: 'treats a class as used while NodePools cannot be read',
    world: {
      ec2nodeclasses: [
        nodeClass('spare', {
          status: {
            conditions: [
              condition('SubnetsReady', 'False', 60, 'SubnetsNotFound'),
            ],
          },
        }),
      ],
    },
    states: { nodepools: 'forbidden' },
    said: ['critical EC2NodeClass/spare'],
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
