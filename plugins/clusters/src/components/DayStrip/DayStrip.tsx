import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  HistoryCell,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { scaleLinear } from '@visx/scale';
import { Bar, LinePath } from '@visx/shape';
import { curveStepAfter } from '@visx/curve';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { type StripRun, stripRuns, stripSummary } from './stripRuns';
import styles from './DayStrip.module.css';

const WIDTH = 136;
const HEIGHT = 30;
/** The part above the verdicts, in which pending pods are drawn. */
const PENDING_HEIGHT = 14;
/** A cell of the present moment would be too narrow to be seen. */
const NEWEST_CELLS = 2.4;
/** Height repeats what the colour says. */
const HEIGHTS: Record<Verdict, number> = {
  healthy: 3,
  unknown: 3,
  degraded: 8,
  critical: 13,
};
const MINUTE_MS = 60_000;

/** The last 24 hours of a cluster. */
export type Day = {
  /** RFC 3339, when the first cell begins. */
  from: string;
  cellMinutes: number;
  cells: readonly HistoryCell[];
};

function useWords() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatTime } = useFormat();
  const verdictWord = (verdict: Verdict | undefined) =>
    verdict ? t(`verdict.${verdict}`) : t('strip.unrecorded');
  const pendingWord = (count: number | undefined) =>
    count === undefined ? '' : ` · ${t('strip.mostPending', { count })}`;
  return {
    ofRun: ({ from, cellMinutes }: Day, run: StripRun) => {
      const start = Date.parse(from);
      const at = (cell: number) => start + cell * cellMinutes * MINUTE_MS;
      const lasts = formatDuration(
        (run.to - run.from) * cellMinutes * MINUTE_MS,
      );
      return `${formatTime(at(run.from))} · ${verdictWord(
        run.verdict,
      )} ${lasts}${pendingWord(run.mostPending)}`;
    },
    ofDay: ({ cells, cellMinutes }: Day) => {
      const { minutes, mostPending } = stripSummary(cells, cellMinutes);
      const spans = (['critical', 'degraded', 'unknown', 'healthy'] as const)
        .filter(verdict => minutes[verdict] > 0)
        .map(
          verdict =>
            `${verdictWord(verdict)} ${formatDuration(
              minutes[verdict] * MINUTE_MS,
            )}`,
        );
      const unseen = minutes.unrecorded
        ? [
            `${verdictWord(undefined)} ${formatDuration(
              minutes.unrecorded * MINUTE_MS,
            )}`,
          ]
        : [];
      return t('strip.summary', {
        spans: [...spans, ...unseen].join(', ') + pendingWord(mostPending),
      });
    },
  };
}

/**
 * The last 24 hours of a cluster in one line: its verdict in cells of a quarter
 * of an hour, and above them the pods without a node, on a scale of its own. It
 * is drawn for another day only: its words take longer than the rest of a row.
 */
export const DayStrip = memo(function OneDay(props: { day: Day }) {
  const { day } = props;
  const { cells } = day;
  const words = useWords();
  const x = scaleLinear({ domain: [0, cells.length], range: [0, WIDTH] });
  const top = Math.max(1, ...cells.map(cell => cell.podsPending ?? 0));
  const y = scaleLinear({ domain: [0, top], range: [PENDING_HEIGHT, 1] });
  const runs = stripRuns(cells);
  const startOf = ({ from, to }: StripRun) =>
    to === cells.length ? Math.min(from, to - NEWEST_CELLS) : from;
  const steps = [...cells, cells[cells.length - 1] ?? {}];
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words.ofDay(day)}
    >
      {runs.map(run => {
        const height = run.verdict ? HEIGHTS[run.verdict] : 0;
        const start = x(startOf(run));
        return (
          <g key={run.from}>
            <title>{words.ofRun(day, run)}</title>
            <Bar
              className={styles.cell}
              data-verdict={run.verdict ?? 'unrecorded'}
              x={start}
              width={x(run.to) - start}
              y={HEIGHT - height}
              height={height}
            />
            {(!run.verdict || run.verdict === 'unknown') && (
              <line
                className={styles.unseen}
                x1={start}
                x2={x(run.to)}
                y1={HEIGHT - 1.5}
                y2={HEIGHT - 1.5}
              />
            )}
            <rect
              className={styles.target}
              x={start}
              width={x(run.to) - start}
              height={HEIGHT}
            />
          </g>
        );
      })}
      {top > 0 && cells.some(cell => cell.podsPending) && (
        <LinePath
          className={styles.pending}
          data={steps.map((cell, index) => ({ ...cell, index }))}
          x={({ index }) => x(index)}
          y={({ podsPending }) => y(podsPending ?? 0)}
          defined={({ podsPending }) => podsPending !== undefined}
          curve={curveStepAfter}
        />
      )}
    </svg>
  );
});
