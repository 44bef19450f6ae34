import { useApi } from '@backstage/core-plugin-api';
import type { MutesResponse } from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../api';
import { useLive, type Live } from './useLive';

/** The mutes of one cluster, kept fresh. */
export function useMutes(cluster: string): Live<MutesResponse> {
  const clustersApi = useApi(clustersApiRef);
  return useLive({
    owner: clustersApi,
    key: `mutes ${cluster}`,
    load: signal => clustersApi.getMutes(cluster, { signal }),
    concerns: change => change.cluster === cluster,
  });
}
