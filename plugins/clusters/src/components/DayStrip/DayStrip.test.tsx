import { useState } from 'react';
import { act, screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Verdict } from '@clusterworks/plugin-clusters-common';
import { type Day, DayStrip } from './DayStrip';

const cellsOf = (count: number, verdict: Verdict, podsPending: number) =>
  Array.from({ length: count }, () => ({ verdict, podsPending }));

function dayOf(cells: Day['cells']): Day {
  return { from: '2026-11-30T00:00:00Z', cellMinutes: 15, cells };
}

describe('DayStrip', () => {
  it('says how long each verdict lasted, and the most pods that waited', async () => {
    const day = dayOf([
      ...cellsOf(92, 'healthy', 0),
      ...cellsOf(4, 'critical', 7),
    ]);
    renderInTestApp(<DayStrip day={day} />);
    const strip = await screen.findByRole('img');
    expect(strip).toHaveAccessibleName(/Critical 1 h.*Healthy 23 h.*7/);
  });

  it('is drawn again for another day only', async () => {
    const cells = cellsOf(96, 'healthy', 0);
    const read = jest.fn(() => cells);
    const noted = (): Day => ({
      ...dayOf(cells),
      get cells() {
        return read();
      },
    });
    let show: (day: Day) => void = () => {};
    function Row() {
      const [row, setRow] = useState({ day: dayOf(cells) });
      show = day => setRow({ day });
      return <DayStrip day={row.day} />;
    }
    renderInTestApp(<Row />);
    await screen.findByRole('img');
    const day = noted();
    act(() => show(day));
    expect(read).toHaveBeenCalled();
    read.mockClear();
    act(() => show(day));
    expect(read).not.toHaveBeenCalled();
  });
});
