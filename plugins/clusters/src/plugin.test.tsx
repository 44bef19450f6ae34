import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NOW } from '@clusterworks/kube-fixtures';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ResponseError } from '@backstage/errors';
import type {
  ClustersApi,
  FleetResponse,
} from '@clusterworks/plugin-clusters-common';
import clustersPlugin, { clustersApiRef } from '.';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import {
  assessment,
  clusterDetail,
  fleetResponse,
  fleetRows,
} from './__testUtils__/fixtures';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'search-dev',
  },
  spec: { type: 'kubernetes-cluster' },
};

/** Answers as the backend would, through `fetch` and the real client. */
async function refusal(status: number, name: string, message: string) {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name, message },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ),
  );
}

function renderFleet(api: ClustersApi, path = '/clusters') {
  return renderTestApp({
    extensions: [clustersPlugin.getExtension('page:clusters')],
    apis: [[clustersApiRef, api]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [path],
  });
}

function renderEntity(
  api: ClustersApi,
  extension:
    | 'entity-card:clusters/overview'
    | 'entity-content:clusters/karpenter'
    | 'entity-content:clusters/cilium'
    | 'entity-content:clusters/findings',
) {
  return renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      clustersPlugin.getExtension(extension),
    ],
    apis: [[clustersApiRef, api]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

// Ages are part of what is shown, and tests may be slow.
beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW)));
afterEach(() => jest.restoreAllMocks());

describe('fleet page', () => {
  it('says what is worst first and shows every cluster on its own row', async () => {
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
    // What was not seen is never a zero.
    expect(row(/legacy-eu/)).toHaveTextContent('unknown: nodes: not read');
    expect(within(row(/payments-prod/)).getByText('≤ 310')).toBeInTheDocument();
  });

  it('keeps the filter in the URL and asks the backend for it', async () => {
    const api = clustersApiFake();
    renderFleet(api, '/clusters?q=env%3Aprod');
    await screen.findByRole('table');
    expect(api.getFleet).toHaveBeenLastCalledWith(
      expect.objectContaining({ filter: 'env:prod' }),
      expect.anything(),
    );
    expect(screen.getByRole('searchbox')).toHaveValue('env:prod');

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

  it('shows no rows beside a filter that is not understood, but what was meant', async () => {
    const user = userEvent.setup();
    const api = clustersApiFake();
    renderFleet(api);
    await screen.findByRole('table');
    await user.type(
      screen.getByRole('searchbox'),
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

  it('tells forbidden from broken, and can try again', async () => {
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
    expect(await screen.findByText('staging')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    cards.unmount();

    renderFleet(clustersApiFake(), '/clusters?view=matrix');
    const matrix = await screen.findByRole('table', {
      name: 'Versions of all clusters',
    });
    const row = (name: RegExp) => within(matrix).getByRole('row', { name });
    expect(row(/ml-staging/)).toHaveTextContent(
      /1\.34\.6wanted 1\.35.*2 Dec 2026.*next 1\.35: Cilium 1\.18\.2 supports.*1\.14\.3next 1\.15\.1: nothing blocks it1\.18\.2/,
    );
    // Of clusters that were never read nothing is claimed.
    for (const name of [/legacy-eu/, /reports-staging/, /shop-dev/]) {
      expect(row(name)).toHaveTextContent(
        /— not observedwanted 1\.31.*— not observedwanted 1\.8\.2/,
      );
      expect(row(name)).not.toHaveTextContent(/nothing blocks|support/);
    }
  });
});

describe('overview card', () => {
  it('shows sentence, remedy, consequences and evidence of the root finding', async () => {
    const user = userEvent.setup();
    renderEntity(clustersApiFake(), 'entity-card:clusters/overview');
    expect(
      await screen.findByRole('heading', {
        name: /Critical for 12 min · Node .* gets no addresses in subnet-b/,
      }),
    ).toBeInTheDocument();
    const [{ remedy, evidence, consequences }] = assessment.findings;
    const command = remedy.find(step => step.command)?.command ?? '';
    expect(screen.getByText(command)).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', {
        name: `${consequences.length} consequences`,
      }),
    );
    expect(screen.getByText(/14 pods have waited for a node/)).toBeVisible();
    await user.click(
      screen.getByRole('button', {
        name: `Evidence (${evidence.length} fields)`,
      }),
    );
    expect(screen.getByText(evidence[0].path)).toBeVisible();
    expect(
      screen.getByText(/EC2NodeClass gpu finds no subnet/),
    ).toBeInTheDocument();
  });

  it.each([
    ['notProvisioned', 'Not provisioned yet'],
    ['unreachable', 'The API server cannot be reached'],
    ['forbidden', 'The portal has no access to this cluster'],
    ['connecting', 'Reading the cluster for the first time'],
  ] as const)('says why when a cluster is %s', async (state, title) => {
    const row = { ...fleetRows[4], connection: { state } };
    renderEntity(
      clustersApiFake({ getCluster: async () => ({ row }) }),
      'entity-card:clusters/overview',
    );
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('says when the backend does not know the cluster', async () => {
    renderEntity(
      clustersApiFake({
        getCluster: async () => {
          throw await refusal(404, 'NotFoundError', 'no such cluster');
        },
      }),
      'entity-card:clusters/overview',
    );
    expect(
      await screen.findByText('The backend does not know this cluster'),
    ).toBeInTheDocument();
  });
});

describe('tabs', () => {
  it('shows NodePools with usage in human units and opens them in place', async () => {
    renderEntity(clustersApiFake(), 'entity-content:clusters/karpenter');
    const table = await screen.findByRole('table', {
      name: 'NodePools of this cluster',
    });
    const general = within(table).getByRole('row', { name: /general/ });
    expect(general).toHaveTextContent(
      /Ready.*general.*11.*88 \/ 100.*352 GiB \/ 400 GiB/,
    );
    expect(within(table).getByRole('row', { name: /gpu/ })).toHaveTextContent(
      /Not ready.*NodeClassReady/,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show details of NodePool general' }),
    );
    const ledger = screen.getByRole('table', {
      name: 'Resources of NodePool general',
    });
    expect(within(ledger).getByRole('row', { name: /vCPU/ })).toHaveTextContent(
      /100.*88.*12.*88 %/,
    );
    expect(screen.getByText(/The pool can still grow/)).toBeInTheDocument();
  });

  it('says when Karpenter is not installed', async () => {
    const detail = clusterDetail();
    const view = detail.view && {
      ...detail.view,
      karpenter: {
        state: 'notInstalled' as const,
        nodePools: [],
      },
    };
    renderEntity(
      clustersApiFake({ getCluster: async () => ({ ...detail, view }) }),
      'entity-content:clusters/karpenter',
    );
    expect(
      await screen.findByText('Karpenter is not installed on this cluster'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('table', { name: 'NodePools of this cluster' }),
    ).not.toBeInTheDocument();
  });

  it('shows how far each node has come, and what holds it', async () => {
    renderEntity(clustersApiFake(), 'entity-content:clusters/karpenter');
    const launches = await screen.findByRole('table', {
      name: 'NodeClaims and how far their nodes have come',
    });
    expect(
      within(launches).getByRole('row', { name: /general-new1/ }),
    ).toHaveTextContent(/waiting for the network 12 min · StartupTaintsExist/);
    expect(screen.getByText(/in all 50 s \/ 50 s/)).toBeInTheDocument();
    expect(
      screen.getByRole('button', {
        name: /general-new1 · waiting for the network · .*1 % of CPU requested/,
      }),
    ).toBeInTheDocument();
  });

  it('shows the rollout of Cilium and the addresses of each node', async () => {
    renderEntity(clustersApiFake(), 'entity-content:clusters/cilium');
    const rollouts = await screen.findByRole('table', {
      name: 'Rollout of Cilium',
    });
    expect(
      within(rollouts).getByRole('row', { name: /agent/ }),
    ).toHaveTextContent(/Degraded.*9 \/ 12.*1.19.9/);
    expect(
      screen.getByRole('table', { name: 'Addresses of each node' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /eu-west-1b · 10.0.32.0.19/ }),
    ).toHaveTextContent(/EC2 gives 3 of its nodes no address/);
    expect(screen.getByText('3 nodes without network')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /aws-node/ })).toHaveTextContent(
      'runs on 0 nodes',
    );
  });

  it('lists findings with remedy, and what could not be read', async () => {
    renderEntity(clustersApiFake(), 'entity-content:clusters/findings');
    await userEvent.click(
      await screen.findByRole('button', {
        name: /Show details of: Node general-new2 gets no addresses/,
      }),
    );
    const [{ remedy }] = assessment.findings;
    const command = remedy.find(step => step.command)?.command ?? '';
    expect(screen.getByText(command)).toBeVisible();
    expect(
      screen.getByRole('row', { name: /events no access/ }),
    ).toBeInTheDocument();
    const checks = screen.getByRole('table', { name: 'Checks' });
    expect(within(checks).queryByText('karpenter/C9')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox'));
    expect(within(checks).getByText('karpenter/C9')).toBeInTheDocument();
  });
});
