import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  CatalogFilterBlueprint,
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { ClustersClient } from '@clusterworks/plugin-clusters-common';
import { RiShipLine } from '@remixicon/react';
import { clustersApiRef } from './api';
import { isClusterResult } from './components/ClusterSearchResult/isClusterResult';
import { hasRelatedClusters, isClusterEntity } from './entity';
import {
  changeClusterRouteRef,
  createClusterRouteRef,
  fleetRouteRef,
} from './routes';

const clustersApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: clustersApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new ClustersClient({ discoveryApi, fetchApi }),
    }),
});

const fleetPage = PageBlueprint.make({
  params: {
    path: '/clusters',
    title: 'Clusters',
    icon: <RiShipLine />,
    routeRef: fleetRouteRef,
    loader: () =>
      import('./components/ClustersRoutes').then(m => <m.ClustersRoutes />),
  },
});

const overviewCard = EntityCardBlueprint.make({
  name: 'overview',
  params: {
    type: 'content',
    filter: isClusterEntity,
    loader: () =>
      import('./components/ClusterOverview').then(m => <m.ClusterOverview />),
  },
});

const relatedCard = EntityCardBlueprint.make({
  name: 'related',
  params: {
    type: 'content',
    filter: hasRelatedClusters,
    loader: () =>
      import('./components/RelatedClusters').then(m => <m.RelatedClusters />),
  },
});

const karpenterContent = EntityContentBlueprint.make({
  name: 'karpenter',
  params: {
    path: '/karpenter',
    title: 'Karpenter',
    filter: isClusterEntity,
    loader: () =>
      import('./components/KarpenterTab').then(m => <m.KarpenterTab />),
  },
});

const ciliumContent = EntityContentBlueprint.make({
  name: 'cilium',
  params: {
    path: '/cilium',
    title: 'Cilium',
    filter: isClusterEntity,
    loader: () => import('./components/CiliumTab').then(m => <m.CiliumTab />),
  },
});

const findingsContent = EntityContentBlueprint.make({
  name: 'findings',
  params: {
    path: '/findings',
    title: 'Findings',
    filter: isClusterEntity,
    loader: () =>
      import('./components/FindingsTab').then(m => <m.FindingsTab />),
  },
});

const catalogFilters = CatalogFilterBlueprint.make({
  params: {
    loader: () =>
      import('./components/CatalogFilters').then(m => (
        <m.ClusterCatalogFilters />
      )),
  },
});

const myClustersWidget = HomePageWidgetBlueprint.make({
  name: 'my-clusters',
  params: {
    name: 'MyClusters',
    title: 'Clusters of my groups',
    description: 'The clusters that your groups own, the worst first',
    layout: {
      width: { minColumns: 4, defaultColumns: 12 },
      height: { minRows: 4, defaultRows: 8 },
    },
    components: () =>
      import('./components/MyClusters').then(m => ({ Content: m.MyClusters })),
  },
});

const searchResult = SearchResultListItemBlueprint.make({
  params: {
    predicate: isClusterResult,
    component: () =>
      import('./components/ClusterSearchResult').then(
        m => m.ClusterSearchResult,
      ),
  },
});

const searchResultType = SearchFilterResultTypeBlueprint.make({
  params: { value: 'clusters', name: 'Clusters', icon: <RiShipLine /> },
});

/**
 * The clusters plugin for Backstage's new frontend system.
 *
 * @public
 */
export const clustersPlugin = createFrontendPlugin({
  pluginId: 'clusters',
  title: 'Clusters',
  icon: <RiShipLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: fleetRouteRef },
  externalRoutes: {
    changeCluster: changeClusterRouteRef,
    createCluster: createClusterRouteRef,
  },
  extensions: [
    clustersApi,
    fleetPage,
    overviewCard,
    relatedCard,
    karpenterContent,
    ciliumContent,
    findingsContent,
    catalogFilters,
    myClustersWidget,
    searchResult,
    searchResultType,
  ],
});
