import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import clustersPlugin, { clustersApiRef } from '.';
import { clustersApiFake } from './__testUtils__/clustersApiFake';

const overlap = { kind: 'vpc' as const, mayBeSameVpc: false };

const ledger: LedgerResponse = {
  ranges: [
    {
      ...{
        cluster: 'payments-prod',
        entityRef: 'resource:default/payments-prod',
      },
      ...{ cidr: '10.40.0.0/16', kind: 'vpc', addresses: 65_536 },
      ...{ owner: 'group:default/payments', environment: 'prod' },
      overlaps: [{ ...overlap, cluster: 'search-dev', cidr: '10.40.8.0/22' }],
      overlapsTotal: 3,
    },
    {
      ...{ cluster: 'search-dev', entityRef: 'resource:default/search-dev' },
      ...{ cidr: '10.40.8.0/22', kind: 'secondary', addresses: 1_024 },
      overlaps: [
        {
          ...{ ...overlap, mayBeSameVpc: true },
          ...{ cluster: 'payments-prod', cidr: '10.40.0.0/16' },
        },
      ],
      overlapsTotal: 1,
    },
  ],
  unknown: [],
  free: {
    certainty: 'exact',
    blocks: [{ cidr: '172.16.0.0/12', addresses: 1_048_576 }],
  },
};

function render(answer: LedgerResponse | Error, path = '/clusters/addresses') {
  const getLedger = jest.fn(async () => {
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  return renderTestApp({
    extensions: [clustersPlugin.getExtension('page:clusters')],
    apis: [[clustersApiRef, clustersApiFake({ getLedger })]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [path],
  });
}

describe('page of addresses', () => {
  it('says first what overlaps, then lists the ranges, then what is free', async () => {
    render(ledger);
    expect(
      await screen.findByText(
        '2 ranges share addresses with others, first 10.40.0.0/16 of payments-prod.',
      ),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: /Ranges of addresses/ });
    const row = within(table).getByRole('row', { name: /^10\.40\.0\.0/ });
    expect(row).toHaveTextContent(
      '10.40.0.0/16VPC65,536payments-prodgroup:default/paymentsprod—search-dev 10.40.8.0/22, 2 more',
    );
    expect(
      within(table).getByRole('row', { name: /^10\.40\.8\.0/ }),
    ).toHaveTextContent('payments-prod 10.40.0.0/16 (may be the same VPC)');
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/resource/payments-prod',
    );
    expect(screen.getByRole('heading', { name: 'Free ranges' })).toBeVisible();
    expect(screen.getByText('172.16.0.0/12')).toBeInTheDocument();
  });

  it('calls nothing free beside clusters of unknown ranges, and names them', async () => {
    render({
      ranges: [],
      unknown: [
        {
          ...{ cluster: 'legacy', entityRef: 'resource:default/legacy' },
          reason: 'it has no annotation',
        },
      ],
      free: {
        ...ledger.free,
        certainty: 'atMost',
        reason: 'legacy is unknown',
      },
    });
    expect(
      await screen.findByText('The ranges of 1 cluster are not known'),
    ).toBeInTheDocument();
    expect(screen.getByText('legacy: it has no annotation')).toBeVisible();
    expect(
      screen.getByRole('heading', { name: /not known to be taken/ }),
    ).toBeVisible();
    expect(screen.queryByText(/free/i)).not.toBeInTheDocument();
  });

  it('filters by every word, in the address bar', async () => {
    render(ledger, '/clusters/addresses?q=prod%20PAYMENTS');
    const table = await screen.findByRole('table', { name: /Ranges of/ });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    await userEvent.type(screen.getByRole('searchbox'), ' x');
    expect(await screen.findByText('No range matches')).toBeVisible();
  });

  it('gives the ledger as CSV', async () => {
    const blobs: Blob[] = [];
    const names: string[] = [];
    URL.createObjectURL = jest.fn(blob => {
      blobs.push(blob as Blob);
      return 'blob:x';
    });
    URL.revokeObjectURL = jest.fn();
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        names.push(this.download);
      });
    render(ledger);
    await screen.findByText('172.16.0.0/12');
    await userEvent.click(screen.getByRole('button', { name: /Download CSV/ }));
    expect(names).toEqual(['cluster-addresses.csv']);
    expect(blobs[0].size).toBeGreaterThan(200);
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:x');
    jest.restoreAllMocks();
  });

  it('says why it cannot be read', async () => {
    render(new Error('no route'));
    expect(await screen.findByText('no route')).toBeInTheDocument();
  });

  it('is linked from the fleet page', async () => {
    render(ledger, '/clusters');
    expect(
      await screen.findByRole('link', { name: 'Addresses' }),
    ).toHaveAttribute('href', '/clusters/addresses');
  });
});
