import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NOW } from '@clusterworks/kube-fixtures';
import { historyResponse } from '../../__testUtils__/fixtures';
import { DayChart } from './DayChart';

describe('DayChart', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW));
  });
  afterEach(() => jest.restoreAllMocks());

  it('tells each quarter of an hour by the arrow keys', async () => {
    const user = userEvent.setup();
    renderInTestApp(<DayChart history={historyResponse()} />);
    const time = await screen.findByRole('slider');
    const text = () => time.getAttribute('aria-valuetext');
    expect(text()).toMatch(
      /Critical · 11 nodes \(general 10, other nodes 1\) · 14 pods pending$/,
    );
    await user.tab();
    expect(time).toHaveFocus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(text()).toMatch(/Healthy · .* · 0 pods pending$/);
    expect(screen.getByText(text() ?? '')).toBeInTheDocument();
    await user.keyboard('{Home}{ArrowLeft}');
    expect(time).toHaveAttribute('aria-valuenow', '0');
    await user.keyboard('{End}{ArrowRight}');
    expect(time).toHaveAttribute('aria-valuenow', '95');
  });

  it('has the same numbers as a table, the newest first', async () => {
    renderInTestApp(<DayChart history={historyResponse()} />);
    await userEvent.click(await screen.findByText('Show as table'));
    const [, newest, before] = within(
      screen.getByRole('table', { name: 'Values of the last 24 hours' }),
    ).getAllByRole('row');
    expect(newest).toHaveTextContent(/Critical11general 10, other nodes 114/);
    expect(before).toHaveTextContent(/Healthy11/);
  });

  it('has signs for upgrades, interruptions and drains, in words too', async () => {
    renderInTestApp(<DayChart history={historyResponse()} />);
    expect(
      await screen.findByText(
        '↑ a version changed · ▽ AWS took instances away · ▬ nodes were draining',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByText('Show as table'));
    const table = await screen.findByRole('table', {
      name: 'Values of the last 24 hours',
    });
    for (const words of [
      'Karpenter 1.14.2 → 1.14.3',
      'AWS took at least 1 instance away',
      '2 nodes draining',
    ]) {
      expect(within(table).getAllByText(words).length).toBeGreaterThan(0);
    }
  });

  it('draws nothing from a single point', async () => {
    const history = historyResponse();
    renderInTestApp(
      <>
        <p>beside</p>
        <DayChart history={{ ...history, points: history.points.slice(-1) }} />
      </>,
    );
    expect(await screen.findByText('beside')).toBeInTheDocument();
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
  });
});
