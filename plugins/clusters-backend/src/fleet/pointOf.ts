import type {
  ClusterView,
  HistoryPoint,
  Measure,
} from '@clusterworks/plugin-clusters-common';
import type { AssessedCluster } from '../assessment/ClusterAssessor';

/** What a trend keeps of a cluster; what is not known is absent. */
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
    addressesFree: known(row.addressesFree),
    cpuAllocatable: known(row.cpuAllocatable),
    podsPending: view && known(view.podsPending),
    pools: view && poolsOf(view),
  };
}

function poolsOf({ karpenter }: ClusterView): HistoryPoint['pools'] {
  return Object.fromEntries(
    karpenter.nodePools.map(pool => {
      const cpu = pool.resources.find(({ resource }) => resource === 'cpu');
      return [
        pool.name,
        { nodes: known(pool.nodes), cpuUsed: cpu && known(cpu.used) },
      ];
    }),
  );
}

function known(measure: Measure): number | undefined {
  return measure.certainty === 'unknown' ? undefined : measure.value;
}
