import { describeRule } from '../../../testing/describeRule';
import {
  condition,
  karpenterEvent,
  type Json,
  node,
  nodeClaim,
} from '../../../testing/world';
import { nodeclaimInconsistent } from './nodeclaimInconsistent';

const withCondition = (own: Record<string, unknown>) =>
  nodeClaim('general-1', { status: { conditions: [own] } });
const tooSmall = (capacity: Json = {}) =>
  nodeClaim('general-1', {
    status: {
      capacity,
      conditions: [
        condition('ConsistentStateFound', 'False', 5, 'ConsistencyCheckFailed'),
      ],
    },
  });
const complaint = (message: string, minutes = 1) =>
  karpenterEvent(
    'NodeClaim',
    'general-1',
    'FailedConsistencyCheck',
    message,
    minutes,
  );

describeRule(nodeclaimInconsistent, [
  {
    name: 'fires on two nodes',
    world: {
      nodeclaims: [
        withCondition(
          condition('Registered', 'False', 5, 'MultipleNodesFound'),
        ),
      ],
    },
    state: 'fired',
    severity: 'warning',
    says: 'more than one node',
  },
  {
    name: 'fires on a node that is too small',
    world: {
      nodeclaims: [
        withCondition(
          condition(
            'ConsistentStateFound',
            'False',
            5,
            'ConsistencyCheckFailed',
          ),
        ),
      ],
    },
    state: 'fired',
    says: 'smaller than was ordered',
  },
  {
    name: 'gives the number of pods for the node, and the setting',
    world: {
      nodeclaims: [tooSmall()],
      events: [
        complaint(
          'expected 58 of resource pods, but found 35 (60.3% of expected)',
        ),
      ],
    },
    state: 'fired',
    says: 'has 35 of resource pods where Karpenter counts on 58',
    offers: 'set spec.kubelet.maxPods of the EC2NodeClass to 35',
    offersNot: /vmMemoryOverhead/,
  },
  {
    name: 'mentions memory overhead only when memory is short',
    world: {
      nodeclaims: [tooSmall()],
      events: [
        complaint(
          'expected 3788Mi of resource memory, but found 3000Mi (79.2% of expected)',
        ),
      ],
    },
    state: 'fired',
    offers: 'vmMemoryOverheadPercent',
    offersNot: /maxPods/,
  },
  {
    name: 'compares the objects when the event is gone',
    world: {
      nodeclaims: [tooSmall({ pods: '58', cpu: '2' })],
      nodes: [
        node('general-1', { status: { capacity: { pods: '35', cpu: '2' } } }),
      ],
    },
    state: 'fired',
    says: 'has 35 of resource pods where Karpenter counts on 58',
  },
  {
    name: 'accepts 90 %',
    world: {
      nodeclaims: [tooSmall({ pods: '50' })],
      nodes: [node('general-1', { status: { capacity: { pods: '45' } } })],
    },
    state: 'fired',
    says: /smaller than was ordered$/,
  },
  {
    name: 'gives no numbers when neither event nor objects have them',
    world: { nodeclaims: [tooSmall()] },
    states: { events: 'forbidden', nodes: 'forbidden' },
    state: 'fired',
    says: /smaller than was ordered$/,
  },
  {
    name: 'leaves out a node that is being deleted',
    world: {
      nodeclaims: [
        nodeClaim('general-1', {
          metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' },
          status: {
            conditions: [condition('ConsistentStateFound', 'False', 5)],
          },
        }),
      ],
    },
    state: 'pass',
  },
  {
    name: 'leaves an unregistered node to L2',
    world: {
      nodeclaims: [
        withCondition(condition('Registered', 'Unknown', 5, 'NodeNotFound')),
      ],
    },
    state: 'pass',
  },
]);
