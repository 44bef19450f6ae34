import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { fleetRouteRef } from '../routes';

/** Addresses of the pages about changes of many clusters. */
export function useWaveHrefs() {
  const fleetRoute = useRouteRef(fleetRouteRef);
  return useMemo(() => {
    const all = `${fleetRoute()}/waves`;
    return {
      all,
      one: (id: string) => `${all}/${encodeURIComponent(id)}`,
      /** The form that starts a wave with the clusters of a filter. */
      start: (filter: string) =>
        filter
          ? `${all}/new?${new URLSearchParams({ q: filter })}`
          : `${all}/new`,
    };
  }, [fleetRoute]);
}
