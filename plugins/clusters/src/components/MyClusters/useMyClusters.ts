import { useCallback } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { clustersApiRef } from '../../api';
import { useLive, type Live } from '../../hooks/useLive';
import { clustersOf, type FoundClusters } from '../../hooks/clustersOf';
import { ownerFilters } from '../../hooks/wordFilters';

/** The worst clusters of the signed-in user, kept fresh. */
export function useMyClusters(limit: number): Live<FoundClusters> {
  const clustersApi = useApi(clustersApiRef);
  const identityApi = useApi(identityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<FoundClusters> => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      const filters = ownerFilters(ownershipEntityRefs);
      return await clustersOf(clustersApi, filters, { limit, signal });
    },
    [clustersApi, identityApi, limit],
  );
  return useLive({ owner: clustersApi, key: `mine ${limit}`, load });
}
