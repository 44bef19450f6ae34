import { ago, NOW } from '@clusterworks/kube-fixtures';
import type {
  ClusterDetail,
  ClusterMerges,
  DrainPlan,
  Finding,
  FindingChange,
  FleetRow,
  HistoryResponse,
  NodePods,
} from '@clusterworks/plugin-clusters-common';
import {
  drainPlan,
  headlineOf,
  nodePods,
} from '@clusterworks/plugin-clusters-health';
import { assessObjects, snapshotOfObjects } from './assessObjects';
import { fleetRow } from './fleetRow';
import { subnetFull } from './subnetFull';

/**
 * Assessment and views of the cluster search-dev: a full subnet, and no
 * Events.
 */
export const { assessment, view } = assessObjects('search-dev', subnetFull(), {
  events: 'forbidden',
});

/** An answer of the route that plans drains of that cluster. */
export function drainPlanOf(nodes: readonly string[]): DrainPlan {
  const snapshot = snapshotOfObjects('search-dev', subnetFull());
  return drainPlan(snapshot, nodes, NOW);
}

/** An answer of the route that has the pods on nodes of that cluster. */
export function nodePodsOf(nodes: readonly string[]): NodePods {
  const snapshot = snapshotOfObjects('search-dev', subnetFull());
  return nodePods(snapshot, nodes, NOW);
}

/** The row of that cluster in the fleet. */
export const searchDevRow: FleetRow = fleetRow({
  name: assessment.cluster,
  environment: 'dev',
  owner: 'group:default/search',
  verdict: assessment.verdict,
  headline: headlineOf(assessment),
  findings: { critical: 1, warning: 0, info: 0 },
  nodes: view.nodes,
  cpuRequested: view.cpuRequested,
  cpuAllocatable: view.cpuAllocatable,
  spotShare: view.spotShare,
  room: view.cilium.room,
});

/** An answer of `GET /v1/clusters/search-dev`. */
export function clusterDetail(
  overrides: Partial<ClusterDetail> = {},
): ClusterDetail {
  return { row: searchDevRow, assessment, view, ...overrides };
}

const goneFinding = {
  ...{ id: 'gone', code: 'karpenter/P3', severity: 'warning' as const },
  title: 'NodePool general is at its limit',
};

function changeOf(
  age: Parameters<typeof ago>[0],
  change: FindingChange['change'],
  finding: Pick<Finding, 'id' | 'code' | 'severity' | 'title'>,
): FindingChange {
  const { id, code, severity, title } = finding;
  return { at: ago(age), finding: id, change, code, severity, title };
}

/** An answer of the history route. */
export function historyResponse(): HistoryResponse {
  return {
    cluster: 'search-dev',
    points: Array.from({ length: 97 }, (_, index) => {
      const general = 8 + Math.floor(index / 20) - (index > 60 ? 2 : 0);
      const isLast = index === 96;
      return {
        at: ago(`${(96 - index) * 15}m`),
        verdict: isLast ? 'critical' : 'healthy',
        nodes: general + 1,
        pools: { general: { nodes: general }, gpu: { nodes: 0 } },
        roomAddresses: 900 - index * 4,
        podsPending: isLast ? 14 : Number(index % 23 === 0),
        cpuAllocatable: 64 + index,
        versions: { karpenter: index < 50 ? '1.14.2' : '1.14.3' },
        draining: index > 59 && index < 63 ? 2 : 0,
        interrupted: index > 70 && index < 75 ? 1 : 0,
      };
    }),
    verdictChanges: [
      {
        at: ago('12m'),
        from: 'healthy',
        to: 'critical',
        headline: searchDevRow.headline.text,
      },
    ],
    findingChanges: [
      changeOf('30h', 'came', assessment.findings[0]),
      changeOf('29h', 'went', assessment.findings[0]),
      changeOf('5h', 'came', goneFinding),
      changeOf('4h', 'went', goneFinding),
      changeOf('12m', 'came', assessment.findings[0]),
    ],
  };
}

/** An answer of the route that has the merges of that cluster. */
export function clusterMerges(
  overrides: Partial<ClusterMerges> = {},
): ClusterMerges {
  return {
    ...{ cluster: 'search-dev', readAt: ago('1m') },
    merges: [
      {
        ...{ number: 12, operation: 'upgrade', author: 'clusterworks[bot]' },
        title: 'Upgrade cluster search-dev (dev)',
        url: 'https://github.com/acme/platform/pull/12',
        at: ago('700m'),
      },
    ],
    ...overrides,
  };
}
