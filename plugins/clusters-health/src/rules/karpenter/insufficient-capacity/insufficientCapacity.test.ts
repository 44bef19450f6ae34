import { describeRule } from '../../../testing/describeRule';
import {
  condition,
  karpenterEvent,
  nodePool,
  waitingPod,
  youngClaim,
} from '../../../testing/world';
import { insufficientCapacity } from './insufficientCapacity';

let claims = 0;
const refused = (minutes: number, error = 'UnfulfillableCapacity: Unable') => {
  claims += 1;
  return karpenterEvent(
    'NodeClaim',
    `general-${10000 + claims}`,
    'InsufficientCapacityError',
    `NodeClaim event: creating instance, insufficient capacity, with fleet error(s), ${error}`,
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

const untolerated = (minutes: number) =>
  karpenterEvent(
    'Pod',
    'web',
    'FailedScheduling',
    'did not tolerate taint',
    minutes,
  );

describeRule(insufficientCapacity, [
  {
    name: 'warns of refused launches',
    world: { events: [refused(1), refused(2)], pods: [waitingPod('web', 1)] },
    state: 'fired',
    severity: 'warning',
    says: 'UnfulfillableCapacity): 2 launches refused',
  },
  {
    name: 'is critical when a pod has waited for the pool for 5 minutes',
    world: {
      events: [refused(1), nominated(1)],
      pods: [waitingPod('web', 6)],
    },
    state: 'fired',
    severity: 'critical',
    says: ': 1 launch refused, 1 pod waits',
  },
  {
    name: 'is info once every pod runs and nothing was refused for 3 minutes',
    world: { events: [refused(3.1)] },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'is a warning while launches are refused, although every pod runs',
    world: { events: [refused(2.9)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'is a warning when pods cannot be read',
    world: { events: [refused(4)] },
    states: { pods: 'forbidden' },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'is info once the pool has launched again',
    world: {
      events: [refused(2)],
      pods: [waitingPod('web', 1)],
      nodeclaims: [
        youngClaim('general-7', 1, condition('Launched', 'True', 1)),
      ],
    },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'stays a warning when the launch was before the refusal',
    world: {
      events: [refused(1)],
      pods: [waitingPod('web', 1)],
      nodeclaims: [
        youngClaim('general-7', 2, condition('Launched', 'True', 2)),
      ],
    },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'does not report a missing permission as a lack of capacity',
    world: {
      events: [
        refused(
          1,
          'AuthFailure.ServiceLinkedRoleCreationNotPermitted: The provided credentials do not have permission to create the service-linked role',
        ),
      ],
      pods: [waitingPod('web', 1)],
    },
    state: 'fired',
    says: 'EC2 does not let Karpenter launch for NodePool general (AuthFailure.ServiceLinkedRoleCreationNotPermitted)',
    offers: 'create-service-linked-role',
    offersNot: /instance types/,
  },
  {
    name: 'reports a quota',
    world: {
      events: [refused(1, 'VcpuLimitExceeded: You have requested more vCPU')],
    },
    state: 'fired',
    says: 'A quota of the AWS account',
    offers: 'list-service-quotas',
  },
  {
    name: 'reports a subnet without addresses',
    world: {
      events: [refused(1, 'InsufficientFreeAddressesInSubnet: There are not')],
    },
    state: 'fired',
    says: 'have no free address (InsufficientFreeAddressesInSubnet)',
  },
  {
    name: 'quotes an unknown code',
    world: {
      events: [refused(1, 'MoonPhaseMismatch: The moon is not full')],
    },
    state: 'fired',
    says: 'EC2 refuses to launch for NodePool general (MoonPhaseMismatch: The moon is not full)',
    offersNot: /Allow more instance types/,
  },
  {
    name: 'is only a warning while the pod is young',
    world: { events: [refused(1), nominated(1)], pods: [waitingPod('web', 4)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'counts pods without an event of Karpenter',
    world: { events: [refused(1)], pods: [waitingPod('web', 6)] },
    state: 'fired',
    severity: 'critical',
    says: '1 pod waits',
  },
  {
    name: 'leaves out pods that wait for something else',
    world: {
      events: [refused(1), untolerated(9.9)],
      pods: [waitingPod('web', 20)],
    },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'counts pods without an event of Karpenter for 10 minutes',
    world: {
      events: [refused(1), untolerated(10.1)],
      pods: [waitingPod('web', 20)],
    },
    state: 'fired',
    severity: 'critical',
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
    name: 'leaves out events after 10 minutes',
    world: { events: [refused(11)] },
    state: 'pass',
  },
]);
