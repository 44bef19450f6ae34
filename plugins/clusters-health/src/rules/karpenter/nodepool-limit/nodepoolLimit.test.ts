import { describeRule } from '../../../testing/describeRule';
import {
  ago,
  karpenterEvent,
  nodePool,
  waitingPod,
} from '../../../testing/world';
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

const typesEvent = (name: string) =>
  karpenterEvent(
    'Pod',
    name,
    'FailedScheduling',
    'Failed to schedule pod, no instance type has enough resources, requirements=x, resources={"cpu":"3100m"} (NodePool=general)',
    1,
  );
const large = (name: string) =>
  waitingPod(name, 14, {
    spec: {
      containers: [
        { name: 'app', resources: { requests: { cpu: '3', memory: '1Gi' } } },
      ],
    },
  });

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
    name: 'does not fire on the event alone',
    world: { nodepools: [limited('9', '8')], events: [limitEvent('web', 1)] },
    state: 'pass',
  },
  {
    name: 'uses an event that Karpenter has not repeated yet as the reason',
    world: {
      nodepools: [limited('9', '6')],
      pods: [waitingPod('web', 20)],
      events: [limitEvent('web', 5.9)],
    },
    state: 'fired',
    severity: 'critical',
    shows: 'exceed limits for nodepool',
  },
  {
    name: 'does not use an event that Karpenter no longer repeats as the reason',
    world: {
      nodepools: [limited('9', '6')],
      pods: [waitingPod('web', 20)],
      events: [limitEvent('web', 6.1)],
    },
    state: 'pass',
  },
  {
    name: 'finds that the remainder is too small for the pod of such an event',
    world: {
      nodepools: [limited('18', '16')],
      pods: [large('web')],
      events: [limitEvent('web', 9.9)],
    },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'leaves out such an event after 10 minutes',
    world: {
      nodepools: [limited('18', '16')],
      pods: [large('web')],
      events: [limitEvent('web', 10.1)],
    },
    state: 'pass',
  },
  {
    name: 'finds that the remainder is too small for the pod, whatever the newest event is',
    world: {
      nodepools: [limited('18', '16')],
      pods: [large('web')],
      events: [typesEvent('web')],
    },
    state: 'fired',
    severity: 'critical',
    says: 'cpu 16 of 18',
  },
  {
    name: 'finds that the remainder suffices for the pod',
    world: {
      nodepools: [limited('19', '16')],
      pods: [large('web')],
      events: [typesEvent('web')],
    },
    state: 'pass',
  },
  {
    name: 'finds that every instance of the pool is larger than the remainder',
    world: {
      nodepools: [
        nodePool('general', {
          spec: {
            limits: { cpu: '17' },
            template: {
              spec: {
                requirements: [
                  {
                    key: 'node.kubernetes.io/instance-type',
                    operator: 'In',
                    values: ['m6i.large'],
                  },
                ],
              },
            },
          },
          status: { resources: { cpu: '16' } },
        }),
      ],
      pods: [waitingPod('web', 5)],
      events: [typesEvent('web')],
    },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'leaves out a pod that does not fit the pool',
    world: {
      nodepools: [limited('18', '16')],
      pods: [large('web')],
      events: [
        karpenterEvent(
          'Pod',
          'web',
          'FailedScheduling',
          'Failed to schedule pod, incompatible with nodepool "general", did not tolerate gpu=true:NoSchedule',
          1,
        ),
      ],
    },
    state: 'pass',
  },
  {
    name: 'leaves out a pod without an event of Karpenter',
    world: { nodepools: [limited('18', '16')], pods: [large('web')] },
    state: 'pass',
  },
  {
    name: 'leaves out a pool that is turned off',
    world: { nodepools: [limited('0', '0')] },
    state: 'pass',
  },
  {
    name: 'leaves out a pool that is turned off and still drains its nodes',
    world: { nodepools: [limited('0', '8')] },
    state: 'pass',
  },
  ...[
    { labels: { 'clusterworks.dev/phase': 'draining' } },
    { deletionTimestamp: ago(3) },
  ].map(metadata => ({
    name: `leaves out a pool that is being removed: ${Object.keys(metadata)}`,
    world: {
      nodepools: [
        nodePool('general', {
          metadata,
          spec: { limits: { cpu: '6' } },
          status: { resources: { cpu: '6' } },
        }),
      ],
      pods: [waitingPod('web', 1)],
      events: [limitEvent('web', 1)],
    },
    state: 'pass' as const,
  })),
  {
    name: 'reports pods that wait for a pool that is turned off',
    world: {
      nodepools: [limited('0', '0')],
      pods: [waitingPod('web', 1)],
      events: [limitEvent('web', 1)],
    },
    state: 'fired',
    severity: 'critical',
    says: 'turned off by a limit of 0: cpu 0 of 0 (100 %); 1 pod waits',
  },
  {
    name: 'counts a resource that no node has had yet as zero',
    world: {
      nodepools: [
        nodePool('general', { spec: { limits: { 'nvidia.com/gpu': '8' } } }),
      ],
    },
    state: 'pass',
  },
  {
    name: 'is unknown when the pool does not report its use',
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
  {
    name: 'accepts the size of a static pool',
    world: {
      nodepools: [
        nodePool('general', {
          spec: { replicas: 2, limits: { nodes: '2' } },
          status: { nodes: 2, resources: { nodes: '2' } },
        }),
      ],
    },
    state: 'pass',
  },
  {
    name: 'counts the nodes of a pool that is not static',
    world: {
      nodepools: [
        nodePool('general', {
          spec: { limits: { nodes: '2' } },
          status: { nodes: 2, resources: { nodes: '2' } },
        }),
      ],
    },
    state: 'fired',
    severity: 'warning',
    says: 'nodes 2 of 2',
  },
]);
