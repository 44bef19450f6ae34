import { useMemo } from 'react';
import type { FleetHistoryResponse } from '@clusterworks/plugin-clusters-common';
import { useClustersApi } from './useClustersApi';
import { useLive } from './useLive';
import { useNewestOf } from './useNewestOf';

/** The backend answers for that many clusters at a time. */
const CLUSTERS_PER_REQUEST = 100;

/**
 * The last 24 hours of clusters, kept fresh. The answer for other clusters stays
 * while the one for these loads.
 */
export function useFleetHistory(
  names: readonly string[],
): FleetHistoryResponse | undefined {
  const clustersApi = useClustersApi();
  const sorted = useMemo(() => [...names].sort(), [names]);
  const { value } = useLive<FleetHistoryResponse | undefined>({
    owner: clustersApi,
    key: `fleet history ${sorted.join(',')}`,
    paused: sorted.length === 0,
    // A strip changes with time, not with each change of a cluster.
    concerns: () => false,
    load: async signal => {
      let whole: FleetHistoryResponse | undefined;
      for (let at = 0; at < sorted.length; at += CLUSTERS_PER_REQUEST) {
        const part = await clustersApi.getFleetHistory(
          sorted.slice(at, at + CLUSTERS_PER_REQUEST),
          { signal },
        );
        whole = {
          ...part,
          clusters: [...(whole?.clusters ?? []), ...part.clusters],
        };
      }
      return whole;
    },
  });
  return useNewestOf(value);
}
