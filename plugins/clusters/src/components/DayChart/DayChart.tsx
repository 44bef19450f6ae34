import {
  type KeyboardEvent,
  type PointerEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterMerge,
  HistoryResponse,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { useNow } from '../../hooks/useNow';
import type { TimeRange } from '../../hooks/useTimeRange';
import { useWidth } from '../../hooks/useWidth';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { cellsOfRange, rangeOfCells } from './brushOf';
import { CELL_MS, type DayCell, dayCells } from './dayCells';
import { cellAt, DayPicture } from './DayPicture';
import { DayTable } from './DayTable';
import { useDayWords } from './useDayWords';
import styles from './DayChart.module.css';

const HOUR_CELLS = 4;

function stepOf(key: string, count: number): number | undefined {
  const steps: Record<string, number> = {
    ...{ ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 },
    ...{ PageUp: HOUR_CELLS, PageDown: -HOUR_CELLS },
    ...{ Home: -count, End: count },
  };
  return Object.hasOwn(steps, key) ? steps[key] : undefined;
}

/** The signs above the nodes that occur within the day. */
function DayLegend(props: { cells: readonly DayCell[] }) {
  const { cells } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const words = [
    cells.some(({ merges }) => merges.length > 0) &&
      `↣ ${t('day.signs.merge')}`,
    cells.some(({ upgrades }) => upgrades.length > 0) &&
      `↑ ${t('day.signs.upgrade')}`,
    cells.some(({ interrupted }) => interrupted > 0) &&
      `▽ ${t('day.signs.interrupted')}`,
    cells.some(({ draining }) => draining > 0) &&
      `▬ ${t('day.signs.draining')}`,
  ].filter(Boolean);
  return (
    // Merges come later than the rest, and must not move what is below.
    <div className={styles.legend}>
      <Text as="p" variant="body-small" color="secondary">
        {words.join(' · ')}
      </Text>
    </div>
  );
}

/**
 * What mouse, touch and keyboard do: they tell the values of a cell, and choose
 * a time by dragging, or by arrow keys with Shift.
 */
function useBrush(options: {
  cells: readonly DayCell[];
  cellOf: (event: PointerEvent<HTMLElement>) => number;
  onRange: (range: TimeRange | undefined) => void;
}) {
  const { cells, cellOf, onRange } = options;
  const [chosen, setChosen] = useState<number>();
  const anchor = useRef<number>();
  const last = cells.length - 1;
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event.key, cells.length);
    if (event.key === 'Escape') {
      anchor.current = undefined;
      onRange(undefined);
    } else if (step !== undefined) {
      event.preventDefault();
      const from = chosen ?? (event.shiftKey ? last : cells.length);
      const to = Math.min(last, Math.max(0, from + step));
      anchor.current = event.shiftKey ? anchor.current ?? from : undefined;
      if (anchor.current !== undefined) {
        onRange(rangeOfCells(cells, anchor.current, to));
      }
      setChosen(to);
    }
  };
  return {
    chosen,
    handlers: {
      onKeyDown: press,
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const cell = cellOf(event);
        anchor.current = cell;
        setChosen(cell);
        // The drag goes on when it leaves the chart.
        event.currentTarget.setPointerCapture?.(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const cell = cellOf(event);
        const from = anchor.current;
        if (event.buttons === 1 && from !== undefined && cell !== chosen) {
          onRange(rangeOfCells(cells, from, cell));
        }
        setChosen(cell);
      },
      onPointerUp: () => {
        anchor.current = undefined;
      },
      onPointerLeave: () => setChosen(undefined),
      onBlur: () => {
        anchor.current = undefined;
      },
    },
  };
}

/**
 * The last 24 hours of a cluster over one axis of time: its verdict as
 * background, nodes by pool, pods without a node, nodes that came and went, and
 * signs for merges, upgrades, interruptions and drains. A part of the time can
 * be chosen.
 */
export function DayChart(props: {
  history: HistoryResponse;
  merges?: readonly ClusterMerge[];
  range: TimeRange | undefined;
  onRange: (range: TimeRange | undefined) => void;
}) {
  const { points } = props.history;
  const { merges, range, onRange } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>(800);
  // The picture moves on with the cells, not with each tick of the clock.
  const present = Math.floor(useNow() / CELL_MS) * CELL_MS;
  const day = useMemo(
    () => dayCells(points, present, merges),
    [points, present, merges],
  );
  const { textOf } = useDayWords(day.series);
  const { cells } = day;
  const { chosen, handlers } = useBrush({
    cells,
    cellOf: event =>
      cellAt(
        event.clientX - event.currentTarget.getBoundingClientRect().left,
        width,
        cells.length,
      ),
    onRange,
  });
  if (points.length < 2) {
    return null;
  }
  const current = chosen ?? cells.length - 1;
  const brushText =
    range &&
    t('day.chosen', {
      from: formatTime(range.from),
      until: formatTime(range.until),
    });
  return (
    <section className={styles.chart} aria-label={t('day.title')}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('day.title')}
      </Text>
      <div
        ref={frame}
        className={styles.frame}
        role="slider"
        tabIndex={0}
        aria-label={t('day.label')}
        aria-valuemin={0}
        aria-valuemax={cells.length - 1}
        aria-valuenow={current}
        aria-valuetext={[textOf(cells[current]), brushText]
          .filter(Boolean)
          .join(' · ')}
        {...handlers}
      >
        <DayPicture
          day={day}
          width={width}
          chosen={chosen}
          brush={cellsOfRange(cells, range)}
        />
      </div>
      <p className={styles.shown} aria-hidden="true">
        {chosen === undefined
          ? brushText ?? t('day.hint')
          : textOf(cells[chosen])}
      </p>
      <DayLegend cells={cells} />
      <AsTable>{() => <DayTable day={day} />}</AsTable>
    </section>
  );
}
