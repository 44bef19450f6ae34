import * as kube from '@clusterworks/kube-fixtures';
import { NOW, snapshotOf } from '../../testing/world';
import { assess } from '../assess';
import {
  agents,
  clusterWith,
  controllers,
  waitingPod,
} from '../../testing/scenarios/clusterParts';
import { describeScenarios } from '../../testing/scenarios/describeScenarios';

const { ago, condition } = kube;
const follows = ['clusterworks/pods-waiting'];

const karpenterDown = {
  ...controllers({
    karpenter: kube.deployment(kube.karpenterController(), { ready: 0 }),
  }),
  leases: [
    kube.lease(kube.leaderLeases.karpenter, { renewedAt: ago('9m') }),
    kube.lease(kube.leaderLeases.ciliumOperator),
  ],
};

const poolOfBadClass = kube.nodePool('general', {
  conditions: [
    condition(
      'NodeClassReady',
      'False',
      ago('20m'),
      'UnhealthyDependents',
      'SubnetsReady=False',
    ),
    condition('Ready', 'False', ago('20m'), 'UnhealthyDependents'),
  ],
});

/** The pool `general`, whose new nodes never become ready for pods. */
const poolWithoutNewNodes = (reason: string, message: string) =>
  kube.nodePool('general', {
    conditions: [
      condition(
        'NodeRegistrationHealthy',
        'False',
        ago('30m'),
        reason,
        message,
      ),
    ],
  });

const eventOfPod = (reason: string, message: string, at = ago('1m')) =>
  kube.karpenterEvent(
    { kind: 'Pod', name: 'web-9', namespace: 'default' },
    { reason, message },
    { at },
  );
const noCapacity = (claim: string) =>
  kube.karpenterEvent(
    { kind: 'NodeClaim', name: claim },
    { reason: 'InsufficientCapacityError', message: 'x' },
  );

describeScenarios([
  {
    given: 'Karpenter is down while pods wait',
    cluster: { ...clusterWith(waitingPod), ...karpenterDown },
    cause: 'karpenter/C1',
    follows: ['karpenter/C3', ...follows],
  },
  {
    given: 'the controller crashes, so it is down and nobody leads',
    cluster: {
      ...clusterWith(waitingPod, {
        pods: [
          kube.pod('karpenter-2', {
            workload: kube.karpenterController(),
            ready: false,
            restarts: 9,
            waiting: { reason: 'CrashLoopBackOff' },
          }),
        ],
      }),
      ...karpenterDown,
    },
    cause: 'karpenter/C2',
    follows: ['karpenter/C1', 'karpenter/C3', ...follows],
  },
  {
    given: 'an EC2NodeClass finds no subnet, so its NodePool is not Ready',
    cluster: {
      ...clusterWith(waitingPod),
      ec2nodeclasses: [
        kube.nodeClass('default', {
          conditions: [
            condition(
              'SubnetsReady',
              'False',
              ago('20m'),
              'SubnetsNotFound',
              'nothing matches',
            ),
            condition(
              'ValidationSucceeded',
              'False',
              ago('20m'),
              'DependenciesNotReady',
            ),
            condition('Ready', 'False', ago('20m'), 'UnhealthyDependents'),
          ],
        }),
      ],
      nodepools: [poolOfBadClass],
    },
    cause: 'karpenter/N1',
    follows: ['karpenter/P1', ...follows],
  },
  {
    given:
      'an alias was mistyped, which shows only as a condition that is behind',
    cluster: {
      ...clusterWith(waitingPod),
      ec2nodeclasses: [
        kube.nodeClass('default', {
          metadata: { generation: 2 },
          conditions: [
            ...[
              'SubnetsReady',
              'SecurityGroupsReady',
              'InstanceProfileReady',
              'ValidationSucceeded',
              'CapacityReservationsReady',
              'PlacementGroupReady',
            ].map(type => ({
              ...condition(type, 'True', ago('1h')),
              observedGeneration: 2,
            })),
            {
              ...condition(
                'Ready',
                'Unknown',
                ago('20m'),
                'ReconcilingDependents',
                'AMIsReady=True',
              ),
              observedGeneration: 2,
            },
          ],
        }),
      ],
      nodepools: [poolOfBadClass],
    },
    cause: 'karpenter/N3',
    follows: ['karpenter/P1', ...follows],
  },
  {
    given: 'a NodePool is at its limit and pods wait',
    cluster: {
      ...clusterWith(waitingPod, {
        events: [
          eventOfPod(
            'FailedScheduling',
            'Failed to schedule pod, all available instance types exceed limits for nodepool (NodePool=general)',
          ),
        ],
      }),
      nodepools: [kube.nodePool('general', { spec: { limits: { cpu: '2' } } })],
    },
    cause: 'karpenter/P3',
    follows,
  },
  {
    given: 'EC2 has no capacity for the GPU pool and nothing else fits',
    cluster: clusterWith(waitingPod, {
      nodepools: [kube.nodePool('gpu')],
      events: [
        noCapacity('gpu-aaaa1'),
        eventOfPod('Nominated', 'Pod should schedule on: nodeclaim/gpu-gone1'),
      ],
    }),
    cause: 'karpenter/L8',
    follows,
  },
  {
    given: 'EC2 refuses the launch of every NodeClaim of a pool',
    cluster: {
      ...clusterWith(waitingPod, {
        nodeclaims: ['general-7', 'general-8'].map(name =>
          kube.nodeClaim(name, {
            createdAt: ago('3m'),
            launchedAt: null,
            conditions: [
              condition(
                'Launched',
                'Unknown',
                ago('3m'),
                'Unauthorized',
                'denied',
              ),
            ],
          }),
        ),
      }),
      nodepools: [poolWithoutNewNodes('Unauthorized', 'denied')],
    },
    cause: 'karpenter/L1',
    objects: 2,
    follows: ['karpenter/P4', ...follows],
  },
  {
    given: 'instances run and do not join',
    cluster: {
      ...clusterWith(waitingPod, {
        nodeclaims: ['general-7', 'general-8'].map(name =>
          kube.nodeClaim(name, { createdAt: ago('12m'), registeredAt: null }),
        ),
      }),
      nodepools: [
        poolWithoutNewNodes('RegistrationFailed', 'Failed to register node'),
      ],
    },
    cause: 'karpenter/L2',
    objects: 2,
    follows: ['karpenter/P4', ...follows],
  },
  {
    given: 'GPU nodes have no device plugin',
    cluster: clusterWith(
      waitingPod,
      ...['gpu-1', 'gpu-2'].map(name => ({
        ...kube.runningNode(name),
        nodeclaims: [
          kube.nodeClaim(name, {
            createdAt: ago('22m'),
            initializedAt: null,
            initializing: {
              reason: 'ResourceNotRegistered',
              message:
                'Resource "nvidia.com/gpu" was requested but not registered',
            },
          }),
        ],
      })),
    ),
    cause: 'karpenter/L4',
    objects: 2,
    follows,
  },
  {
    given:
      'NodePools do not declare the startup taint, so nodes are launched twice',
    cluster: {
      ...clusterWith({
        events: ['a', 'b', 'c'].map(name =>
          eventOfPod(
            'Nominated',
            `Pod should schedule on: nodeclaim/general-${name}`,
            ago('3m'),
          ),
        ),
      }),
      nodepools: ['general', 'gpu'].map(name =>
        kube.nodePool(name, {
          spec: { template: { spec: { startupTaints: undefined } } },
        }),
      ),
    },
    cause: 'karpenter/P7',
    objects: 2,
    follows: ['karpenter/L9'],
  },
  {
    given: 'one PodDisruptionBudget holds several nodes',
    cluster: {
      ...clusterWith(kube.runningNode('general-2'), {
        pods: ['general-1', 'general-2'].map(node =>
          kube.pod(`db-${node}`, {
            node,
            workload: kube.service('db', 'default', { hostNetwork: true }),
          }),
        ),
        poddisruptionbudgets: [
          kube.disruptionBudget(
            {
              name: 'db',
              namespace: 'default',
              labels: kube.service('db').labels,
            },
            { status: { disruptionsAllowed: 0, desiredHealthy: 2 } },
          ),
        ],
      }),
      nodeclaims: ['general-1', 'general-2'].map(name =>
        kube.nodeClaim(name, { deletedAt: ago('80m') }),
      ),
    },
    cause: 'karpenter/L6',
    objects: 2,
  },
  {
    given: 'the kubelets and agents of most nodes go silent',
    cluster: {
      ...clusterWith(
        ...['general-2', 'general-3', 'general-4'].map(name => ({
          ...kube.runningNode(name),
          nodes: [kube.node(name, { silentSince: ago('3m') })],
          pods: [
            kube.pod(`cilium-${name}`, {
              workload: kube.ciliumAgent(),
              node: name,
              ready: false,
              readySince: ago('3m'),
            }),
          ],
        })),
      ),
      ...agents(4, 1),
    },
    cause: 'clusterworks/node-not-ready',
    objects: 3,
    follows: ['clusterworks/cilium-pods-running'],
  },
]);

describe('a cluster without a critical cause', () => {
  const judged = (cluster: Parameters<typeof snapshotOf>[0]) => {
    const { assessment } = assess(snapshotOf(cluster), undefined, NOW);
    const loud = assessment.findings.filter(
      ({ severity }) => severity !== 'info',
    );
    return [
      assessment.verdict,
      ...loud.map(({ severity, code }) => `${severity} ${code}`),
    ];
  };

  it('is degraded when a fallback pool serves the pods', () => {
    expect(
      judged(
        clusterWith({
          nodepools: [kube.nodePool('gpu'), kube.nodePool('gpu-spot')],
          events: [noCapacity('gpu-aaaa1'), noCapacity('gpu-aaaa2')],
        }),
      ),
    ).toEqual(['degraded', 'warning karpenter/L8']);
  });

  it('is healthy when nothing is wrong', () => {
    expect(judged(clusterWith())).toEqual(['healthy']);
  });
});
