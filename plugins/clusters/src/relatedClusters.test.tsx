import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogApiRef,
  EntityKindFilter,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  MockEntityListContextProvider,
} from '@backstage/plugin-catalog-react/testUtils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import clustersPlugin, {
  ClusterCatalogFilters,
  clusterColumns,
  clusterVerdictColumn,
} from '.';
import { clustersApiRef } from './api';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { fleetResponse } from './__testUtils__/fixtures';
import { fleetRow } from './__testUtils__/fleetRow';
import { RelatedClusters } from './components/RelatedClusters';
import { fleetRouteRef } from './routes';

const entity = (kind: string, more: Partial<Entity> = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'shop' },
  ...more,
});
const dependsOn = {
  relations: [{ type: 'dependsOn', targetRef: 'resource:default/a' }],
};
const ill = fleetRow({
  ...{ name: 'ill', verdict: 'critical' },
  headline: { text: 'No node is launched' },
});
const well = fleetRow({ name: 'well' });

function show(of: Entity, ...items: ReturnType<typeof fleetRow>[]) {
  const healthy = items.filter(({ verdict }) => verdict === 'healthy').length;
  const getFleet = jest.fn(async () => ({
    ...fleetResponse(),
    items,
    totals: { ...fleetResponse().totals, clusters: items.length, healthy },
  }));
  renderInTestApp(
    <EntityProvider entity={of}>
      <RelatedClusters />
    </EntityProvider>,
    {
      apis: [[clustersApiRef, clustersApiFake({ getFleet })]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/clusters': fleetRouteRef,
      },
    },
  );
  return getFleet;
}

const names = async () => {
  const list = await screen.findByRole('list', { name: /the worst first/ });
  return within(list)
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
};

describe('the card of an entity that has to do with clusters', () => {
  it.each([
    ['System', {}, 'system:"system:default/shop"', ['ill', 'well']],
    ['Component', dependsOn, 'cluster:"a"', ['ill', 'well']],
    ['Group', {}, 'owner:"group:default/shop"', ['ill']],
  ])('of a %s', async (kind, more, filter, shown) => {
    const getFleet = show(entity(kind, more), ill, well);
    expect(await names()).toEqual(shown);
    expect(
      screen.getByText('1 of 2 clusters are not well, or not known.'),
    ).toBeInTheDocument();
    expect(screen.getByText('No node is launched')).toBeInTheDocument();
    expect(getFleet).toHaveBeenCalledWith(
      { filter, limit: 8 },
      expect.anything(),
    );
    expect(
      screen.getByRole('link', { name: 'Show all on the fleet page' }),
    ).toHaveAttribute(
      'href',
      `/clusters?${new URLSearchParams({ q: filter })}`,
    );
  });

  it('says that all is well, and lists nothing of a group', async () => {
    show(entity('Group'), well, { ...well, entityRef: 'resource:default/b' });
    expect(
      await screen.findByText('All 2 clusters are well.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('says that there is none', async () => {
    show(entity('System'));
    expect(
      await screen.findByText(/No cluster that you may see/),
    ).toBeVisible();
  });

  it.each([
    ['System', {}, true],
    ['Component', {}, false],
    ['Component', dependsOn, true],
    ['Resource', dependsOn, false],
  ])('is offered to a %s with %j: %s', (kind, more, offered) => {
    const card = createExtensionTester(
      clustersPlugin.getExtension('entity-card:clusters/related'),
    );
    const filter = card.get(EntityCardBlueprint.dataRefs.filterFunction);
    expect(filter?.(entity(kind, more))).toBe(offered);
  });
});

describe('the column of the catalog', () => {
  const cell = (labels: Record<string, string>, kind = 'Resource') => {
    const of = entity(kind, {
      metadata: { name: 'shop', labels },
      spec: { type: 'kubernetes-cluster' },
    });
    renderInTestApp(
      <div data-testid="cell">
        {clusterVerdictColumn.render({ entity: of })}
      </div>,
    );
    return screen.findByTestId('cell');
  };
  const health = 'clusterworks.dev/health';

  it.each([
    [{ [health]: 'critical' }, 'Critical'],
    [
      { [health]: 'degraded', 'clusterworks.dev/phase': 'draining' },
      'Degraded · Being taken down',
    ],
  ])('says what the labels %j say', async (labels, words) => {
    expect(await cell(labels)).toHaveTextContent(words);
  });

  it.each([
    [{}, 'Resource'],
    [{ [health]: '<b>' }, 'Resource'],
    [{ [health]: 'critical' }, 'Component'],
  ])('is empty for the labels %j of a %s', async (labels, kind) => {
    expect(await cell(labels, kind)).toBeEmptyDOMElement();
  });

  it('stands beside environment, region and Kubernetes version', async () => {
    const labels = {
      'clusterworks.dev/environment': 'prod',
      'clusterworks.dev/region': 'eu-west-1',
      'clusterworks.dev/kubernetes-version': '1.35.4',
    };
    const of = entity('Resource', {
      metadata: { name: 'shop', labels },
      spec: { type: 'kubernetes-cluster' },
    });
    renderInTestApp(
      <>
        {[of, { ...of, kind: 'Component' }].map(one =>
          clusterColumns.map(({ field, render }) => (
            <div key={`${one.kind} ${field}`} data-testid={one.kind}>
              {render({ entity: one })}
            </div>
          )),
        )}
      </>,
    );
    const texts = (kind: string) =>
      screen.getAllByTestId(kind).map(({ textContent }) => textContent);
    await screen.findAllByTestId('Resource');
    expect(texts('Resource')).toEqual(['', 'prod', 'eu-west-1', '1.35.4']);
    expect(texts('Component')).toEqual(['', '', '', '']);
  });
});

describe('the filters of the catalog', () => {
  const showFilters = (...entities: Entity[]) => {
    const updateFilters = jest.fn();
    renderInTestApp(
      <MockEntityListContextProvider
        value={{
          filters: { kind: new EntityKindFilter('resource', 'Resource') },
          updateFilters,
        }}
      >
        <ClusterCatalogFilters />
        <p>Drawn</p>
      </MockEntityListContextProvider>,
      { apis: [[catalogApiRef, catalogApiMock({ entities })]] },
    );
    return updateFilters;
  };
  const clusters = ['critical', 'healthy'].map(health =>
    entity('Resource', {
      metadata: {
        name: health,
        labels: {
          'clusterworks.dev/health': health,
          'clusterworks.dev/environment': 'prod',
          'clusterworks.dev/region': 'eu-west-1',
          'clusterworks.dev/kubernetes-version-minor': '1.35',
        },
      },
    }),
  );

  it('ask the catalog for what the labels of clusters say', async () => {
    const updateFilters = showFilters(...clusters);
    for (const label of ['Environment', 'Region', 'Kubernetes']) {
      expect(await screen.findByText(label)).toBeInTheDocument();
    }
    await userEvent.click(
      await screen.findByTestId('clusterHealth-picker-expand'),
    );
    await userEvent.click(await screen.findByText('critical (1)'));
    await waitFor(() =>
      expect(
        updateFilters.mock.calls.flatMap(
          ([filters]) => filters.clusterHealth?.getCatalogFilters() ?? [],
        ),
      ).toEqual([{ 'metadata.labels.clusterworks.dev/health': ['critical'] }]),
    );
  });

  it('are not there where no entity has such labels', async () => {
    showFilters(entity('Resource'));
    await screen.findByText('Drawn');
    expect(screen.queryByText('Cluster health')).toBeNull();
  });
});
