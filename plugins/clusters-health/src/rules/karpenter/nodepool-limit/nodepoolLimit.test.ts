import { describeRule } from '../../../testing/describeRule';
import { karpenterEvent, nodePool, waitingPod } from '../../../testing/world';
import { nodepoolLimit } from './nodepoolLimit';

const limited = (limit: string, used: string) =>
  nodePool('general', {
    spec: { limits: { cpu: limit } },
    status: { resources: { cpu: used } },
  });
const limitedMemory = (limit: string, used: string) =>
  nodePool('general', {
    spec: { limits: { memory: limit } },
    status: { resources: { memory: used } },
  });
const limitEvent = (name: string, minutes: number) =>
  karpenterEvent(
    'Pod',
    name,
    'FailedScheduling',
    'Failed to schedule pod, all available instance types exceed limits for nodepool (NodePool=general)',
    minutes,
  );

describeRule(nodepoolLimit, [
  {
    name: 'fires critical when a pod waits for it, also below 90 %',
    world: {
      nodepools: [limited('7', '6')],
      pods: [waitingPod('web', 1)],
      events: [limitEvent('web', 1)],
    },
    state: 'fired',
    severity: 'critical',
    says: 'cpu 6 of 7',
  },
  {
    name: 'fires a warning at the limit without a pod that waits',
    world: { nodepools: [limited('6', '6')] },
    state: 'fired',
    severity: 'warning',
    says: '100 %',
  },
  {
    name: 'fires a warning above 90 %',
    world: { nodepools: [limited('1000', '910')] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'passes at 90 %',
    world: { nodepools: [limited('1000', '900')] },
    state: 'pass',
  },
  {
    name: 'compares quantities exactly',
    world: { nodepools: [limitedMemory('15155Mi', '15518720Ki')] },
    state: 'fired',
    says: '100 %',
  },
  {
    name: 'does not take the event alone for a finding',
    world: { nodepools: [limited('9', '8')], events: [limitEvent('web', 1)] },
    state: 'pass',
  },
  {
    name: 'does not take an old event for the reason',
    world: {
      nodepools: [limited('9', '6')],
      pods: [waitingPod('web', 20)],
      events: [limitEvent('web', 10)],
    },
    state: 'pass',
  },
  {
    name: 'counts a resource that no node has had yet as none',
    world: {
      nodepools: [
        nodePool('general', { spec: { limits: { 'nvidia.com/gpu': '8' } } }),
      ],
    },
    state: 'pass',
  },
  {
    name: 'is unknown when the pool says nothing of its use',
    world: {
      nodepools: [
        nodePool('general', {
          spec: { limits: { cpu: '8' } },
          status: { resources: undefined },
        }),
      ],
    },
    state: 'unknown',
  },
  {
    name: 'is unknown when a limit cannot be read',
    world: { nodepools: [limited('lots', '6')] },
    state: 'unknown',
  },
]);
