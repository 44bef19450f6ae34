import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { PendingGroupView } from '@clusterworks/plugin-clusters-common';
import { PendingPods } from './PendingPods';

const verdict = (
  nodePool: string,
  takes: 'yes' | 'no' | 'unknown',
): NonNullable<PendingGroupView['pools']>[number] => ({
  ...{ nodePool, takes },
  checks: [
    { by: 'ready', is: 'yes' },
    { by: 'limit', is: takes },
    { by: 'labels', is: takes },
  ],
});
const group = (pools: PendingGroupView['pools']): PendingGroupView => ({
  ...{ cause: 'nothing fits', count: 2, pods: ['shop/a', 'shop/b'], pools },
});

describe('PendingPods', () => {
  it('has a column per pool, with the predicates that decide', async () => {
    renderInTestApp(
      <PendingPods
        groups={[group([verdict('general', 'no'), verdict('gpu', 'unknown')])]}
      />,
    );
    const table = await screen.findByRole('table', { name: /by cause/ });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(expect.arrayContaining(['Pool general', 'Pool gpu']));
    expect(within(table).getByText(/no: limit, labels/)).toBeInTheDocument();
    expect(
      within(table).getByText(/not known: limit, labels/),
    ).toBeInTheDocument();
  });

  it('opens to each predicate of each pool', async () => {
    renderInTestApp(
      <PendingPods
        groups={[group([verdict('general', 'no'), verdict('gpu', 'yes')])]}
      />,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /nothing fits/ }),
    );
    const table = await screen.findByRole('table', {
      name: 'What each NodePool says to shop/a',
    });
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      /^general.*no.*yes.*no.*no$/,
    );
    expect(screen.getByText('shop/b')).toBeInTheDocument();
  });

  it('has no columns of many pools, nor of pools that could not be read', async () => {
    const many = Array.from({ length: 6 }, (_, index) =>
      verdict(`pool-${index}`, 'no'),
    );
    renderInTestApp(
      <>
        <PendingPods groups={[group(many)]} />
        <PendingPods groups={[group(undefined)]} />
      </>,
    );
    expect(await screen.findAllByRole('table')).toHaveLength(2);
    expect(
      screen.queryByRole('columnheader', { name: /^Pool/ }),
    ).not.toBeInTheDocument();
  });
});
