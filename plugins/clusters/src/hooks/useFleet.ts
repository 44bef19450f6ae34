import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  type FleetResponse,
  type FleetSort,
  MAX_FLEET_PAGE,
} from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../api';
import { useLive, type Live } from './useLive';

/** Filter and order of the clusters to ask for. */
export type FleetSelection = {
  filter: string;
  sort?: FleetSort;
  descending: boolean;
  limit: number;
};

/** Clusters, and the selection that they answer. */
export type FleetAnswer = { selection: FleetSelection; fleet: FleetResponse };

/**
 * The clusters that match a selection, kept fresh. The answer says which
 * selection it belongs to, because a page may show the answer to the previous
 * selection while the new answer loads.
 */
export function useFleet(
  selection: FleetSelection,
  options: { paused: boolean },
): Live<FleetAnswer> {
  const clustersApi = useApi(clustersApiRef);
  const { filter, sort, descending, limit } = selection;
  const load = useCallback(
    async (signal: AbortSignal): Promise<FleetAnswer> => {
      const ask = (most: number, cursor?: string) =>
        clustersApi.getFleet(
          {
            filter: filter || undefined,
            sort,
            order: descending ? 'desc' : undefined,
            limit: Math.min(most, MAX_FLEET_PAGE),
            cursor,
          },
          { signal },
        );
      let fleet = await ask(limit);
      // Beyond what the backend answers at once.
      while (fleet.nextCursor && fleet.items.length < limit) {
        const { items, nextCursor } = await ask(
          limit - fleet.items.length,
          fleet.nextCursor,
        );
        fleet = { ...fleet, items: [...fleet.items, ...items], nextCursor };
        if (items.length === 0) {
          break;
        }
      }
      return { selection: { filter, sort, descending, limit }, fleet };
    },
    [clustersApi, filter, sort, descending, limit],
  );
  return useLive({
    owner: clustersApi,
    key: `fleet ${sort} ${descending} ${limit} ${filter}`,
    load,
    paused: options.paused,
  });
}
