import { describeRule } from '../../../testing/describeRule';
import { condition, nodeClaim } from '../../../testing/world';
import { nodeclaimInconsistent } from './nodeclaimInconsistent';

const withCondition = (own: Record<string, unknown>) =>
  nodeClaim('general-1', { status: { conditions: [own] } });

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
    name: 'leaves an unregistered node to L2',
    world: {
      nodeclaims: [
        withCondition(condition('Registered', 'Unknown', 5, 'NodeNotFound')),
      ],
    },
    state: 'pass',
  },
]);
