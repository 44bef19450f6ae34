import { useCallback } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';

/** Gives the address of a cluster's entity page, or of one of its tabs. */
export function useClusterHref(): (
  row: Pick<FleetRow, 'entityRef'>,
  tab?: string,
) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    (row, tab) => {
      const { kind, namespace, name } = parseEntityRef(row.entityRef);
      const href = entityRoute({
        kind: kind.toLowerCase(),
        namespace: namespace.toLowerCase(),
        name,
      });
      return tab ? `${href}/${tab}` : href;
    },
    [entityRoute],
  );
}
