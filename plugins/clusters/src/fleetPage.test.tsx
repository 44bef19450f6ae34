import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FleetResponse } from '@clusterworks/plugin-clusters-common';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { fleetResponse, fleetRows } from './__testUtils__/fixtures';
import { refusal, renderFleet, stopClock } from './__testUtils__/renderPages';

stopClock();

describe('fleet page', () => {
  it('shows the worst problem first and every cluster on its own row', async () => {
    renderFleet(clustersApiFake());
    expect(
      await screen.findByRole('heading', {
        name: /Critical · search-dev: Node .* gets no addresses in subnet-b.*\(12 min\)/,
      }),
    ).toBeInTheDocument();
    const totals = screen.getByRole('group', { name: /Verdicts/ });
    expect(
      within(totals)
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual(['1 ◆Critical', '1 ▲Degraded', '3 ○Unknown', '1 ●Healthy']);

    const table = screen.getByRole('table', {
      name: 'Clusters and their state',
    });
    const row = (name: RegExp) => within(table).getByRole('row', { name });
    for (const { name } of fleetRows) {
      expect(within(table).getByRole('link', { name })).toBeInTheDocument();
    }
    expect(row(/legacy-eu/)).toHaveTextContent(
      /API server unreachable.*last seen healthy.*unreachable ≥ 3 min/,
    );
    expect(row(/reports-staging/)).toHaveTextContent('no access');
    expect(row(/shop-dev/)).toHaveTextContent('not provisioned');
    expect(row(/ml-staging/)).toHaveTextContent('stale 6 min');
    // A value that was not read is never shown as zero.
    expect(row(/legacy-eu/)).toHaveTextContent('unknown: nodes: not read');
    expect(within(row(/payments-prod/)).getByText('≤ 310')).toBeInTheDocument();
  });

  it('counts the clusters that are not as git wants them, and shows only those', async () => {
    const totals = { ...fleetResponse().totals, differing: 2 };
    const api = clustersApiFake({
      getFleet: jest.fn(async () => fleetResponse(fleetRows, { totals })),
    });
    renderFleet(api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: '2 are not as git wants them',
      }),
    );
    expect(api.getFleet).toHaveBeenLastCalledWith(
      expect.objectContaining({ filter: 'differs:any' }),
      expect.anything(),
    );
    expect(
      screen.getByRole('button', { name: '2 are not as git wants them' }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  it('names the components of a cluster, and what keeps its nodes', async () => {
    const names = ['cart', 'checkout', 'payments', 'search'];
    const held = { nodes: { certainty: 'exact', value: 2 }, drifted: true };
    const [first, ...others] = fleetRows;
    const rows = [
      {
        ...first,
        components: {
          listed: names.map(name => `component:default/${name}`),
          total: 12,
        },
        heldBy: {
          listed: [
            { namespace: 'shop', workload: 'Deployment/web', ...held } as const,
          ],
          total: 1,
        },
      },
      { ...others[0], components: { listed: [], total: 0 } },
    ] as typeof fleetRows;
    renderFleet(
      clustersApiFake({ getFleet: jest.fn(async () => fleetResponse(rows)) }),
    );
    const table = await screen.findByRole('table');
    expect(table).toHaveTextContent('Runs cart, checkout, payments and 9 more');
    expect(table).toHaveTextContent('Nodes are kept by shop/Deployment/web');
    const other = within(table).getByRole('row', {
      name: new RegExp(others[0].name),
    });
    expect(other).not.toHaveTextContent('Runs');
  });

  it('keeps the filter in the URL and asks the backend for it', async () => {
    const api = clustersApiFake();
    renderFleet(api, '/clusters?q=env%3Aprod');
    await screen.findByRole('table');
    expect(api.getFleet).toHaveBeenLastCalledWith(
      expect.objectContaining({ filter: 'env:prod' }),
      expect.anything(),
    );
    expect(screen.getByRole('combobox')).toHaveValue('env:prod');

    await userEvent.click(screen.getByRole('button', { name: /Critical/ }));
    expect(api.getFleet).toHaveBeenLastCalledWith(
      expect.objectContaining({ filter: 'env:prod verdict:critical' }),
      expect.anything(),
    );
  });

  it('shows old rows under the old arrow until the new order is there', async () => {
    const user = userEvent.setup();
    let answer: (response: FleetResponse) => void = () => {};
    const getFleet = jest
      .fn()
      .mockResolvedValueOnce(fleetResponse())
      .mockImplementation(
        () => new Promise<FleetResponse>(resolve => (answer = resolve)),
      );
    renderFleet(clustersApiFake({ getFleet }));
    const order = () =>
      screen
        .getAllByRole('rowheader')
        .map(header => within(header).getByRole('link').textContent);
    const header = (name: string) =>
      screen.getByRole('columnheader', { name: new RegExp(name) });
    await screen.findByRole('table');
    const worstFirst = fleetRows.map(({ name }) => name);
    expect(order()).toEqual(worstFirst);

    await user.click(screen.getByRole('button', { name: /^Cluster/ }));
    expect(getFleet).toHaveBeenLastCalledWith(
      expect.objectContaining({ sort: 'name' }),
      expect.anything(),
    );
    expect(order()).toEqual(worstFirst);
    expect(header('Verdict')).toHaveAttribute('aria-sort', 'ascending');
    expect(header('Cluster')).not.toHaveAttribute('aria-sort');

    const byName = [...fleetRows].sort((a, b) => (a.name < b.name ? -1 : 1));
    await act(async () => answer(fleetResponse(byName)));
    expect(order()).toEqual(byName.map(({ name }) => name));
    expect(header('Cluster')).toHaveAttribute('aria-sort', 'ascending');
    expect(screen.queryByText(/Order has changed/)).not.toBeInTheDocument();
  });

  it('shows the last 24 hours of each cluster, as strips and as a table', async () => {
    const user = userEvent.setup();
    const api = clustersApiFake();
    renderFleet(api);
    // In the column, and below the name where the table is narrow.
    const strips = await screen.findAllByRole('img', {
      name: /^Last 24 hours: Critical 15 min, Degraded 45 min, .*at most 14 pods/,
    });
    expect(strips.length).toBeGreaterThan(0);
    expect(
      screen.getAllByRole('img', { name: 'Last 24 hours: not recorded 24 h' }),
    ).toHaveLength(2 * strips.length);
    expect(api.getFleetHistory).toHaveBeenCalledWith(
      fleetRows.map(({ name }) => name).sort(),
      expect.anything(),
    );
    await user.click(screen.getByText('Show the last 24 hours as table'));
    const table = await screen.findByRole('table', {
      name: /^Verdicts of the last 24 hours/,
    });
    expect(
      within(table).getByRole('row', { name: /search-dev/ }),
    ).toHaveTextContent(/search-dev15 min45 min0 s0 s23 h14/);
  });

  it('shows the fleet although its history cannot be read', async () => {
    renderFleet(
      clustersApiFake({
        getFleetHistory: () => Promise.reject(new Error('no database')),
      }),
    );
    expect(await screen.findByRole('table')).toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('shows suggestions instead of rows when the filter is not understood', async () => {
    const user = userEvent.setup();
    const api = clustersApiFake();
    renderFleet(api);
    await screen.findByRole('table');
    await user.type(
      screen.getByRole('combobox'),
      'env:prod verdict:bad{Enter}',
    );
    const problem = await screen.findByRole('alert');
    expect(problem).toHaveTextContent('"bad" is none of healthy, degraded');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'The filter is not understood' }),
    ).toBeInTheDocument();
    for (const count of within(
      screen.getByRole('group', { name: /Verdicts/ }),
    ).getAllByRole('button')) {
      expect(count).toHaveTextContent(/^—/);
    }
    expect(api.getFleet).toHaveBeenCalledTimes(1);

    await user.click(
      within(problem).getByRole('button', { name: 'verdict:critical' }),
    );
    expect(await screen.findByRole('table')).toBeInTheDocument();
    expect(api.getFleet).toHaveBeenLastCalledWith(
      expect.objectContaining({ filter: 'env:prod verdict:critical' }),
      expect.anything(),
    );
  });

  it('shows no rows of another selection beside an error', async () => {
    const getFleet = jest
      .fn()
      .mockResolvedValueOnce(fleetResponse())
      .mockRejectedValue(new Error('Failed to fetch'));
    renderFleet(clustersApiFake({ getFleet }));
    await screen.findByRole('table');
    await userEvent.click(screen.getByRole('button', { name: /Critical/ }));
    expect(await screen.findByText('Failed to fetch')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it.each([
    ['no cluster', fleetResponse([]), 'No clusters yet'],
    ['all healthy', fleetResponse([fleetRows[5]]), 'The cluster is healthy.'],
  ])('has a state for %s', async (_case, response, text) => {
    renderFleet(clustersApiFake({ getFleet: async () => response }));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('tells a forbidden request from a failed one, and can try again', async () => {
    let answer = () =>
      refusal(403, 'NotAllowedError', 'not allowed').then(error => {
        throw error;
      });
    const forbidden = renderFleet(
      clustersApiFake({ getFleet: () => answer() }),
    );
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    forbidden.unmount();

    answer = () => Promise.reject(new Error('Failed to fetch'));
    const getFleet = jest
      .fn()
      .mockImplementationOnce(answer)
      .mockResolvedValue(fleetResponse());
    renderFleet(clustersApiFake({ getFleet }));
    expect(await screen.findByText('Failed to fetch')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });

  it('groups rows, and shows them as cards or a matrix of versions', async () => {
    const cards = renderFleet(
      clustersApiFake(),
      '/clusters?group=environment&view=cards',
    );
    expect(
      await screen.findByText(/^staging: 1 Degraded|^staging: /),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    cards.unmount();

    const map = renderFleet(
      clustersApiFake(),
      '/clusters?group=environment&view=map',
    );
    const around = (name: string, selector: string) =>
      screen
        .getAllByRole('link', { name })
        .map(link => link.closest<HTMLElement>(selector))
        .find(Boolean);
    const tile = (name: string) => around(name, 'li');
    expect(
      await screen.findByRole('heading', { name: /^staging: / }),
    ).toBeInTheDocument();
    expect(tile('payments-prod')).toHaveTextContent(/Healthy.*48 nodes/);
    // The area says how many nodes, not their number in words alone.
    const areaOf = (name: string) => {
      const { width, height } = tile(name)?.style ?? {};
      return parseFloat(width ?? '') * parseFloat(height ?? '');
    };
    expect(areaOf('payments-prod')).toBeGreaterThan(areaOf('search-dev'));
    expect(areaOf('search-dev')).toBeGreaterThan(areaOf('legacy-eu'));
    expect(around('legacy-eu', 'li [data-verdict]')).toHaveAttribute(
      'data-verdict',
      'unknown',
    );
    map.unmount();

    renderFleet(clustersApiFake(), '/clusters?view=matrix');
    const matrix = await screen.findByRole('table', {
      name: 'Versions of all clusters',
    });
    const row = (name: RegExp) => within(matrix).getByRole('row', { name });
    expect(row(/ml-staging/)).toHaveTextContent(
      /1\.34\.6wanted 1\.35.*2 Dec 2026.*next 1\.35: Cilium 1\.18\.2 supports.*1\.14\.3next 1\.15\.1: nothing blocks it1\.18\.2/,
    );
    // The page claims nothing about clusters that were never read.
    for (const name of [/legacy-eu/, /reports-staging/, /shop-dev/]) {
      expect(row(name)).toHaveTextContent(
        /— not observedwanted 1\.31.*— not observedwanted 1\.8\.2/,
      );
      expect(row(name)).not.toHaveTextContent(/nothing blocks|support/);
    }
  });

  it.each([
    ['table', 'row'],
    ['matrix', 'row'],
    ['cards', 'link'],
    ['map', 'link'],
  ])(
    'folds groups in the %s, and keeps that in the URL',
    async (view, role) => {
      const user = userEvent.setup();
      const path = `/clusters?group=environment&view=${view}`;
      const page = renderFleet(clustersApiFake(), path);
      // The sentence above names a cluster, too.
      const cluster = (name: string) =>
        screen
          .queryAllByRole(role, { name: new RegExp(name) })
          .find(one => !one.closest('h2')) ?? null;
      const foldOf = (environment: string) =>
        screen.findByRole('button', { name: new RegExp(`^${environment}: `) });
      const fold = await foldOf('dev');
      expect(fold).toHaveTextContent(/^dev: 1 Critical/);
      expect(cluster('search-dev')).toBeInTheDocument();
      fold.focus();
      await user.keyboard('{Enter}');
      expect(fold).toHaveAttribute('aria-expanded', 'false');
      expect(fold).toHaveFocus();
      expect(cluster('search-dev')).toBeNull();
      expect(cluster('payments-prod')).toBeInTheDocument();
      await user.click(fold);
      expect(cluster('search-dev')).toBeInTheDocument();
      page.unmount();

      renderFleet(clustersApiFake(), `${path}&folded=environment%253Aprod`);
      expect(await foldOf('prod')).toHaveAttribute('aria-expanded', 'false');
      expect(await foldOf('dev')).toHaveAttribute('aria-expanded', 'true');
      expect(cluster('payments-prod')).toBeNull();
      expect(cluster('search-dev')).toBeInTheDocument();
    },
  );

  it('has short names of nodes in its sentences, and the full ones on hover', async () => {
    const text = 'Node ip-10-0-1-7.ec2.internal waits for its network';
    const headline = { ...fleetRows[0].headline, text };
    const rows = [{ ...fleetRows[0], headline }];
    renderFleet(clustersApiFake({ getFleet: async () => fleetResponse(rows) }));
    const short = 'Node ip-10-0-1-7 waits for its network';
    // The headline, the row, and the row of a narrow table.
    expect(await screen.findAllByText(short)).toHaveLength(3);
    expect(screen.getAllByTitle(text)).toHaveLength(3);
  });
});
