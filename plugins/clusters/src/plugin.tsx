import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ClustersClient } from '@clusterworks/plugin-clusters-common';
import { RiShipLine } from '@remixicon/react';
import { clustersApiRef } from './api';
import { isClusterEntity } from './entity';
import { createClusterRouteRef, fleetRouteRef } from './routes';

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
    loader: () => import('./components/FleetPage').then(m => <m.FleetPage />),
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

/** The clusters plugin for Backstage's new frontend system. */
export const clustersPlugin = createFrontendPlugin({
  pluginId: 'clusters',
  title: 'Clusters',
  icon: <RiShipLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: fleetRouteRef },
  externalRoutes: { createCluster: createClusterRouteRef },
  extensions: [
    clustersApi,
    fleetPage,
    overviewCard,
    karpenterContent,
    ciliumContent,
    findingsContent,
  ],
});
