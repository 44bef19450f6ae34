import type {
  ClusterDetail,
  HistoryResponse,
  HistoryWindow,
} from '@clusterworks/plugin-clusters-common';
import { useClustersApi } from './useClustersApi';
import { useLive, type Live } from './useLive';

/** One cluster with its findings and views, kept fresh. */
export function useCluster(name: string): Live<ClusterDetail> {
  const clustersApi = useClustersApi();
  return useLive({
    owner: clustersApi,
    key: `cluster ${name}`,
    load: signal => clustersApi.getCluster(name, { signal }),
    concerns: change => change.cluster === name,
  });
}

/** The trends and verdict changes of one cluster, kept fresh. */
export function useClusterHistory(
  name: string,
  window: HistoryWindow,
): Live<HistoryResponse> {
  const clustersApi = useClustersApi();
  return useLive({
    owner: clustersApi,
    key: `history ${name} ${window}`,
    load: signal => clustersApi.getHistory(name, window, { signal }),
    concerns: change => change.cluster === name,
  });
}
