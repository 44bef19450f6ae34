import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { exact, FIXTURES_NOW, MINUTE, minutesAgo, unknown } from './measures';

const GIB = 1024 ** 3;

/** Karpenter of that cluster: one pool that grows, one that is not ready. */
export const karpenterView: ClusterView['karpenter'] = {
  state: 'ok',
  namespace: 'kube-system',
  controller: {
    component: 'Karpenter',
    kind: 'Deployment',
    namespace: 'kube-system',
    name: 'karpenter',
    desired: exact(2),
    ready: exact(2),
    updated: exact(2),
    version: '1.14.3',
  },
  nodePools: [
    {
      name: 'general',
      nodeClass: 'default',
      weight: 10,
      ready: { status: 'True', reason: 'Ready', since: minutesAgo(600) },
      nodes: exact(10),
      resources: [
        {
          resource: 'cpu',
          limit: 2000,
          provisioned: exact(1620),
          requested: exact(1490),
        },
        {
          resource: 'memory',
          limit: 4000 * GIB,
          provisioned: exact(3100 * GIB),
        },
        { resource: 'nodes', provisioned: exact(10) },
      ],
      consolidation: { policy: 'WhenEmptyOrUnderutilized', after: '5m' },
      capacityTypes: ['spot', 'on-demand'],
      nodeClaims: {
        launching: 0,
        registering: 0,
        network: 1,
        initializing: 2,
        ready: 7,
        draining: 0,
      },
      expireAfter: '720h',
      disruption: {
        budgets: [
          { nodes: '10%', active: true, allows: 1 },
          {
            nodes: '0',
            reasons: ['Drifted'],
            schedule: '0 9 * * mon-fri',
            duration: '8h',
            active: false,
            allows: 0,
            next: new Date(FIXTURES_NOW + 600 * MINUTE).toISOString(),
          },
        ],
        allowedNow: [{ reason: 'Underutilized', nodes: 1 }],
        drifted: 2,
      },
      effectiveLimit: {
        resource: 'cpu',
        left: 380,
        smallestNode: 2,
        fits: true,
      },
    },
    {
      name: 'gpu',
      nodeClass: 'gpu',
      ready: {
        status: 'False',
        reason: 'NodeClassNotReady',
        message: 'Referenced NodeClass is not ready',
        since: minutesAgo(8),
      },
      notReadyBecause: 'NodeClass gpu: no subnet matches its selector',
      nodes: exact(0),
      resources: [
        {
          resource: 'cpu',
          limit: 500,
          provisioned: unknown('not reported yet'),
        },
        { resource: 'nvidia.com/gpu', limit: 100, provisioned: exact(0) },
      ],
      consolidation: { policy: 'WhenEmpty', after: '30m' },
      capacityTypes: ['on-demand'],
    },
  ],
  nodeClaims: [
    {
      name: 'general-x7k2p',
      nodePool: 'general',
      node: 'ip-10-0-1-7.eu-west-1.compute.internal',
      instanceType: 'm6i.2xlarge',
      zone: 'eu-west-1b',
      capacityType: 'spot',
      stage: 'network',
      because: 'the Cilium agent is not ready on the node',
      createdAt: minutesAgo(12),
      launchedAt: minutesAgo(11.9),
      registeredAt: minutesAgo(11),
    },
    {
      name: 'general-b2c9d',
      nodePool: 'general',
      node: 'ip-10-0-0-9.eu-west-1.compute.internal',
      instanceType: 'm6i.2xlarge',
      zone: 'eu-west-1a',
      capacityType: 'spot',
      stage: 'ready',
      createdAt: minutesAgo(40),
      launchedAt: minutesAgo(39.9),
      registeredAt: minutesAgo(39.2),
      networkReadyAt: minutesAgo(38.9),
      initializedAt: minutesAgo(38.8),
    },
  ],
  nodeClasses: [
    {
      name: 'default',
      ready: { status: 'True' },
      role: 'search-dev-node',
      subnets: [
        { id: 'subnet-0a1', zone: 'eu-west-1a' },
        { id: 'subnet-0b2', zone: 'eu-west-1b' },
      ],
      securityGroups: [{ id: 'sg-01', name: 'search-dev-node' }],
      amis: [
        {
          id: 'ami-01',
          name: 'al2023-x86_64-standard-1.35',
          deprecated: false,
        },
      ],
    },
  ],
  bootTimes: [
    { stage: 'total', samples: 9, p50: 72, p95: 110 },
    { stage: 'network', samples: 9, p50: 18, p95: 31 },
  ],
};
