import type {
  ClusterDetail,
  ClusterView,
  HistoryResponse,
} from '@clusterworks/plugin-clusters-common';
import { ciliumView } from './ciliumFixtures';
import { assessment } from './findingFixtures';
import { fleetRows } from './fleetFixtures';
import { karpenterView } from './karpenterFixtures';
import { exact, minutesAgo } from './measures';

const GIB = 1024 ** 3;

/** What the tabs show of that cluster. */
export const clusterView: ClusterView = {
  karpenter: karpenterView,
  cilium: ciliumView,
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
      state: index === 1 ? ('network' as const) : ('ready' as const),
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
      roomAddresses: 400 - index * 17,
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
