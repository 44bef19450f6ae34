import {
  ApiBlueprint,
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { Container, Flex, Link } from '@backstage/ui';
import { NOW } from '@clusterworks/kube-fixtures';
import type { ClustersApi } from '@clusterworks/plugin-clusters-common';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { clustersApiRef } from '../src/api';
import { CiliumTab } from '../src/components/CiliumTab';
import { ClusterOverview } from '../src/components/ClusterOverview';
import { FindingsTab } from '../src/components/FindingsTab';
import { KarpenterTab } from '../src/components/KarpenterTab';
import {
  clusterDetail,
  clusterMerges,
  drainPlanOf,
  nodePodsOf,
  fleetHistory,
  fleetResponse,
  fleetRows,
  historyResponse,
} from '../src/__testUtils__/fixtures';

const fixturesApi: ClustersApi = {
  getFleet: async () => fleetResponse(),
  getFleetHistory: async names => fleetHistory(names),
  getCluster: async name => {
    const row = fleetRows.find(other => other.name === name);
    return row && row.name !== 'search-dev'
      ? { ...clusterDetail({ assessment: undefined }), row }
      : clusterDetail();
  },
  getDrainPlan: async (_, nodes) => drainPlanOf(nodes),
  getNodePods: async (_, nodes) => nodePodsOf(nodes),
  getLedger: async () => ({
    ...{ ranges: [], unknown: [] },
    free: { certainty: 'exact', blocks: [] },
  }),
  getChangeProgress: async url => {
    throw new Error(`There is no git behind ${url} here`);
  },
  getWaves: async () => ({ items: [] }),
  getWave: async () => {
    throw new Error('The fixtures have no waves');
  },
  planWave: async () => ({ stages: [], leftOut: [], opensBy: 'app' }),
  startWave: async () => {
    throw new Error('The fixtures have no waves');
  },
  commandWave: async () => {
    throw new Error('The fixtures have no waves');
  },
  getHistory: async () => historyResponse(),
  getMerges: async () => clusterMerges(),
  render: async () => ({ summary: '', warnings: [], files: [] }),
  getClusterInGit: async name => {
    throw new Error(`There is no git behind ${name} here`);
  },
  previewChange: async () => ({
    ...{ summary: '', fields: [], files: [], untouched: 0 },
    ...{ conflicts: [], warnings: [] },
  }),
  previewCreation: async () => ({
    ...{ summary: '', files: [], untouched: 0, repository: '' },
    ...{ conflicts: [], warnings: [] },
  }),
  getCreationProgress: async name => {
    throw new Error(`There is no git behind ${name} here`);
  },
  getMutes: async () => ({ items: [], maxHours: 720 }),
  muteFinding: async (_, finding, mute) => ({
    ...{ finding, title: '', by: 'user:default/guest', at: NOW },
    ...mute,
  }),
  unmuteFinding: async () => {},
  getFreeze: async cluster => ({
    ...{ cluster, overdue: false, endedBy: 'portal' },
  }),
  getDocuments: async () => ({ items: [] }),
  getObservations: async () => ({ revision: 0, items: [] }),
};

const TABS: Record<string, ReactNode> = {
  overview: <ClusterOverview />,
  karpenter: <KarpenterTab />,
  cilium: <CiliumTab />,
  findings: <FindingsTab />,
};

/** Stands in for the entity page: links to the parts of a cluster, and one. */
function EntityStandIn() {
  const { name = '', '*': tab } = useParams();
  return (
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name,
        },
        spec: { type: 'kubernetes-cluster' },
      }}
    >
      <Container>
        <Flex direction="column" gap="6" py="6">
          <Flex>
            {Object.keys(TABS).map(one => (
              <Link key={one} href={`/catalog/default/resource/${name}/${one}`}>
                {one}
              </Link>
            ))}
          </Flex>
          {TABS[tab || 'overview']}
        </Flex>
      </Container>
    </EntityProvider>
  );
}

/** Answers from fixtures instead of a backend. */
export const fixturesModule = createFrontendModule({
  pluginId: 'clusters',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: clustersApiRef,
          deps: {},
          factory: () => fixturesApi,
        }),
    }),
  ],
});

/** A stand-in for the catalog and its entity page. */
export const catalogStandInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    ApiBlueprint.make({
      name: 'catalog-fixtures',
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock(),
        }),
    }),
    PageBlueprint.make({
      name: 'entity',
      params: {
        path: '/catalog/:namespace/:kind/:name',
        title: 'Cluster',
        routeRef: entityRouteRef,
        loader: async () => <EntityStandIn />,
      },
    }),
  ],
});
