import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { HistoryResponse } from '@clusterworks/plugin-clusters-common';
import { NOW } from '@clusterworks/kube-fixtures';
import { historyResponse } from '../../__testUtils__/fixtures';
import { useTimeRange } from '../../hooks/useTimeRange';
import { DayChart } from './DayChart';

function Chart({ history = historyResponse() }: { history?: HistoryResponse }) {
  const [range, setRange] = useTimeRange();
  return (
    <>
      <DayChart history={history} range={range} onRange={setRange} />
      <output>{range && (range.until - range.from) / 60_000}</output>
    </>
  );
}

describe('DayChart', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW));
  });
  afterEach(() => jest.restoreAllMocks());

  it('tells each quarter of an hour by the arrow keys', async () => {
    const user = userEvent.setup();
    renderInTestApp(<Chart />);
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
    renderInTestApp(<Chart />);
    await userEvent.click(await screen.findByText('Show as table'));
    const [, newest, before] = within(
      screen.getByRole('table', { name: 'Values of the last 24 hours' }),
    ).getAllByRole('row');
    expect(newest).toHaveTextContent(/Critical11general 10, other nodes 114/);
    expect(before).toHaveTextContent(/Healthy11/);
  });

  it('has signs for upgrades, interruptions and drains, in words too', async () => {
    renderInTestApp(<Chart />);
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
        <Chart history={{ ...history, points: history.points.slice(-1) }} />
      </>,
    );
    expect(await screen.findByText('beside')).toBeInTheDocument();
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
  });

  it('chooses a time with Shift and the arrow keys, and lets it go', async () => {
    const user = userEvent.setup();
    renderInTestApp(<Chart />);
    const time = await screen.findByRole('slider');
    await user.tab();
    await user.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}');
    expect(screen.getByRole('status')).toHaveTextContent('45');
    expect(time).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/chosen: .* until /),
    );
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(screen.getByRole('status')).toHaveTextContent('30');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('chooses a time by dragging, with the mouse or a finger', async () => {
    renderInTestApp(<Chart />);
    const time = await screen.findByRole('slider');
    // 800 px wide, 40 of them left of the first of 96 cells, 132 at the right.
    const cell = 628 / 96;
    const at = (index: number) => ({
      ...{ clientX: 40 + cell * (index + 0.5), buttons: 1, pointerId: 1 },
    });
    fireEvent.pointerDown(time, at(50));
    fireEvent.pointerMove(time, at(47));
    fireEvent.pointerUp(time, at(47));
    expect(screen.getByRole('status')).toHaveTextContent('60');
    // Moving on without a button changes nothing.
    fireEvent.pointerMove(time, { ...at(10), buttons: 0 });
    expect(screen.getByRole('status')).toHaveTextContent('60');
  });
});
