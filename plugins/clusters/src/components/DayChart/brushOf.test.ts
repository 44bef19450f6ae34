import { cellsOfRange, rangeOfCells } from './brushOf';
import { dayCells } from './dayCells';

const { cells } = dayCells([], Date.parse('2026-11-22T10:00:00Z'));

describe('the brush', () => {
  it('has the time of its cells, in either direction', () => {
    const range = rangeOfCells(cells, 20, 10);
    expect(range).toEqual(rangeOfCells(cells, 10, 20));
    expect(range.until - range.from).toBe(11 * 15 * 60_000);
    expect(cellsOfRange(cells, range)).toEqual([10, 20]);
  });

  it('is cut to the day, and is none outside of it', () => {
    const start = cells[0].at;
    const hour = 3_600_000;
    expect(
      cellsOfRange(cells, { from: start - hour, until: start + hour }),
    ).toEqual([0, 3]);
    expect(
      cellsOfRange(cells, { from: start - 2 * hour, until: start - hour }),
    ).toBeUndefined();
    expect(cellsOfRange(cells, undefined)).toBeUndefined();
  });
});
