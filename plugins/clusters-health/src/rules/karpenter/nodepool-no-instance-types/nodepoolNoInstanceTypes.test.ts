import { describeRule } from '../../../testing/describeRule';
import { karpenterAt, karpenterEvent } from '../../../testing/world';
import { nodepoolNoInstanceTypes } from './nodepoolNoInstanceTypes';

const none = (minutes: number) =>
  karpenterEvent(
    'NodePool',
    'general',
    'NoCompatibleInstanceTypes',
    'NodePool requirements filtered out all compatible available instance types',
    minutes,
  );

describeRule(nodepoolNoInstanceTypes, [
  {
    name: 'fires on the event',
    world: { events: [none(5)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'forgets it after ten minutes',
    world: { events: [none(11)] },
    state: 'pass',
  },
  {
    name: 'takes it for want of capacity when launches were refused',
    world: {
      events: [
        none(1),
        karpenterEvent(
          'NodeClaim',
          'general-abc12',
          'InsufficientCapacityError',
          'refused',
          4,
        ),
      ],
    },
    state: 'pass',
  },
  {
    name: 'ignores a pool that is gone',
    world: {
      events: [
        karpenterEvent(
          'NodePool',
          'old',
          'NoCompatibleInstanceTypes',
          'none',
          1,
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
