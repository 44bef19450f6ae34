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
    world: { events: [none(9)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'leaves out the event after ten minutes',
    world: { events: [none(11)] },
    state: 'pass',
  },
  {
    name: 'attributes the event to a lack of capacity when launches were refused',
    world: {
      events: [
        none(1),
        karpenterEvent(
          'NodeClaim',
          'general-abc12',
          'InsufficientCapacityError',
          'refused',
          19,
        ),
      ],
    },
    state: 'pass',
  },
  {
    name: 'leaves out a refused launch after twenty minutes',
    world: {
      events: [
        none(1),
        karpenterEvent(
          'NodeClaim',
          'general-abc12',
          'InsufficientCapacityError',
          'refused',
          21,
        ),
      ],
    },
    state: 'fired',
    severity: 'warning',
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
