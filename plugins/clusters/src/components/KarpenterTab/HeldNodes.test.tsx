import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ago } from '@clusterworks/kube-fixtures';
import type { HeldNodeView } from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { clustersApiFake } from '../../__testUtils__/clustersApiFake';
import { HeldNodes } from './HeldNodes';
import { PendingPods } from './PendingPods';

const held = (count: number): HeldNodeView => ({
  node: 'general-1',
  nodePool: 'general',
  why: 'drifted',
  since: ago('3h'),
  blockers: [
    {
      ...{ pod: 'shop/ledger-0', owner: 'StatefulSet/ledger', why: 'pdb' },
      ...{ by: 'shop/ledger', free: 'Run a third replica' },
    },
    ...Array.from({ length: count - 1 }, (_, index) => ({
      pod: `fx/cache-${index}`,
      why: 'do-not-disrupt' as const,
      free: 'Remove the annotation',
    })),
  ],
});

describe('HeldNodes', () => {
  it('says of each node what holds it and what frees it', async () => {
    renderInTestApp(<HeldNodes cluster="search-dev" nodes={[held(2)]} />);
    const row = await screen.findByRole('row', { name: /general-1/ });
    expect(row).toHaveTextContent('drifted');
    expect(row).toHaveTextContent(
      'PodDisruptionBudget shop/ledger: shop/ledger-0 (StatefulSet/ledger)',
    );
    expect(row).toHaveTextContent('do-not-disrupt: fx/cache-0');
    expect(row).toHaveTextContent(/Run a third replica.*Remove the annotation/);
    expect(row).not.toHaveTextContent('more');
  });

  it('counts the pods that it does not list', async () => {
    renderInTestApp(<HeldNodes cluster="search-dev" nodes={[held(8)]} />);
    const row = await screen.findByRole('row', { name: /general-1/ });
    expect(within(row).getAllByText('and 3 more')).toHaveLength(2);
  });

  it('opens to where the pods of a node would go', async () => {
    const api = clustersApiFake();
    renderInTestApp(
      <HeldNodes
        cluster="search-dev"
        nodes={[{ ...held(1), node: 'general-old1' }]}
      />,
      { apis: [[clustersApiRef, api]] },
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show where the pods of general-old1 would go',
      }),
    );
    expect(
      (await screen.findByText('needs a new node')).closest('li'),
    ).toHaveTextContent('needs a new node 3');
  });

  it('says that no node is held, instead of an empty table', async () => {
    renderInTestApp(<HeldNodes cluster="search-dev" nodes={[]} />);
    expect(await screen.findByText(/No node that is to be/)).toBeVisible();
  });
});

describe('PendingPods', () => {
  it('opens a group to its pods, and counts those that are not listed', async () => {
    renderInTestApp(
      <PendingPods
        groups={[
          {
            ...{ cause: 'EC2 has no capacity', advice: 'Allow more types' },
            ...{ count: 9, oldestSince: ago('15m'), pods: ['shop/web-1'] },
          },
        ]}
      />,
    );
    const row = await screen.findByRole('row', { name: /EC2 has no/ });
    expect(row).toHaveTextContent(/9EC2 has no capacity.*Allow more types/);
    await userEvent.click(within(row).getByRole('button'));
    expect(screen.getByText('shop/web-1')).toBeVisible();
    expect(screen.getByText('and 8 more')).toBeVisible();
  });
});
