import useAsync from 'react-use/esm/useAsync';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { CLUSTER_ENTITY_TYPE } from '@clusterworks/plugin-clusters-common';
import { takenBlocks, type TakenBlock } from './takenBlocks';

/**
 * The address blocks of all clusters in the catalog; `undefined` while they
 * are read, or when they cannot be.
 */
export function useTakenBlocks(): {
  taken: TakenBlock[] | undefined;
  failed: boolean;
} {
  const catalogApi = useApi(catalogApiRef);
  const { value, error } = useAsync(async () => {
    const { items } = await catalogApi.getEntities({
      filter: { kind: 'Resource', 'spec.type': CLUSTER_ENTITY_TYPE },
      fields: ['metadata.name', 'metadata.annotations'],
    });
    return takenBlocks(items);
  }, [catalogApi]);
  return { taken: value, failed: error !== undefined };
}
