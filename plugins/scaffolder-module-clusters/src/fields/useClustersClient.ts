import { useMemo } from 'react';
import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { ClustersClient } from '@clusterworks/plugin-clusters-common';

/** A client of the clusters backend, with the rights of the signed-in user. */
export function useClustersClient(): ClustersClient {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  return useMemo(
    () => new ClustersClient({ discoveryApi, fetchApi }),
    [discoveryApi, fetchApi],
  );
}
