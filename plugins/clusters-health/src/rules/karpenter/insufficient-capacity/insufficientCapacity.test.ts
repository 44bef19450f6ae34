import { describeRule } from '../../../testing/describeRule';
import { karpenterEvent, nodePool, waitingPod } from '../../../testing/world';
import { insufficientCapacity } from './insufficientCapacity';

let claims = 0;
const refused = (minutes: number) => {
  claims += 1;
  return karpenterEvent(
    'NodeClaim',
    `general-${10000 + claims}`,
    'InsufficientCapacityError',
    'NodeClaim event: creating instance, insufficient capacity, with fleet error(s), UnfulfillableCapacity: Unable',
    minutes,
  );
};
const nominated = (minutes: number) =>
  karpenterEvent(
    'Pod',
    'web',
    'Nominated',
    'Pod should schedule on: nodeclaim/general-gone1',
    minutes,
  );

describeRule(insufficientCapacity, [
  {
    name: 'warns of refused launches',
    world: { events: [refused(1), refused(2)] },
    state: 'fired',
    severity: 'warning',
    says: 'UnfulfillableCapacity): 2 launches refused',
  },
  {
    name: 'is critical when a pod has waited for 5 minutes for it',
    world: {
      events: [refused(1), nominated(1)],
      pods: [waitingPod('web', 6)],
    },
    state: 'fired',
    severity: 'critical',
    says: '1 pods wait',
  },
  {
    name: 'is no more than a warning while the pod is young',
    world: { events: [refused(1), nominated(1)], pods: [waitingPod('web', 4)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'leaves pods alone that wait for something else',
    world: {
      events: [
        refused(1),
        karpenterEvent(
          'Pod',
          'web',
          'FailedScheduling',
          'did not tolerate taint',
          1,
        ),
      ],
      pods: [waitingPod('web', 6)],
    },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'reads the event that 1.15 puts on the pod',
    world: {
      events: [
        karpenterEvent(
          'Pod',
          'web',
          'InsufficientCapacityError',
          'NodeClaim general-9zzzz nominated for this pod failed to launch: creating instance, insufficient capacity, with fleet error(s), InsufficientInstanceCapacity: no',
          1,
        ),
      ],
      pods: [waitingPod('web', 6)],
    },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'keeps pools apart',
    world: {
      nodepools: [nodePool(), nodePool('gpu')],
      events: [
        refused(1),
        karpenterEvent(
          'NodeClaim',
          'gpu-1aaaa',
          'InsufficientCapacityError',
          'x',
          1,
        ),
      ],
    },
    state: 'fired',
    count: 2,
  },
  {
    name: 'forgets after 10 minutes',
    world: { events: [refused(11)] },
    state: 'pass',
  },
]);
