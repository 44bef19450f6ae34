import { assess } from './assess';
import { sourceNames } from '../kinds';
import {
  ago,
  ciliumDaemonSet,
  ciliumLease,
  ciliumNode,
  ciliumOperatorDeployment,
  condition,
  healthyWorld,
  karpenterDeployment,
  karpenterEvent,
  karpenterLease,
  karpenterPod,
  merge,
  node,
  nodeClaim,
  nodeClass,
  nodePool,
  NOW,
  pod,
  snapshotOf,
  waitingPod,
  World,
  youngClaim,
} from '../testing/world';

const base = healthyWorld();
const more = <S extends keyof World>(source: S, ...objects: unknown[]) => [
  ...(base[source] ?? []),
  ...objects,
];
const taint = { key: 'node.cilium.io/agent-not-ready', effect: 'NoExecute' };

/** A node that joined so many minutes ago and waits for Cilium. */
function stuckNode(name: string, minutes: number) {
  return {
    claim: merge(
      youngClaim(
        name,
        minutes,
        condition('Launched', 'True', minutes),
        condition('Registered', 'True', minutes),
        condition(
          'Initialized',
          'Unknown',
          minutes,
          'StartupTaintsExist',
          'StartupTaint "node.cilium.io/agent-not-ready=true:NoExecute" still exists',
        ),
        condition('Ready', 'Unknown', minutes),
      ),
      {
        status: {
          nodeName: `node-${name}`,
          providerID: `aws:///eu-west-1a/i-${name}`,
        },
      },
    ),
    node: node(name, {
      metadata: {
        creationTimestamp: ago(minutes),
        labels: { 'karpenter.sh/initialized': undefined },
      },
      spec: { taints: [taint] },
      status: {
        conditions: [
          condition(
            'Ready',
            'False',
            minutes,
            'KubeletNotReady',
            'cni plugin not initialized',
          ),
        ],
      },
    }),
    ciliumNode: ciliumNode(name, {
      metadata: { creationTimestamp: ago(minutes) },
      spec: {
        addresses: [{ type: 'InternalIP', ip: '10.0.0.11' }],
        health: undefined,
        ipam: { pool: undefined, 'pre-allocate': 8 },
      },
      status: {
        eni: { enis: { 'eni-1': { addresses: undefined } } },
        ipam: { used: undefined },
      },
    }),
    agent: pod(`cilium-${name}`, {
      metadata: {
        namespace: 'kube-system',
        creationTimestamp: ago(minutes),
        labels: { 'k8s-app': 'cilium' },
        ownerReferences: [
          { kind: 'DaemonSet', name: 'cilium', uid: 'ds', controller: true },
        ],
      },
      spec: { nodeName: `node-${name}`, hostNetwork: true },
      status: {
        podIP: '10.0.0.11',
        conditions: [
          condition('PodScheduled', 'True', minutes),
          condition('Ready', 'False', minutes, 'ContainersNotReady'),
        ],
        containerStatuses: [
          {
            name: 'cilium-agent',
            ready: false,
            restartCount: 0,
            state: { running: { startedAt: ago(minutes) } },
          },
        ],
      },
    }),
  };
}

const stuck = ['general-2', 'general-3'].map((name, i) =>
  stuckNode(name, 17 + i),
);
const stuckWorld: World = {
  nodes: more('nodes', ...stuck.map(one => one.node)),
  nodeclaims: more('nodeclaims', ...stuck.map(one => one.claim)),
  ciliumnodes: more('ciliumnodes', ...stuck.map(one => one.ciliumNode)),
  pods: more('pods', ...stuck.map(one => one.agent), waitingPod('web-9', 16)),
  daemonsets: [
    ciliumDaemonSet({
      status: {
        desiredNumberScheduled: 3,
        numberReady: 1,
        numberAvailable: 1,
        numberUnavailable: 2,
        updatedNumberScheduled: 3,
      },
    }),
  ],
  events: [
    karpenterEvent(
      'Pod',
      'web-9',
      'Nominated',
      'Pod should schedule on: nodeclaim/general-2',
      1,
    ),
  ],
};
const waitingNominated = [
  karpenterEvent(
    'Pod',
    'web-9',
    'Nominated',
    'Pod should schedule on: nodeclaim/gpu-gone1',
    1,
  ),
];
const badClass = (type: string, reason: string) =>
  nodeClass('default', {
    status: {
      conditions: [
        ...[
          'SubnetsReady',
          'SecurityGroupsReady',
          'AMIsReady',
          'InstanceProfileReady',
        ]
          .filter(other => other !== type)
          .map(other => condition(other, 'True')),
        condition(type, 'False', 20, reason, 'nothing matches'),
        condition('ValidationSucceeded', 'False', 20, 'DependenciesNotReady'),
        condition('Ready', 'False', 20, 'UnhealthyDependents'),
      ],
    },
  });
const poolOfBadClass = nodePool('general', {
  status: {
    conditions: [
      condition(
        'NodeClassReady',
        'False',
        20,
        'UnhealthyDependents',
        'SubnetsReady=False',
      ),
      condition('Ready', 'False', 20, 'UnhealthyDependents'),
    ],
  },
});
const registering = (name: string) =>
  youngClaim(
    name,
    12,
    condition('Launched', 'True', 12),
    condition('Registered', 'Unknown', 12, 'NodeNotFound'),
    condition('Initialized', 'Unknown', 12, 'NodeNotFound'),
  );
const silent = (name: string) =>
  node(name, {
    status: {
      conditions: [
        condition(
          'Ready',
          'Unknown',
          3,
          'NodeStatusUnknown',
          'Kubelet stopped',
        ),
      ],
    },
  });
const going = (name: string) =>
  nodeClaim(name, { metadata: { deletionTimestamp: ago(80) } });

interface Scenario {
  name: string;
  world: World;
  root: string;
  /** Codes among the consequences of the root. */
  follows: string[];
}

const scenarios: Scenario[] = [
  {
    name: 'a subnet is full, so nodes wait for addresses and pods for nodes',
    world: stuckWorld,
    root: 'cilium/D07',
    follows: ['cilium/D06', 'karpenter/L3', 'clusterworks/pods-waiting'],
  },
  {
    name: "Cilium's operator is down, so no node gets addresses",
    world: {
      ...stuckWorld,
      deployments: [
        karpenterDeployment(),
        ciliumOperatorDeployment({
          status: { availableReplicas: undefined, readyReplicas: undefined },
        }),
      ],
      leases: [karpenterLease(), ciliumLease(20)],
    },
    root: 'cilium/D03',
    follows: ['cilium/D07', 'karpenter/L3', 'clusterworks/pods-waiting'],
  },
  {
    name: 'Karpenter is down while pods wait',
    world: {
      deployments: [
        karpenterDeployment({ status: { availableReplicas: 0 } }),
        ciliumOperatorDeployment(),
      ],
      leases: [karpenterLease(9), ciliumLease()],
      pods: more('pods', waitingPod('web-9', 8)),
    },
    root: 'karpenter/C1',
    follows: ['karpenter/C3', 'clusterworks/pods-waiting'],
  },
  {
    name: 'the controller crashes, so it is down and nobody leads',
    world: {
      deployments: [
        karpenterDeployment({ status: { availableReplicas: 0 } }),
        ciliumOperatorDeployment(),
      ],
      leases: [karpenterLease(9), ciliumLease()],
      pods: more(
        'pods',
        waitingPod('web-9', 8),
        karpenterPod('karpenter-2', {
          status: {
            containerStatuses: [
              {
                name: 'controller',
                ready: false,
                restartCount: 9,
                state: { waiting: { reason: 'CrashLoopBackOff' } },
              },
            ],
          },
        }),
      ),
    },
    root: 'karpenter/C2',
    follows: ['karpenter/C1', 'karpenter/C3', 'clusterworks/pods-waiting'],
  },
  {
    name: 'a class finds no subnet, so its pool is not Ready',
    world: {
      ec2nodeclasses: [badClass('SubnetsReady', 'SubnetsNotFound')],
      nodepools: [poolOfBadClass],
      pods: more('pods', waitingPod('web-9', 8)),
    },
    root: 'karpenter/N1',
    follows: ['karpenter/P1', 'clusterworks/pods-waiting'],
  },
  {
    name: 'an alias was mistyped, which shows only as a condition that is behind',
    world: {
      ec2nodeclasses: [
        nodeClass('default', {
          metadata: { generation: 2 },
          status: {
            conditions: [
              { ...condition('SubnetsReady', 'True'), observedGeneration: 2 },
              {
                ...condition('SecurityGroupsReady', 'True'),
                observedGeneration: 2,
              },
              { ...condition('AMIsReady', 'True'), observedGeneration: 1 },
              {
                ...condition('InstanceProfileReady', 'True'),
                observedGeneration: 2,
              },
              {
                ...condition('ValidationSucceeded', 'True'),
                observedGeneration: 2,
              },
              {
                ...condition(
                  'Ready',
                  'Unknown',
                  20,
                  'ReconcilingDependents',
                  'AMIsReady=True',
                ),
                observedGeneration: 2,
              },
            ],
          },
        }),
      ],
      nodepools: [poolOfBadClass],
      pods: more('pods', waitingPod('web-9', 8)),
    },
    root: 'karpenter/N3',
    follows: ['karpenter/P1', 'clusterworks/pods-waiting'],
  },
  {
    name: 'a pool is at its limit and pods wait',
    world: {
      nodepools: [nodePool('general', { spec: { limits: { cpu: '2' } } })],
      pods: more('pods', waitingPod('web-9', 8)),
      events: [
        karpenterEvent(
          'Pod',
          'web-9',
          'FailedScheduling',
          'Failed to schedule pod, all available instance types exceed limits for nodepool (NodePool=general)',
          1,
        ),
      ],
    },
    root: 'karpenter/P3',
    follows: ['clusterworks/pods-waiting'],
  },
  {
    name: 'EC2 has no capacity for the GPU pool and nothing else fits',
    world: {
      nodepools: [nodePool(), nodePool('gpu')],
      pods: more('pods', waitingPod('web-9', 8)),
      events: [
        karpenterEvent(
          'NodeClaim',
          'gpu-aaaa1',
          'InsufficientCapacityError',
          'x',
          1,
        ),
        ...waitingNominated,
      ],
    },
    root: 'karpenter/L8',
    follows: ['clusterworks/pods-waiting'],
  },
  {
    name: 'EC2 refuses the launch of every claim of a pool',
    world: {
      nodeclaims: more(
        'nodeclaims',
        ...['general-7', 'general-8'].map(name =>
          youngClaim(
            name,
            3,
            condition('Launched', 'Unknown', 3, 'Unauthorized', 'denied'),
          ),
        ),
      ),
      nodepools: [
        nodePool('general', {
          status: {
            conditions: [
              condition(
                'NodeRegistrationHealthy',
                'False',
                9,
                'Unauthorized',
                'denied',
              ),
              condition('Ready', 'True'),
            ],
          },
        }),
      ],
      pods: more('pods', waitingPod('web-9', 8)),
    },
    root: 'karpenter/L1',
    follows: ['karpenter/L1', 'karpenter/P4', 'clusterworks/pods-waiting'],
  },
  {
    name: 'instances run and do not join',
    world: {
      nodeclaims: more(
        'nodeclaims',
        registering('general-7'),
        registering('general-8'),
      ),
      nodepools: [
        nodePool('general', {
          status: {
            conditions: [
              condition(
                'NodeRegistrationHealthy',
                'False',
                30,
                'RegistrationFailed',
                'Failed to register node',
              ),
              condition('Ready', 'True'),
            ],
          },
        }),
      ],
      pods: more('pods', waitingPod('web-9', 40)),
    },
    root: 'karpenter/L2',
    follows: ['karpenter/L2', 'karpenter/P4', 'clusterworks/pods-waiting'],
  },
  {
    name: 'GPU nodes have no device plugin',
    world: {
      nodeclaims: more(
        'nodeclaims',
        ...['gpu-1', 'gpu-2'].map(name =>
          merge(
            youngClaim(
              name,
              22,
              condition('Launched', 'True', 22),
              condition('Registered', 'True', 22),
              condition(
                'Initialized',
                'Unknown',
                22,
                'ResourceNotRegistered',
                'Resource "nvidia.com/gpu" was requested but not registered',
              ),
            ),
            {
              status: {
                nodeName: `node-${name}`,
                providerID: `aws:///eu-west-1a/i-${name}`,
              },
            },
          ),
        ),
      ),
      nodes: more('nodes', node('gpu-1'), node('gpu-2')),
      ciliumnodes: more(
        'ciliumnodes',
        ciliumNode('gpu-1'),
        ciliumNode('gpu-2'),
      ),
      pods: more('pods', waitingPod('web-9', 23)),
    },
    root: 'karpenter/L4',
    follows: ['karpenter/L4', 'clusterworks/pods-waiting'],
  },
  {
    name: 'pools do not announce the start-up taint, so nodes are launched twice',
    world: {
      nodepools: ['general', 'gpu'].map(name =>
        nodePool(name, {
          spec: { template: { spec: { startupTaints: undefined } } },
        }),
      ),
      events: ['a', 'b', 'c'].map(name =>
        karpenterEvent(
          'Pod',
          'web-1',
          'Nominated',
          `Pod should schedule on: nodeclaim/general-${name}`,
          3,
        ),
      ),
    },
    root: 'karpenter/P7',
    follows: ['karpenter/P7', 'karpenter/L9'],
  },
  {
    name: 'one PodDisruptionBudget holds several nodes',
    world: {
      nodeclaims: [going('general-1'), going('general-2')],
      nodes: more('nodes', node('general-2')),
      ciliumnodes: more('ciliumnodes', ciliumNode('general-2')),
      pods: more(
        'pods',
        ...['general-1', 'general-2'].map(name =>
          pod(`db-${name}`, {
            metadata: { labels: { app: 'db' } },
            spec: { nodeName: `node-${name}`, hostNetwork: true },
          }),
        ),
      ),
      poddisruptionbudgets: [
        {
          apiVersion: 'policy/v1',
          kind: 'PodDisruptionBudget',
          metadata: {
            name: 'db',
            namespace: 'default',
            creationTimestamp: ago(999),
          },
          spec: { minAvailable: 2, selector: { matchLabels: { app: 'db' } } },
          status: {
            disruptionsAllowed: 0,
            currentHealthy: 2,
            desiredHealthy: 2,
          },
        },
      ],
    },
    root: 'karpenter/L6',
    follows: ['karpenter/L6'],
  },
  {
    name: 'most nodes go silent, and their agents with them',
    world: {
      nodes: more(
        'nodes',
        ...['general-2', 'general-3', 'general-4'].map(silent),
      ),
      nodeclaims: more(
        'nodeclaims',
        ...['general-2', 'general-3', 'general-4'].map(name => nodeClaim(name)),
      ),
      ciliumnodes: more(
        'ciliumnodes',
        ...['general-2', 'general-3', 'general-4'].map(name =>
          ciliumNode(name),
        ),
      ),
      daemonsets: [
        ciliumDaemonSet({
          status: {
            desiredNumberScheduled: 4,
            numberReady: 1,
            numberAvailable: 1,
            numberUnavailable: 3,
            updatedNumberScheduled: 4,
          },
        }),
      ],
      pods: more(
        'pods',
        ...['general-2', 'general-3', 'general-4'].map(name =>
          pod(`cilium-${name}`, {
            metadata: {
              namespace: 'kube-system',
              labels: { 'k8s-app': 'cilium' },
              ownerReferences: [
                {
                  kind: 'DaemonSet',
                  name: 'cilium',
                  uid: 'ds',
                  controller: true,
                },
              ],
            },
            spec: { nodeName: `node-${name}`, hostNetwork: true },
            status: {
              conditions: [
                condition('PodScheduled', 'True', 50),
                condition('Ready', 'False', 3),
              ],
              containerStatuses: [
                { name: 'cilium-agent', ready: true, restartCount: 0 },
              ],
            },
          }),
        ),
      ),
    },
    root: 'clusterworks/node-not-ready',
    follows: [
      'clusterworks/node-not-ready',
      'clusterworks/cilium-pods-running',
    ],
  },
];

describe('composed scenarios: one cause, one critical finding', () => {
  it.each(scenarios.map(one => [one.name, one] as const))(
    '%s',
    (_, scenario) => {
      const { assessment } = assess(
        snapshotOf({ ...base, ...scenario.world }),
        undefined,
        NOW,
      );
      const { findings } = assessment;
      const loud = findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ severity, code, title }) => `${severity} ${code} ${title}`);
      const root = findings[0];
      const follows = findings
        .filter(({ id }) => root.consequences.includes(id))
        .map(({ code }) => code);
      expect(loud).toEqual([
        expect.stringContaining(`critical ${scenario.root}`),
      ]);
      expect(root.code).toBe(scenario.root);
      expect(follows).toEqual(expect.arrayContaining(scenario.follows));
      expect(assessment.verdict).toBe('critical');
    },
  );

  it.each(scenarios.map(one => [one.name, one] as const))(
    'never looks healthy when a source is lost: %s',
    (_, scenario) => {
      const whole = snapshotOf({ ...base, ...scenario.world });
      const wrong = sourceNames.flatMap(source => {
        const blind = {
          ...whole,
          resources: {
            ...whole.resources,
            [source]: { state: 'forbidden' as const, items: [] },
          },
        };
        const { assessment } = assess(blind, undefined, NOW);
        return assessment.verdict === 'healthy' ? [source] : [];
      });
      expect(wrong).toEqual([]);
    },
  );

  it('is degraded, not critical, when a fallback pool serves the pods', () => {
    const { assessment } = assess(
      snapshotOf({
        ...base,
        nodepools: [nodePool(), nodePool('gpu'), nodePool('gpu-spot')],
        events: [
          karpenterEvent(
            'NodeClaim',
            'gpu-aaaa1',
            'InsufficientCapacityError',
            'x',
            2,
          ),
          karpenterEvent(
            'NodeClaim',
            'gpu-aaaa2',
            'InsufficientCapacityError',
            'x',
            1,
          ),
        ],
      }),
      undefined,
      NOW,
    );
    const loud = assessment.findings.filter(
      ({ severity }) => severity !== 'info',
    );
    expect(loud.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'karpenter/L8'],
    ]);
    expect(assessment.verdict).toBe('degraded');
  });

  it('finds nothing loud in the healthy cluster that they start from', () => {
    const { assessment } = assess(snapshotOf(base), undefined, NOW);
    expect(
      assessment.findings.filter(({ severity }) => severity !== 'info'),
    ).toEqual([]);
    expect(assessment.verdict).toBe('healthy');
  });
});
