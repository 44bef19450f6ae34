import { describeRule } from '../../../testing/describeRule';
import { condition, node } from '../../../testing/world';
import { nodeNotReady } from './nodeNotReady';

const silent = (
  name: string,
  minutes: number,
  status = 'Unknown',
  change = {},
) =>
  node(name, {
    ...change,
    status: {
      conditions: [condition('Ready', status, minutes, 'NodeStatusUnknown')],
    },
  });

describeRule(nodeNotReady, [
  {
    name: 'warns of a silent kubelet',
    world: { nodes: [silent('general-1', 2)] },
    state: 'fired',
    severity: 'warning',
    says: 'not Ready for 2 min',
  },
  {
    name: 'warns of one that says False',
    world: { nodes: [silent('general-1', 2, 'False')] },
    state: 'fired',
  },
  {
    name: 'waits for 20 seconds',
    world: { nodes: [silent('general-1', 0.3)] },
    state: 'pass',
  },
  {
    name: 'leaves a node that has not joined yet to other rules',
    world: {
      nodes: [
        silent('general-1', 2, 'False', {
          metadata: { labels: { 'karpenter.sh/initialized': undefined } },
        }),
      ],
    },
    state: 'pass',
  },
  {
    name: 'is critical when most are silent',
    world: {
      nodes: [node('a'), silent('b', 2), silent('c', 2), silent('d', 2)],
    },
    state: 'fired',
    severity: 'critical',
    count: 3,
  },
  {
    name: 'takes an absent condition for not Ready',
    world: { nodes: [node('general-1', { status: { conditions: [] } })] },
    state: 'unknown',
    says: 'second look',
  },
]);
