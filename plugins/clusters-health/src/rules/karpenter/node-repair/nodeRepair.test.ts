import { describeRule } from '../../../testing/describeRule';
import { condition, karpenterEvent, node } from '../../../testing/world';
import { nodeRepair } from './nodeRepair';

const faulty = (type: string, minutes: number) =>
  node('general-1', {
    status: {
      conditions: [
        condition('Ready', 'True'),
        condition(type, 'False', minutes, 'Fault'),
      ],
    },
  });

describeRule(nodeRepair, [
  {
    name: 'notes a blocked repair',
    world: {
      events: [
        karpenterEvent(
          'Node',
          'node-general-1',
          'NodeRepairBlocked',
          'more than 20%',
          5,
        ),
      ],
    },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'warns of a failed reboot',
    world: {
      events: [
        karpenterEvent('NodeClaim', 'general-1', 'RebootFailed', 'x', 5),
      ],
    },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'notes a GPU fault after 10 minutes',
    world: { nodes: [faulty('AcceleratedHardwareReady', 11)] },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'waits for 30 minutes for a storage fault',
    world: { nodes: [faulty('StorageReady', 29)] },
    state: 'pass',
  },
]);
