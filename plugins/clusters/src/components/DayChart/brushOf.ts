import type { TimeRange } from '../../hooks/useTimeRange';
import { CELL_MS, type DayCell } from './dayCells';

/** The time of some cells, whichever end is named first. */
export function rangeOfCells(
  cells: readonly DayCell[],
  one: number,
  other: number,
): TimeRange {
  return {
    from: cells[Math.min(one, other)].at,
    until: cells[Math.max(one, other)].at + CELL_MS,
  };
}

/** The first and the last cell within a time; undefined when none is. */
export function cellsOfRange(
  cells: readonly DayCell[],
  range: TimeRange | undefined,
): [first: number, last: number] | undefined {
  const within = range
    ? cells.flatMap(({ at }, index) =>
        at < range.until && range.from < at + CELL_MS ? index : [],
      )
    : [];
  return within.length > 0 ? [within[0], within[within.length - 1]] : undefined;
}
