import { useCallback } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { useLive, type Live } from '../../hooks/useLive';
import { verdictsWorstFirst } from '../VerdictMark';
import { ownerFilters } from './ownerFilters';

/** The clusters that the user owns, directly or through a group. */
export type OwnedClusters = {
  /** The worst ones first, no more than were asked for. */
  rows: FleetRow[];
  /** How many there are. */
  total: number;
  /** Filters of the fleet page that find all of them. */
  filters: string[];
};

const urgencyOf = ({ verdict }: FleetRow) =>
  verdictsWorstFirst.indexOf(verdict);

/** The worst clusters of the signed-in user, kept fresh. */
export function useMyClusters(limit: number): Live<OwnedClusters> {
  const clustersApi = useApi(clustersApiRef);
  const identityApi = useApi(identityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<OwnedClusters> => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      const filters = ownerFilters(ownershipEntityRefs);
      const answers = await Promise.all(
        filters.map(filter =>
          clustersApi.getFleet({ filter, limit }, { signal }),
        ),
      );
      return {
        // Each answer is sorted worst first, but the joined list is not.
        rows: answers
          .flatMap(({ items }) => items)
          .sort((a, b) => urgencyOf(a) - urgencyOf(b))
          .slice(0, limit),
        total: answers.reduce((sum, { totals }) => sum + totals.clusters, 0),
        filters,
      };
    },
    [clustersApi, identityApi, limit],
  );
  return useLive({ owner: clustersApi, key: `mine ${limit}`, load });
}
