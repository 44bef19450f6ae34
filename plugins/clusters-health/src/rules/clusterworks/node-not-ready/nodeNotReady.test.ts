import { describeRule } from '../../../testing/describeRule';
import { ago, condition, node } from '../../../testing/world';
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

const ofGroup = (minutes: number) =>
  silent('system-1', 2, 'False', {
    metadata: {
      creationTimestamp: ago(minutes),
      labels: {
        'karpenter.sh/nodepool': undefined,
        'karpenter.sh/initialized': undefined,
      },
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
    name: 'warns of a kubelet that reports False',
    world: { nodes: [silent('general-1', 2, 'False')] },
    state: 'fired',
  },
  {
    name: 'waits for 20 seconds',
    world: { nodes: [silent('general-1', 0.3)] },
    state: 'pass',
  },
  {
    name: 'fires from 20 seconds on',
    world: { nodes: [silent('general-1', 0.34)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'leaves a node that has not registered yet to other rules',
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
    name: 'leaves out a node of a node group that joined just now',
    world: { nodes: [ofGroup(9.9)] },
    state: 'pass',
  },
  {
    name: 'counts a node of a node group as in service after 10 minutes',
    world: { nodes: [ofGroup(10.1)] },
    state: 'fired',
    severity: 'warning',
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
    name: 'treats an absent condition as not Ready',
    world: { nodes: [node('general-1', { status: { conditions: [] } })] },
    state: 'unknown',
    says: 'second look',
  },
]);
