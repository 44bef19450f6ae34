import { describeRule } from '../../../testing/describeRule';
import { condition, heldFor, nodePool } from '../../../testing/world';
import { nodepoolNotReady } from './nodepoolNotReady';

const notReady = (name: string, minutes: number) =>
  nodePool(name, {
    status: {
      conditions: [
        condition(
          'NodeClassReady',
          'False',
          minutes,
          'NodeClassNotReady',
          'SubnetsReady=False',
        ),
        condition('Ready', 'False', minutes, 'UnhealthyDependents'),
      ],
    },
  });

const edited = {
  nodepools: [
    nodePool('general', {
      metadata: { generation: 3 },
      status: {
        conditions: [
          { ...condition('Ready', 'True', 60), observedGeneration: 2 },
        ],
      },
    }),
  ],
};

describeRule(nodepoolNotReady, [
  {
    name: 'fires a warning for one of two pools',
    world: { nodepools: [nodePool(), notReady('gpu', 3)] },
    state: 'fired',
    severity: 'warning',
    says: 'NodeClassNotReady',
  },
  {
    name: 'fires critical when no pool is Ready',
    world: { nodepools: [notReady('gpu', 3)] },
    state: 'fired',
    severity: 'critical',
    says: 'No NodePool is Ready',
  },
  {
    name: 'waits for two minutes',
    world: { nodepools: [notReady('gpu', 1.9)] },
    state: 'pass',
  },
  {
    name: 'does not accept a condition of an older generation',
    world: edited,
    memory: heldFor('nodepool-not-ready/general', 2),
    state: 'fired',
  },
  {
    name: 'gives Karpenter time to process an edit',
    world: edited,
    memory: heldFor('nodepool-not-ready/general', 1.9),
    state: 'pass',
  },
  {
    name: 'needs a second look at an edit',
    world: edited,
    state: 'unknown',
    says: 'second look',
  },
  {
    name: 'fires on a pool without any condition',
    world: { nodepools: [nodePool('general', { status: { conditions: [] } })] },
    state: 'fired',
    says: 'no conditions',
  },
  {
    name: 'needs a second look when no field has a time',
    world: {
      nodepools: [
        nodePool('general', {
          metadata: { creationTimestamp: undefined },
          status: { conditions: [{ type: 'Ready', status: 'False' }] },
        }),
      ],
    },
    state: 'unknown',
    says: 'second look',
  },
]);
