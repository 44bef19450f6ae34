import { screen } from '@testing-library/react';
import { NOW } from '@clusterworks/kube-fixtures';
import {
  MockPermissionApi,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { clustersApiRef } from './api';
import { LegacyClustersRoutes } from './components/ClustersRoutes';
import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import {
  ClusterSearchResultListItem,
  clustersPlugin,
  EntityClusterKarpenterContent,
  EntityClusterOverviewCard,
} from './legacy';
import { clustersApiFake } from './__testUtils__/clustersApiFake';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'search-dev' },
  spec: { type: 'kubernetes-cluster' },
};

const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
  '/clusters': clustersPlugin.routes.root,
};

// The pages show ages, so the clock stands still however slow the test is.
beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW)));
afterEach(() => jest.restoreAllMocks());

describe('in an app of the older frontend system', () => {
  it('shows the fleet', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[clustersApiRef, clustersApiFake()]]}>
        <LegacyClustersRoutes />
      </TestApiProvider>,
      { mountedRoutes },
    );
    expect(
      await screen.findByRole('table', { name: 'Clusters and their state' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'payments-prod' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/payments-prod',
    );
  });

  it('shows the card and the tab of an entity', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [clustersApiRef, clustersApiFake()],
          [permissionApiRef, new MockPermissionApi()],
        ]}
      >
        <EntityProvider entity={entity}>
          <EntityClusterOverviewCard />
          <EntityClusterKarpenterContent />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes },
    );
    expect(
      await screen.findByRole('table', { name: 'NodePools of this cluster' }),
    ).toBeInTheDocument();
    // The card and the tab begin with it.
    expect(
      await screen.findAllByRole('heading', { name: /Critical for 12 min/ }),
    ).toHaveLength(2);
  });

  it('shows clusters among the results of a search', async () => {
    // Lists of the older search page make React warn, with any item in them.
    const warnings = jest.spyOn(console, 'error').mockImplementation();
    await renderInTestApp(
      <SearchResultListItemExtensions
        results={[
          {
            type: 'clusters',
            document: {
              title: 'search-dev',
              text: 'Critical: no node can join.',
              location: '/catalog/default/resource/search-dev',
            },
          },
        ]}
      >
        <ClusterSearchResultListItem />
      </SearchResultListItemExtensions>,
    );
    expect(
      await screen.findByRole('link', { name: 'search-dev' }),
    ).toHaveAttribute('href', '/catalog/default/resource/search-dev');
    for (const [message] of warnings.mock.calls) {
      expect(message).toContain('findDOMNode is deprecated');
    }
  });
});
