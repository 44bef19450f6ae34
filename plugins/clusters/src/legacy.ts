/**
 * The same pages for apps of the older frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ClustersClient } from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from './api';
import { createClusterRouteRef, fleetRouteRef } from './routes';

export { isClusterEntity } from './entity';

/** The clusters plugin for Backstage's older frontend system. */
export const clustersPlugin = createPlugin({
  id: 'clusters',
  routes: { root: fleetRouteRef },
  externalRoutes: { createCluster: createClusterRouteRef },
  apis: [
    createApiFactory({
      api: clustersApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ClustersClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/** The fleet page. */
export const ClustersPage = clustersPlugin.provide(
  createRoutableExtension({
    name: 'ClustersPage',
    component: () =>
      import('./components/FleetPage').then(m => m.LegacyFleetPage),
    mountPoint: fleetRouteRef,
  }),
);

/** Card for the overview of a cluster entity. */
export const EntityClusterOverviewCard = clustersPlugin.provide(
  createComponentExtension({
    name: 'EntityClusterOverviewCard',
    component: {
      lazy: () =>
        import('./components/ClusterOverview').then(m => m.ClusterOverview),
    },
  }),
);

/** Content of the Karpenter tab of a cluster entity. */
export const EntityClusterKarpenterContent = clustersPlugin.provide(
  createComponentExtension({
    name: 'EntityClusterKarpenterContent',
    component: {
      lazy: () => import('./components/KarpenterTab').then(m => m.KarpenterTab),
    },
  }),
);

/** Content of the Cilium tab of a cluster entity. */
export const EntityClusterCiliumContent = clustersPlugin.provide(
  createComponentExtension({
    name: 'EntityClusterCiliumContent',
    component: {
      lazy: () => import('./components/CiliumTab').then(m => m.CiliumTab),
    },
  }),
);

/** Content of the Findings tab of a cluster entity. */
export const EntityClusterFindingsContent = clustersPlugin.provide(
  createComponentExtension({
    name: 'EntityClusterFindingsContent',
    component: {
      lazy: () => import('./components/FindingsTab').then(m => m.FindingsTab),
    },
  }),
);
