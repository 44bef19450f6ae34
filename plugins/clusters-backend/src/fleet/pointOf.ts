import type {
  ClusterView,
  HistoryPoint,
  Measure,
} from '@clusterworks/plugin-clusters-common';
import type { AssessedCluster } from '../assessment/ClusterAssessor';

/** The values that a trend keeps of a cluster; unknown values are absent. */
export function pointOf({
  row,
  view,
}: {
  row: AssessedCluster['row'];
  view: ClusterView | undefined;
}): Omit<HistoryPoint, 'at'> {
  return {
    verdict: row.verdict,
    nodes: known(row.nodes),
    roomAddresses: known(row.room.addresses),
    cpuAllocatable: known(row.cpuAllocatable),
    podsPending: view && known(view.podsPending),
    subnets: view && subnetsOf(view),
    pools: view && poolsOf(view),
    versions: view?.versions,
    draining: view?.nodeList?.filter(({ state }) => state === 'draining')
      .length,
    interrupted: view?.karpenter.interrupted,
  };
}

/** The free addresses in each subnet, as an upper bound. */
function subnetsOf({ cilium }: ClusterView): HistoryPoint['subnets'] {
  return Object.fromEntries(
    (cilium.subnets ?? []).flatMap(({ subnetId, room }) => {
      const left = known(room.addresses);
      return left === undefined ? [] : [[subnetId, left]];
    }),
  );
}

function poolsOf({ karpenter }: ClusterView): HistoryPoint['pools'] {
  return Object.fromEntries(
    karpenter.nodePools.map(pool => {
      const cpu = pool.resources.find(({ resource }) => resource === 'cpu');
      return [
        pool.name,
        {
          nodes: known(pool.nodes),
          cpuProvisioned: cpu && known(cpu.provisioned),
        },
      ];
    }),
  );
}

function known(measure: Measure): number | undefined {
  return measure.certainty === 'unknown' ? undefined : measure.value;
}
