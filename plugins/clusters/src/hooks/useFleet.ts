import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  FleetResponse,
  FleetSort,
} from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../api';
import { useLive, type Live } from './useLive';

/** What part of the fleet to ask for. */
export type FleetSelection = {
  filter: string;
  sort?: FleetSort;
  descending: boolean;
  limit: number;
};

/** The clusters that match a selection, kept fresh. */
export function useFleet(selection: FleetSelection): Live<FleetResponse> {
  const clustersApi = useApi(clustersApiRef);
  const { filter, sort, descending, limit } = selection;
  const load = useCallback(
    (signal: AbortSignal) =>
      clustersApi.getFleet(
        {
          filter: filter || undefined,
          sort,
          order: descending ? 'desc' : undefined,
          limit,
        },
        { signal },
      ),
    [clustersApi, filter, sort, descending, limit],
  );
  return useLive({
    owner: clustersApi,
    key: `fleet ${sort} ${descending} ${limit} ${filter}`,
    load,
  });
}
