import { describeRule } from '../../../testing/describeRule';
import { condition, node } from '../../../testing/world';
import { nodePressure } from './nodePressure';

const pressed = (type: string, minutes: number) =>
  node('general-1', {
    status: {
      conditions: [
        condition('Ready', 'True'),
        condition(type, 'True', minutes),
      ],
    },
  });

describeRule(nodePressure, [
  {
    name: 'warns of memory',
    world: { nodes: [pressed('MemoryPressure', 2)] },
    state: 'fired',
    severity: 'warning',
    says: 'MemoryPressure',
  },
  {
    name: 'warns of disk',
    world: { nodes: [pressed('DiskPressure', 2)] },
    state: 'fired',
  },
  {
    name: 'waits for a minute',
    world: { nodes: [pressed('MemoryPressure', 0.5)] },
    state: 'pass',
  },
]);
