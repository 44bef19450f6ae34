import type { DrainPlan } from '@clusterworks/plugin-clusters-common';
import { useClustersApi } from './useClustersApi';
import { useLive, type Live } from './useLive';

/**
 * What draining these nodes would do. It is asked again from time to time, not
 * at each change of the cluster.
 */
export function useDrainPlan(
  cluster: string,
  nodes: readonly string[],
): Live<DrainPlan> {
  const clustersApi = useClustersApi();
  return useLive({
    owner: clustersApi,
    key: `drain ${cluster} ${nodes.join()}`,
    load: signal => clustersApi.getDrainPlan(cluster, nodes, { signal }),
    concerns: () => false,
    paused: nodes.length === 0,
  });
}
