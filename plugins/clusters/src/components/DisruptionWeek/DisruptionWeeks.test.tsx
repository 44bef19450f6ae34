import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { view } from '../../__testUtils__/clusterFixtures';
import { stopClock } from '../../__testUtils__/renderPages';
import { DisruptionWeeks } from './DisruptionWeeks';

stopClock();

const [generalPool, gpuPool] = view.karpenter.nodePools;

describe('DisruptionWeeks', () => {
  it('says what is allowed now, once for reasons with the same budgets', async () => {
    renderInTestApp(<DisruptionWeeks pools={[generalPool, gpuPool]} />);
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
    renderInTestApp(<DisruptionWeeks pools={[generalPool]} />);
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
    renderInTestApp(<DisruptionWeeks pools={[generalPool]} />);
    expect(await screen.findByText(/opens .*24 Nov 2026, 20:00/)).toBeVisible();
  });

  it('says what is not known', async () => {
    renderInTestApp(
      <DisruptionWeeks pools={[{ ...generalPool, disruption: undefined }]} />,
    );
    expect(
      await screen.findByText('NodeClaims could not be read.'),
    ).toBeVisible();
  });
});
