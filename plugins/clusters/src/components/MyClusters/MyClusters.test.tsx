import { screen, within } from '@testing-library/react';
import { identityApiRef } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ClustersApi } from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { clustersApiFake } from '../../__testUtils__/clustersApiFake';
import { fleetResponse } from '../../__testUtils__/fixtures';
import { fleetRow } from '../../__testUtils__/fleetRow';
import { fleetRouteRef } from '../../routes';
import { MyClusters } from './MyClusters';

const answer = (...rows: ReturnType<typeof fleetRow>[]) => ({
  ...fleetResponse(),
  items: rows,
  totals: { ...fleetResponse().totals, clusters: rows.length },
});

function show(api: ClustersApi, owners: string[]) {
  const identity = {
    getBackstageIdentity: async () => ({
      type: 'user' as const,
      userEntityRef: 'user:default/dana',
      ownershipEntityRefs: owners,
    }),
  };
  renderInTestApp(<MyClusters />, {
    apis: [
      [clustersApiRef, api],
      [identityApiRef, identity as typeof identityApiRef.T],
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/clusters': fleetRouteRef,
    },
  });
}

const names = async () => {
  const list = await screen.findByRole('list', { name: /the worst first/ });
  return within(list)
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
};

describe('MyClusters', () => {
  it('asks for the clusters of the groups, and says what is wrong', async () => {
    const getFleet = jest.fn(async () =>
      answer(
        fleetRow({
          name: 'a',
          verdict: 'critical',
          headline: { text: 'No node is launched' },
        }),
        fleetRow({ name: 'b' }),
      ),
    );
    show(clustersApiFake({ getFleet }), ['group:default/payments']);
    expect(await names()).toEqual(['a', 'b']);
    expect(screen.getByText('No node is launched')).toBeInTheDocument();
    expect(getFleet).toHaveBeenCalledWith(
      { filter: 'owner:"group:default/payments"', limit: 8 },
      expect.anything(),
    );
    expect(screen.getByRole('link', { name: 'Show all 2' })).toHaveAttribute(
      'href',
      '/clusters?q=owner%3A%22group%3Adefault%2Fpayments%22',
    );
  });

  it('has the worst first when it takes more than one question', async () => {
    const getFleet = jest
      .fn()
      .mockResolvedValueOnce(answer(fleetRow({ name: 'well' })))
      .mockResolvedValue(
        answer(fleetRow({ name: 'ill', verdict: 'degraded' })),
      );
    const groups = ['a', 'b'].map(sign => `group:default/${sign.repeat(300)}`);
    show(clustersApiFake({ getFleet }), groups);
    expect(await names()).toEqual(['ill', 'well']);
    expect(
      screen.getByRole('link', { name: 'Show all clusters' }),
    ).toHaveAttribute('href', '/clusters');
  });

  it('says so when nothing is owned', async () => {
    show(clustersApiFake({ getFleet: async () => answer() }), []);
    expect(await screen.findByText(/own no cluster/)).toBeInTheDocument();
  });

  it('says that it is forbidden', async () => {
    const getFleet = jest.fn(async () => {
      throw Object.assign(new Error('no'), { name: 'NotAllowedError' });
    });
    show(clustersApiFake({ getFleet }), ['group:default/payments']);
    expect(await screen.findByText(/may not see this/)).toBeInTheDocument();
  });
});
