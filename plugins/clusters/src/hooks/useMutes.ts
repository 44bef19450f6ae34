import type { MutesResponse } from '@clusterworks/plugin-clusters-common';
import { useClustersApi } from './useClustersApi';
import { useLive, type Live } from './useLive';

/** The mutes of one cluster, kept fresh. */
export function useMutes(cluster: string): Live<MutesResponse> {
  const clustersApi = useClustersApi();
  return useLive({
    owner: clustersApi,
    key: `mutes ${cluster}`,
    load: signal => clustersApi.getMutes(cluster, { signal }),
    concerns: change => change.cluster === cluster,
  });
}
