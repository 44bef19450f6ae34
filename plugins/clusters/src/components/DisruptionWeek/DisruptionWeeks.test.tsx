import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { DriftBacklog } from '@clusterworks/plugin-clusters-common';
import { view } from '../../__testUtils__/clusterFixtures';
import { stopClock } from '../../__testUtils__/renderPages';
import { DisruptionWeeks } from './DisruptionWeeks';

stopClock();

const [generalPool, gpuPool] = view.karpenter.nodePools;
const claims = view.karpenter.nodeClaims ?? [];

describe('DisruptionWeeks', () => {
  it('says what is allowed now, once for reasons with the same budgets', async () => {
    renderInTestApp(
      <DisruptionWeeks pools={[generalPool, gpuPool]} claims={claims} />,
    );
    const general = await screen.findByRole('button', { name: 'general' });
    const pool = general.closest('li') as HTMLElement;
    expect(within(pool).getAllByText('2 now')).toHaveLength(2);
    expect(within(pool).getByText('Underutilized, Empty')).toBeVisible();
    expect(within(pool).getByText('Drifted')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'gpu' }).closest('li'),
    ).toHaveTextContent(/^gpuThe pool has no nodes\.$/);
  });

  it('has each step in a table', async () => {
    renderInTestApp(<DisruptionWeeks pools={[generalPool]} claims={[]} />);
    await userEvent.click(await screen.findByText('Show as table'));
    const rows = within(
      await screen.findByRole('table', { name: /this week/ }),
    ).getAllByRole('row');
    // One step for two reasons; for drift, five working days within a week.
    expect(rows).toHaveLength(1 + 1 + 11);
    expect(rows[3]).toHaveTextContent(/Drifted.*23 Nov 2026, 08:00.*0$/);
  });

  it('says when a closed pool opens', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-24T10:00:00Z'));
    renderInTestApp(<DisruptionWeeks pools={[generalPool]} claims={[]} />);
    expect(await screen.findByText(/opens .*24 Nov 2026, 20:00/)).toBeVisible();
  });

  it('says what is not known', async () => {
    renderInTestApp(
      <DisruptionWeeks
        pools={[{ ...generalPool, disruption: undefined }]}
        claims={undefined}
      />,
    );
    expect(
      await screen.findByText('NodeClaims could not be read.'),
    ).toBeVisible();
  });

  it('says how long drifted nodes need, and how many are held', async () => {
    const withBacklog = (backlog: DriftBacklog) => ({
      ...generalPool,
      disruption: generalPool.disruption && {
        ...{ ...generalPool.disruption, backlog },
      },
    });
    const { unmount } = renderInTestApp(
      <DisruptionWeeks
        pools={[
          withBacklog({
            ...{ nodes: 3, held: 1 },
            seconds: { certainty: 'estimate', value: 720 },
          }),
        ]}
        claims={[]}
      />,
    );
    expect(
      await screen.findByText('the last is replaced in ≈ 12 min'),
    ).toBeVisible();
    expect(screen.getByText('pods hold 1 of them, see below')).toBeVisible();
    unmount();
    renderInTestApp(
      <DisruptionWeeks
        pools={[
          withBacklog({
            nodes: 3,
            seconds: { certainty: 'unknown', reason: 'it is not' },
          }),
        ]}
        claims={[]}
      />,
    );
    expect(await screen.findByText('end not known: it is not')).toBeVisible();
  });

  it('has a mark and a line for each node that expires this week', async () => {
    const soon = { expiresAt: '2026-11-23T07:00:00Z', nodePool: 'general' };
    const one = { ...claims[0], ...soon, name: 'one', node: 'node-one' };
    const later = { ...one, name: 'two', expiresAt: '2027-01-01T00:00:00Z' };
    const other = { ...one, name: 'three', nodePool: 'gpu' };
    renderInTestApp(
      <DisruptionWeeks pools={[generalPool]} claims={[one, later, other]} />,
    );
    expect(
      await screen.findByText(/1 node expires this week: .*23 Nov 2026, 07:00/),
    ).toBeVisible();
    await userEvent.click(screen.getByText('Show as table'));
    const table = await screen.findByRole('table', { name: /that expire/ });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(table).toHaveTextContent('node-one');
  });

  it('says of a node that should be gone that it has expired', async () => {
    const gone = { expiresAt: '2026-10-15T07:00:00Z', nodePool: 'general' };
    renderInTestApp(
      <DisruptionWeeks
        pools={[generalPool]}
        claims={[{ ...claims[0], ...gone }]}
      />,
    );
    expect(
      await screen.findByText(
        /1 node has expired and is still here, since .*15 Oct 2026, 07:00/,
      ),
    ).toBeVisible();
    expect(screen.queryByText(/expires this week/)).toBeNull();
  });
});
