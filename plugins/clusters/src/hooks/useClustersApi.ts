import { createContext, useContext } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ClustersApi } from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../api';

const OtherApi = createContext<ClustersApi | undefined>(undefined);

/** What is within is answered by another API than that of the portal. */
export const ClustersApiProvider = OtherApi.Provider;

/** The API that answers here: usually that of the portal. */
export function useClustersApi(): ClustersApi {
  const portal = useApi(clustersApiRef);
  return useContext(OtherApi) ?? portal;
}
