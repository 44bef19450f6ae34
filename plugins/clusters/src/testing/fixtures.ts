import type {
  Assessment,
  ClusterDetail,
  ClusterView,
  Finding,
  FleetResponse,
  FleetRow,
  HistoryResponse,
  Measure,
} from '@clusterworks/plugin-clusters-common';

const MINUTE = 60_000;

/** The time that the fixtures call now, in milliseconds since 1970. */
export const FIXTURES_NOW = Date.now();

/** A time so many minutes before that, as RFC 3339. */
export const minutesAgo = (minutes: number): string =>
  new Date(FIXTURES_NOW - minutes * MINUTE).toISOString();

export const exact = (value: number): Measure => ({
  certainty: 'exact',
  value,
});
export const atLeast = (value: number): Measure => ({
  certainty: 'atLeast',
  value,
});
export const unknown = (reason: string): Measure => ({
  certainty: 'unknown',
  reason,
});

/** A healthy, live cluster; everything can be overridden. */
export function fleetRow(overrides: Partial<FleetRow> = {}): FleetRow {
  const name = overrides.name ?? 'payments-prod';
  return {
    name,
    entityRef: `resource:default/${name}`,
    owner: 'group:default/payments',
    environment: 'prod',
    region: 'eu-west-1',
    accountId: '123456789012',
    provisioned: true,
    verdict: 'healthy',
    headline: { text: 'Nothing needs a person' },
    findings: { critical: 0, warning: 0, info: 0 },
    versions: {
      kubernetes: { desired: '1.35', observed: '1.35.4' },
      karpenter: { desired: '1.14.3', observed: '1.14.3' },
      cilium: { desired: '1.19.9', observed: '1.19.9' },
    },
    nodes: exact(48),
    cpuRequested: exact(310),
    cpuAllocatable: exact(384),
    spotShare: exact(0.62),
    addressesFree: atLeast(412),
    connection: { state: 'live', since: minutesAgo(60) },
    observedAt: minutesAgo(0),
    revision: 7,
    ...overrides,
  };
}

const nothing = {
  nodes: unknown('nodes: not read'),
  cpuRequested: unknown('pods: not read'),
  cpuAllocatable: unknown('nodes: not read'),
  spotShare: unknown('nodes: not read'),
  addressesFree: unknown('ciliumnodes: not read'),
};

const unseen = {
  kubernetes: { desired: '1.31' },
  karpenter: { desired: '1.8.2' },
  cilium: { desired: '1.17.4' },
};

/** One cluster of every kind that the fleet page must tell apart. */
export const fleetRows: FleetRow[] = [
  fleetRow({
    name: 'search-dev',
    environment: 'dev',
    owner: 'group:default/search',
    verdict: 'critical',
    headline: {
      text: 'Subnet eu-west-1b has no free addresses, 3 nodes cannot join',
      severity: 'critical',
      since: minutesAgo(12),
      findingId: 'f-root',
    },
    findings: { critical: 1, warning: 2, info: 0 },
    nodes: exact(12),
    cpuRequested: exact(90),
    cpuAllocatable: exact(96),
    spotShare: exact(0.25),
    addressesFree: atLeast(9),
  }),
  fleetRow({
    name: 'ml-staging',
    environment: 'staging',
    owner: 'group:default/ml',
    verdict: 'degraded',
    headline: {
      text: 'NodePool gpu is out of capacity, its fallback works',
      severity: 'warning',
      since: minutesAgo(125),
    },
    versions: {
      kubernetes: { desired: '1.35', observed: '1.34.6' },
      karpenter: { desired: '1.14.3', observed: '1.14.3' },
      cilium: { desired: '1.19.9', observed: '1.18.2' },
    },
    nodes: exact(31),
    connection: { state: 'stale', since: minutesAgo(6) },
    observedAt: minutesAgo(6),
  }),
  fleetRow({
    name: 'legacy-eu',
    verdict: 'unknown',
    headline: { text: 'API server unreachable', since: minutesAgo(3) },
    lastKnown: { verdict: 'healthy', at: minutesAgo(4) },
    versions: unseen,
    ...nothing,
    connection: {
      state: 'unreachable',
      since: minutesAgo(3),
      message: 'The connection was refused.',
    },
    observedAt: undefined,
  }),
  fleetRow({
    name: 'reports-staging',
    environment: 'staging',
    owner: 'group:default/reports',
    verdict: 'unknown',
    headline: { text: 'The portal has no access (403)' },
    versions: unseen,
    ...nothing,
    connection: {
      state: 'forbidden',
      message: 'The API server answered 403 to nodes.',
    },
    observedAt: undefined,
  }),
  fleetRow({
    name: 'shop-dev',
    environment: 'dev',
    owner: 'group:default/shop',
    provisioned: false,
    verdict: 'unknown',
    headline: { text: 'Not provisioned yet' },
    versions: unseen,
    ...nothing,
    connection: { state: 'notProvisioned' },
    observedAt: undefined,
  }),
  fleetRow(),
];

/** An answer of `GET /v1/fleet` with these rows. */
export function fleetResponse(
  items: FleetRow[] = fleetRows,
  overrides: Partial<FleetResponse> = {},
): FleetResponse {
  const count = (verdict: FleetRow['verdict']) =>
    items.filter(row => row.verdict === verdict).length;
  return {
    revision: 7,
    totals: {
      clusters: items.length,
      critical: count('critical'),
      degraded: count('degraded'),
      unknown: count('unknown'),
      healthy: count('healthy'),
    },
    items,
    ...overrides,
  };
}

/** The findings of a cluster whose subnet is full. */
export const findings: Finding[] = [
  {
    id: 'f-root',
    code: 'cilium/D07',
    rule: 'ciliumnode-stuck',
    severity: 'critical',
    subject: {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNode',
      name: 'ip-10-0-1-7.eu-west-1.compute.internal',
    },
    since: minutesAgo(12),
    title: 'Subnet eu-west-1b has no free addresses, 3 nodes cannot join',
    evidence: [
      {
        object: 'CiliumNode/ip-10-0-1-7.eu-west-1.compute.internal',
        path: 'status.eni.enis',
        value: '{}',
      },
      {
        object: 'CiliumNode/ip-10-0-1-7.eu-west-1.compute.internal',
        path: 'status.ipam.operator-status.error',
        value: 'InsufficientFreeAddressesInSubnet',
      },
    ],
    remedy: [
      {
        text: 'Add a secondary CIDR to the VPC, or take eu-west-1b out of NodePool general.',
        command: 'kubectl edit nodepool general',
      },
    ],
    consequences: ['f-claims', 'f-pods'],
  },
  {
    id: 'f-claims',
    code: 'karpenter/C3',
    rule: 'nodeclaim-not-initialized',
    severity: 'warning',
    subject: {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodeClaim',
      name: 'general-x7k2p',
    },
    since: minutesAgo(10),
    title: '3 NodeClaims wait for addresses',
    evidence: [],
    remedy: [],
    consequences: [],
  },
  {
    id: 'f-pods',
    code: 'karpenter/L3',
    rule: 'pods-pending',
    severity: 'warning',
    subject: {
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'shop',
      name: 'web-0',
    },
    since: minutesAgo(9),
    title: '14 pods pending',
    evidence: [],
    remedy: [],
    consequences: [],
  },
  {
    id: 'f-info',
    code: 'karpenter/P3',
    rule: 'nodepool-near-limit',
    severity: 'info',
    subject: {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      name: 'general',
    },
    title: 'NodePool general has used 81 % of its CPU limit',
    evidence: [],
    remedy: [],
    consequences: [],
  },
];

/** A judgement with those findings. */
export const assessment: Assessment = {
  cluster: 'search-dev',
  observedAt: minutesAgo(0),
  verdict: 'critical',
  sources: [
    { name: 'nodes', state: 'ok' },
    { name: 'nodepools', state: 'ok' },
    { name: 'events', state: 'forbidden', reason: 'events is forbidden' },
  ],
  findings,
  checks: [
    { code: 'cilium/D07', state: 'fired' },
    { code: 'karpenter/C9', state: 'pass' },
    { code: 'karpenter/L4', state: 'unknown', reason: 'events: forbidden' },
  ],
};

const GIB = 1024 ** 3;

/** What the tabs show of that cluster. */
export const clusterView: ClusterView = {
  karpenter: {
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
            used: exact(1620),
            requested: exact(1490),
          },
          { resource: 'memory', limit: 4000 * GIB, used: exact(3100 * GIB) },
          { resource: 'nodes', used: exact(10) },
        ],
        consolidation: { policy: 'WhenEmptyOrUnderutilized', after: '5m' },
        capacityTypes: ['spot', 'on-demand'],
        nodeClaims: {
          launching: 0,
          registering: 0,
          initializing: 3,
          ready: 7,
          deleting: 0,
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
          { resource: 'cpu', limit: 500, used: unknown('not reported yet') },
          { resource: 'nvidia.com/gpu', limit: 100, used: exact(0) },
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
  },
  cilium: {
    state: 'ok',
    rollouts: [
      {
        component: 'Cilium agent',
        kind: 'DaemonSet',
        namespace: 'kube-system',
        name: 'cilium',
        desired: exact(12),
        ready: exact(9),
        updated: exact(12),
        version: '1.19.9',
      },
      {
        component: 'Cilium operator',
        kind: 'Deployment',
        namespace: 'kube-system',
        name: 'cilium-operator',
        desired: exact(2),
        ready: exact(2),
        updated: exact(2),
        version: '1.19.9',
      },
    ],
    addressesFree: atLeast(9),
    nodes: [
      {
        node: 'ip-10-0-0-9.eu-west-1.compute.internal',
        zone: 'eu-west-1a',
        instanceType: 'm6i.2xlarge',
        used: exact(38),
        allocated: exact(42),
        capacity: exact(58),
        free: exact(4),
      },
      {
        node: 'ip-10-0-1-7.eu-west-1.compute.internal',
        zone: 'eu-west-1b',
        instanceType: 'm6i.2xlarge',
        used: exact(0),
        allocated: exact(0),
        capacity: exact(58),
      },
    ],
    subnets: [
      {
        subnetId: 'subnet-0b2',
        cidr: '10.40.32.0/19',
        zone: 'eu-west-1b',
        nodes: 4,
        usable: exact(8187),
        used: exact(150),
        reserved: exact(20),
        free: { certainty: 'estimate', value: 8017 },
        runwayNodes: exact(0),
        runwayHours: unknown('no growth was seen'),
        refused: {
          nodes: ['ip-10-0-1-7.eu-west-1.compute.internal'],
          text: 'AWS refuses new addresses: InsufficientFreeAddressesInSubnet',
        },
      },
    ],
    stuck: [
      {
        node: 'ip-10-0-1-7.eu-west-1.compute.internal',
        what: 'noAddresses',
        since: minutesAgo(11),
        text: 'The node has no interface with addresses.',
        remedy: [
          {
            text: 'Delete the NodeClaim; Karpenter replaces the node.',
            command: 'kubectl delete nodeclaim general-x7k2p',
          },
        ],
      },
    ],
    posture: [
      { aspect: 'encryption', configured: 'none', seen: 'none' },
      {
        aspect: 'aws-node',
        configured: 'absent',
        seen: 'present',
        conflict: 'The DaemonSet aws-node runs beside Cilium.',
      },
    ],
    networkWait: { p50: exact(18), p95: exact(31), waiting: exact(1) },
  },
  versions: { kubernetes: '1.35.4', karpenter: '1.14.3', cilium: '1.19.9' },
  nodes: exact(12),
  nodesNotReady: exact(3),
  podsPending: exact(14),
  spotShare: exact(0.25),
  cpuRequested: exact(90),
  cpuAllocatable: exact(96),
  nodeList: ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'a', 'a', 'c', 'b'].map(
    (zone, index) => ({
      name: `ip-10-0-${index}-7.eu-west-1.compute.internal`,
      nodePool: index > 9 ? 'system' : 'general',
      zone: `eu-west-1${zone}`,
      instanceType: index % 3 === 0 ? 'm6i.4xlarge' : 'm6i.2xlarge',
      capacityType: index % 4 === 0 ? 'on-demand' : 'spot',
      state: index === 1 ? ('joining' as const) : ('ready' as const),
      cpu: index % 3 === 0 ? 15.8 : 7.9,
      memory: (index % 3 === 0 ? 58 : 28) * GIB,
      pods: 20 + index,
      cpuRequested: index === 1 ? 0 : 6.2,
    }),
  ),
};

/** An answer of `GET /v1/clusters/search-dev`. */
export function clusterDetail(
  overrides: Partial<ClusterDetail> = {},
): ClusterDetail {
  return {
    row: fleetRows[0],
    assessment,
    view: clusterView,
    ...overrides,
  };
}

/** An answer of the history route. */
export function historyResponse(): HistoryResponse {
  return {
    cluster: 'search-dev',
    points: Array.from({ length: 24 }, (_, index) => ({
      at: minutesAgo((24 - index) * 60),
      verdict: index === 23 ? 'critical' : 'healthy',
      nodes: 8 + Math.floor(index / 5),
      addressesFree: 400 - index * 17,
      podsPending: index === 23 ? 14 : 0,
      cpuAllocatable: 64 + index,
    })),
    verdictChanges: [
      {
        at: minutesAgo(12),
        from: 'healthy',
        to: 'critical',
        headline: 'Subnet eu-west-1b has no free addresses',
      },
    ],
  };
}
