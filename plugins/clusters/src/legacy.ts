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
import {
  createSearchResultListItemExtension,
  type SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import { ClustersClient } from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from './api';
import { isClusterResult } from './components/ClusterSearchResult/isClusterResult';
import {
  changeClusterRouteRef,
  createClusterRouteRef,
  fleetRouteRef,
} from './routes';

export { ClusterCatalogFilters } from './components/CatalogFilters';
export {
  clusterColumns,
  clusterVerdictColumn,
} from './components/CatalogColumn';
export { hasRelatedClusters, isClusterEntity } from './entity';

/**
 * The clusters plugin for Backstage's older frontend system.
 *
 * @public
 */
export const clustersPlugin = createPlugin({
  id: 'clusters',
  routes: { root: fleetRouteRef },
  externalRoutes: {
    changeCluster: changeClusterRouteRef,
    createCluster: createClusterRouteRef,
  },
  apis: [
    createApiFactory({
      api: clustersApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ClustersClient({ discoveryApi, fetchApi }),
    }),
  ],
});

/**
 * The fleet page.
 *
 * @public
 */
export const ClustersPage: () => JSX.Element = clustersPlugin.provide(
  createRoutableExtension({
    name: 'ClustersPage',
    component: () =>
      import('./components/ClustersRoutes').then(m => m.LegacyClustersRoutes),
    mountPoint: fleetRouteRef,
  }),
);

/**
 * Card for the overview of a cluster entity.
 *
 * @public
 */
export const EntityClusterOverviewCard: () => JSX.Element =
  clustersPlugin.provide(
    createComponentExtension({
      name: 'EntityClusterOverviewCard',
      component: {
        lazy: () =>
          import('./components/ClusterOverview').then(m => m.ClusterOverview),
      },
    }),
  );

/**
 * Card for Systems, Components and Groups with the clusters that they have to
 * do with.
 *
 * @public
 */
export const EntityRelatedClustersCard: () => JSX.Element =
  clustersPlugin.provide(
    createComponentExtension({
      name: 'EntityRelatedClustersCard',
      component: {
        lazy: () =>
          import('./components/RelatedClusters').then(m => m.RelatedClusters),
      },
    }),
  );

/**
 * Content of the Karpenter tab of a cluster entity.
 *
 * @public
 */
export const EntityClusterKarpenterContent: () => JSX.Element =
  clustersPlugin.provide(
    createComponentExtension({
      name: 'EntityClusterKarpenterContent',
      component: {
        lazy: () =>
          import('./components/KarpenterTab').then(m => m.KarpenterTab),
      },
    }),
  );

/**
 * Content of the Cilium tab of a cluster entity.
 *
 * @public
 */
export const EntityClusterCiliumContent: () => JSX.Element =
  clustersPlugin.provide(
    createComponentExtension({
      name: 'EntityClusterCiliumContent',
      component: {
        lazy: () => import('./components/CiliumTab').then(m => m.CiliumTab),
      },
    }),
  );

/**
 * Content of the Findings tab of a cluster entity.
 *
 * @public
 */
export const EntityClusterFindingsContent: () => JSX.Element =
  clustersPlugin.provide(
    createComponentExtension({
      name: 'EntityClusterFindingsContent',
      component: {
        lazy: () => import('./components/FindingsTab').then(m => m.FindingsTab),
      },
    }),
  );

/**
 * A cluster among the results of the search page.
 *
 * @public
 */
export const ClusterSearchResultListItem: (
  props: SearchResultListItemExtensionProps,
) => JSX.Element | null = clustersPlugin.provide(
  createSearchResultListItemExtension({
    name: 'ClusterSearchResultListItem',
    component: () =>
      import('./components/ClusterSearchResult').then(
        m => m.ClusterSearchResult,
      ),
    predicate: isClusterResult,
  }),
);
