import type {
  Assessment,
  ChangePreviewResponse,
  CreationPreviewResponse,
  ChangeProgress,
  ClusterDetail,
  ClusterInGitResponse,
  ClusterMerges,
  FleetHistoryResponse,
  FleetResponse,
  FreezeResponse,
  FleetRow,
  HistoryResponse,
  LedgerResponse,
  ObservationsResponse,
  RenderResponse,
} from '@clusterworks/plugin-clusters-common';
import { drainPlanExample } from './drainPlanExample';
import { nodePodsExample } from './nodePodsExample';
import { openApiWaveExamples } from './openApiWaveExamples';
import { openApiServiceExamples } from './openApiServiceExamples';

const AT = '2026-11-22T10:00:00Z';
const SINCE = '2026-11-22T09:41:00Z';
const TITLE = 'NodePool general is at its limit of 200 vCPU; 14 pods wait';

const row: FleetRow = {
  name: 'payments-prod',
  entityRef: 'resource:default/payments-prod',
  owner: 'group:default/payments',
  system: 'system:default/payments',
  environment: 'prod',
  region: 'eu-west-1',
  zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
  accountId: '123456789012',
  provisioned: true,
  verdict: 'critical',
  phase: 'running',
  headline: {
    text: TITLE,
    severity: 'critical',
    since: SINCE,
    findingId: '5f6d0c1a',
  },
  findings: {
    critical: 1,
    warning: 0,
    info: 0,
    rules: ['karpenter/P3', 'nodepool-limit'],
  },
  versions: {
    kubernetes: { desired: '1.35', observed: '1.35.4' },
    karpenter: { desired: '1.14.3', observed: '1.14.3' },
    cilium: { desired: '1.19.9', observed: '1.19.9' },
  },
  nextKubernetes: { version: '1.36', blockedBy: ['cilium'] },
  components: { listed: ['component:default/checkout'], total: 1 },
  heldBy: { listed: [], total: 0 },
  nodes: { certainty: 'exact', value: 42 },
  podsPending: { certainty: 'exact', value: 14 },
  cpuRequested: { certainty: 'exact', value: 188.5 },
  cpuAllocatable: { certainty: 'exact', value: 196 },
  spotShare: { certainty: 'exact', value: 0.62 },
  room: {
    addresses: { certainty: 'atMost', value: 4_930 },
    nodes: { certainty: 'atMost', value: 310 },
    hours: { certainty: 'unknown', reason: 'too short a history' },
  },
  differences: [],
  connection: { state: 'live' },
  observedAt: AT,
  revision: 1_795_000_000_000,
};

const assessment: Assessment = {
  cluster: 'payments-prod',
  observedAt: AT,
  verdict: 'critical',
  phase: 'running',
  sources: [
    { name: 'nodes', state: 'ok' },
    { name: 'events', state: 'forbidden', reason: 'events is forbidden' },
  ],
  findings: [
    {
      id: '5f6d0c1a',
      code: 'karpenter/P3',
      rule: 'nodepool-limit',
      severity: 'critical',
      subject: {
        apiVersion: 'karpenter.sh/v1',
        kind: 'NodePool',
        name: 'general',
      },
      subjectsTotal: 1,
      since: SINCE,
      title: TITLE,
      evidence: [
        {
          object: 'NodePool/general',
          path: 'spec.limits.cpu',
          value: '200',
        },
      ],
      remedy: [
        {
          text: 'Read what the pool provisions',
          command: 'kubectl get nodepool general -o yaml',
        },
      ],
      consequences: [],
    },
  ],
  checks: [
    { code: 'karpenter/P3', state: 'fired' },
    { code: 'karpenter/L4', state: 'unknown', reason: 'events: forbidden' },
  ],
};

const fleet: FleetResponse = {
  revision: row.revision,
  totals: {
    ...{ clusters: 1, critical: 1, degraded: 0, unknown: 0, healthy: 0 },
    ...{ building: 0, differing: 0 },
  },
  items: [row],
  version: 'mR7iD2o0xqZs5vWk3bTn',
};

const cluster: ClusterDetail = { row, assessment };

const fleetHistory: FleetHistoryResponse = {
  from: '2026-11-21T10:00:00.000Z',
  cellMinutes: 15,
  clusters: [
    {
      name: row.name,
      cells: [{}, { verdict: 'healthy' }, { verdict: 'critical' }],
    },
  ],
};

const history: HistoryResponse = {
  cluster: row.name,
  points: [{ at: AT, verdict: 'critical', nodes: 42, podsPending: 14 }],
  verdictChanges: [
    { at: SINCE, from: 'healthy', to: 'critical', headline: TITLE },
  ],
  findingChanges: [
    {
      ...{ at: SINCE, change: 'came', severity: 'critical', title: TITLE },
      ...{ finding: '1f6b0c2d', code: 'cilium/D07' },
    },
  ],
};

const ledger: LedgerResponse = {
  ranges: [
    {
      cluster: row.name,
      entityRef: row.entityRef,
      owner: row.owner,
      environment: 'prod',
      cidr: '10.40.0.0/16',
      kind: 'vpc',
      addresses: 65_536,
      overlaps: [],
      overlapsTotal: 0,
    },
  ],
  unknown: [],
  reservations: [
    {
      cidr: '10.60.0.0/18',
      name: 'search-dev',
      pullRequest: {
        number: 7,
        url: 'https://github.com/acme/platform/pull/7',
        title: 'Create cluster search-dev (dev)',
      },
    },
    { cidr: '10.0.0.0/12', name: 'offices and VPN' },
  ],
  sizes: [{ environment: 'dev', prefix: 18 }],
  free: {
    certainty: 'exact',
    blocks: [{ cidr: '172.16.0.0/12', addresses: 1_048_576 }],
  },
};

const progress: ChangeProgress = {
  cluster: 'search-dev',
  operation: 'create',
  pullRequest: {
    number: 7,
    url: 'https://github.com/acme/platform/pull/7',
    title: 'Create cluster search-dev (dev)',
    state: 'open',
  },
  steps: [
    { id: 'opened', state: 'done', at: SINCE },
    { id: 'checks', state: 'waiting', at: SINCE, detail: 'Terraform plan' },
    { id: 'merged', state: 'ahead' },
  ],
};

const render: RenderResponse = {
  summary: 'payments-prod: an EKS cluster in eu-west-1 with 1 NodePool',
  warnings: [],
  files: [
    {
      path: 'clusters/prod/payments-prod/cluster.yaml',
      content: 'apiVersion: clusterworks.dev/v1alpha1\n',
    },
  ],
};

const clusterInGit: ClusterInGitResponse = {
  cluster: row.name,
  repository: 'https://github.com/acme/platform',
  text: 'apiVersion: clusterworks.dev/v1alpha1\n',
  version: '6f5902ac237024bdd0c176cb93063dc4',
  issues: [],
  isOpenChange: false,
  operations: ['edit', 'pool'],
};

const changePreview: ChangePreviewResponse = {
  summary: 'payments-prod: NodePool general gets a limit of 400 vCPU',
  fields: [
    {
      path: 'spec.karpenter.nodePools[0].limits.cpu',
      before: '200',
      after: '400',
    },
  ],
  files: [
    {
      path: 'clusters/prod/payments-prod/cluster.yaml',
      change: 'changed',
      isRecord: false,
      diff: '-          cpu: "200"\n+          cpu: "400"\n',
    },
  ],
  untouched: 31,
  conflicts: [],
  warnings: [],
};

const creationPreview: CreationPreviewResponse = {
  summary: 'payments-prod: an EKS cluster in eu-west-1 with 1 NodePool',
  files: [
    {
      path: 'clusters/prod/payments-prod/cluster.yaml',
      change: 'added',
      isRecord: false,
      diff: '+apiVersion: clusterworks.dev/v1alpha1\n',
    },
  ],
  untouched: 64,
  conflicts: [],
  warnings: [],
  repository: 'https://github.com/acme/platform',
};

const freeze: FreezeResponse = {
  cluster: row.name,
  until: '2026-11-20T18:00Z',
  overdue: true,
  endedBy: 'portal',
  pullRequestUrl: 'https://github.com/acme/platform/pull/12',
};

const merges: ClusterMerges = {
  cluster: row.name,
  readAt: '2026-11-22T10:00:00.000Z',
  merges: [
    {
      number: 12,
      url: 'https://github.com/acme/platform/pull/12',
      title: 'Upgrade cluster payments-prod (prod)',
      at: '2026-11-22T09:31:00.000Z',
      operation: 'upgrade',
      author: 'clusterworks[bot]',
    },
  ],
};

const observations: ObservationsResponse = {
  revision: row.revision,
  items: [
    {
      name: row.name,
      entityRef: row.entityRef,
      verdict: 'critical',
      headline: TITLE,
      versions: { kubernetes: '1.35.4', cilium: '1.19.9' },
    },
  ],
};

/** The least that a `cluster.yaml` has to say. */
export const exampleSpec = {
  apiVersion: 'clusterworks.dev/v1alpha1',
  kind: 'Cluster',
  metadata: { name: 'payments-prod', owner: 'group:default/payments' },
  spec: {
    environment: 'prod',
    region: 'eu-west-1',
    network: { vpcCidr: '10.40.0.0/16' },
  },
};

/** An example of each answer, by the name of its schema. */
export const openApiExamples = {
  FleetResponse: fleet,
  FleetHistoryResponse: fleetHistory,
  ClusterDetail: cluster,
  DrainPlan: drainPlanExample,
  NodePods: nodePodsExample,
  HistoryResponse: history,
  LedgerResponse: ledger,
  ChangeProgress: progress,
  RenderResponse: render,
  ClusterInGit: clusterInGit,
  ChangePreview: changePreview,
  CreationPreview: creationPreview,
  ClusterMerges: merges,
  Freeze: freeze,
  ObservationsResponse: observations,
  ...openApiServiceExamples,
  ...openApiWaveExamples,
};
