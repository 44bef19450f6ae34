import { type KeyboardEvent, useMemo, useState } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryResponse } from '@clusterworks/plugin-clusters-common';
import { useNow } from '../../hooks/useNow';
import { useWidth } from '../../hooks/useWidth';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { type DayCell, dayCells } from './dayCells';
import { cellAt, DayPicture } from './DayPicture';
import { DayTable } from './DayTable';
import { useDayWords } from './useDayWords';
import styles from './DayChart.module.css';

const CELL_MS = 15 * 60_000;
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
    cells.some(({ upgrades }) => upgrades.length > 0) &&
      `↑ ${t('day.signs.upgrade')}`,
    cells.some(({ interrupted }) => interrupted > 0) &&
      `▽ ${t('day.signs.interrupted')}`,
    cells.some(({ draining }) => draining > 0) &&
      `▬ ${t('day.signs.draining')}`,
  ].filter(Boolean);
  return words.length === 0 ? null : (
    <Text as="p" variant="body-small" color="secondary">
      {words.join(' · ')}
    </Text>
  );
}

/**
 * The last 24 hours of a cluster over one axis of time: its verdict as
 * background, nodes by pool, pods without a node, nodes that came and went, and
 * signs for upgrades, interruptions and drains.
 */
export function DayChart(props: { history: HistoryResponse }) {
  const { points } = props.history;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [frame, width] = useWidth<HTMLDivElement>(800);
  const [chosen, setChosen] = useState<number>();
  // The picture moves on with the cells, not with each tick of the clock.
  const present = Math.floor(useNow() / CELL_MS) * CELL_MS;
  const day = useMemo(() => dayCells(points, present), [points, present]);
  const { textOf } = useDayWords(day.series);
  const { cells } = day;
  if (points.length < 2) {
    return null;
  }
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event.key, cells.length);
    if (step !== undefined) {
      event.preventDefault();
      const next = (chosen ?? cells.length) + step;
      setChosen(Math.min(cells.length - 1, Math.max(0, next)));
    }
  };
  const point = (left: number) => setChosen(cellAt(left, width, cells.length));
  const current = chosen ?? cells.length - 1;
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
        aria-valuetext={textOf(cells[current])}
        onKeyDown={press}
        onPointerMove={event =>
          point(
            event.clientX - event.currentTarget.getBoundingClientRect().left,
          )
        }
        onPointerDown={event =>
          point(
            event.clientX - event.currentTarget.getBoundingClientRect().left,
          )
        }
        onPointerLeave={() => setChosen(undefined)}
      >
        <DayPicture day={day} width={width} chosen={chosen} />
      </div>
      <p className={styles.shown} aria-hidden="true">
        {chosen === undefined ? t('day.hint') : textOf(cells[chosen])}
      </p>
      <DayLegend cells={cells} />
      <AsTable>{() => <DayTable day={day} />}</AsTable>
    </section>
  );
}
