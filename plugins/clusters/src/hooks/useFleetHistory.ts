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
  // The same clusters in another order are the same question.
  const parts = useMemo(
    () =>
      Array.from(
        { length: Math.ceil(names.length / CLUSTERS_PER_REQUEST) },
        (_, part) =>
          names
            .slice(
              part * CLUSTERS_PER_REQUEST,
              (part + 1) * CLUSTERS_PER_REQUEST,
            )
            .sort(),
      ),
    [names],
  );
  const { value } = useLive<FleetHistoryResponse | undefined>({
    owner: clustersApi,
    key: `fleet history ${parts.join(',')}`,
    paused: parts.length === 0,
    // A strip changes with time, not with each change of a cluster.
    concerns: () => false,
    load: async signal => {
      let whole: FleetHistoryResponse | undefined;
      for (const part of parts) {
        const answer = await clustersApi.getFleetHistory(part, { signal });
        whole = {
          ...answer,
          clusters: [...(whole?.clusters ?? []), ...answer.clusters],
        };
      }
      return whole;
    },
  });
  return useNewestOf(value);
}
