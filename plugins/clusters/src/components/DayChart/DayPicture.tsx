import { AxisBottom, AxisLeft } from '@visx/axis';
import { curveStepAfter } from '@visx/curve';
import { scaleLinear, scaleTime } from '@visx/scale';
import { AreaStack, Bar, LinePath } from '@visx/shape';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';
import { useFormat } from '../../format';
import { CELL_MS, type DayCell, type DayCells } from './dayCells';
import { useDayWords } from './useDayWords';
import styles from './DayChart.module.css';

const LEFT = 40;
/** Room for the names of pools; a narrow chart has them in the table only. */
const RIGHT = 132;
const NARROW = 560;
const VERDICT = { top: 4, height: 10 };
const MARKS = { top: 18, height: 12 };
const NODES = { top: 38, height: 132 };
const PENDING = { top: 186, height: 34 };
const CHANGES = { top: 234, height: 20 };
const HEIGHT = 282;
/** Pools with fewer nodes than this have no room for their name. */
const LABEL_PX = 12;

/** The cell and the one after it, because a step needs an end. */
function withEnd(cells: readonly DayCell[]): DayCell[] {
  const last = cells[cells.length - 1];
  return [...cells, { ...last, at: last.at + CELL_MS }];
}

/** What happened in a cell besides the numbers: a sign each. */
function CellMarks(props: { cell: DayCell; left: number; width: number }) {
  const { cell, left, width } = props;
  const signs = [
    cell.merges.length > 0 ? '↣' : '',
    cell.upgrades.length > 0 ? '↑' : '',
    cell.interrupted > 0 ? '▽' : '',
  ].join('');
  return (
    <>
      {cell.draining > 0 && (
        <Bar
          className={styles.draining}
          x={left}
          width={width}
          y={MARKS.top + MARKS.height}
          height={3}
        />
      )}
      {signs && (
        <text
          className={styles.sign}
          x={left + width / 2}
          y={MARKS.top + MARKS.height - 2}
        >
          {signs}
        </text>
      )}
    </>
  );
}

/** The panels of the day over one axis of time. */
export function DayPicture(props: {
  day: DayCells;
  width: number;
  chosen: number | undefined;
  /** The first and the last cell of the time that is chosen. */
  brush: [first: number, last: number] | undefined;
}) {
  const { day, width, chosen, brush } = props;
  const { cells, series } = day;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatHour, formatNumber } = useFormat();
  const { nameOf } = useDayWords(series);
  const isNarrow = width < NARROW;
  const right = Math.max(LEFT + 40, width - (isNarrow ? 8 : RIGHT));
  const end = cells[cells.length - 1].at + CELL_MS;
  const x = scaleTime({ domain: [cells[0].at, end], range: [LEFT, right] });
  const topOf = (of: (cell: DayCell) => number | undefined) =>
    Math.max(1, ...cells.map(cell => of(cell) ?? 0));
  const yNodes = scaleLinear({
    domain: [0, topOf(({ nodes }) => nodes)],
    range: [NODES.top + NODES.height, NODES.top],
    nice: true,
  });
  const yPending = scaleLinear({
    domain: [0, topOf(({ podsPending }) => podsPending)],
    range: [PENDING.top + PENDING.height, PENDING.top],
  });
  const yChanges = scaleLinear({
    domain: [0, topOf(({ came, went }) => Math.max(came, went))],
    range: [0, CHANGES.height / 2],
  });
  const middle = CHANGES.top + CHANGES.height / 2;
  const cellWidth = x(cells[0].at + CELL_MS) - x(cells[0].at);
  const steps = withEnd(cells);
  const present = [...cells].reverse().find(({ pools }) => pools);
  // The first series lies at the bottom.
  let sum = 0;
  const labels = series.flatMap(name => {
    const own = present?.pools?.[name] ?? 0;
    const from = sum;
    sum += own;
    return yNodes(from) - yNodes(sum) >= LABEL_PX
      ? [{ name, own, y: (yNodes(from) + yNodes(sum)) / 2 }]
      : [];
  });
  return (
    <svg className={styles.picture} width={width} height={HEIGHT} aria-hidden>
      {cells.map(cell => (
        <g key={cell.at} data-verdict={cell.verdict ?? 'unrecorded'}>
          <Bar
            className={styles.background}
            x={x(cell.at)}
            width={cellWidth}
            y={VERDICT.top}
            height={CHANGES.top + CHANGES.height - VERDICT.top}
          />
          <Bar
            className={styles.verdict}
            x={x(cell.at)}
            width={cellWidth}
            y={VERDICT.top}
            height={VERDICT.height}
          />
          <CellMarks cell={cell} left={x(cell.at)} width={cellWidth} />
          {cell.came > 0 && (
            <Bar
              className={styles.came}
              x={x(cell.at) + 1}
              width={Math.max(2, cellWidth - 2)}
              y={middle - yChanges(cell.came)}
              height={yChanges(cell.came)}
            />
          )}
          {cell.went > 0 && (
            <Bar
              className={styles.went}
              x={x(cell.at) + 1}
              width={Math.max(2, cellWidth - 2)}
              y={middle}
              height={yChanges(cell.went)}
            />
          )}
        </g>
      ))}
      <AreaStack
        keys={series}
        data={steps}
        x={({ data }) => x(data.at)}
        y0={([low]) => yNodes(low)}
        y1={([, high]) => yNodes(high)}
        value={({ pools }, key) => pools?.[key] ?? 0}
        defined={({ data }) => data.pools !== undefined}
        curve={curveStepAfter}
      >
        {({ stacks, path }) =>
          stacks.map(stack => (
            <path
              key={stack.key}
              className={styles.area}
              data-series={stack.index}
              d={path(stack) ?? ''}
            />
          ))
        }
      </AreaStack>
      <LinePath
        className={styles.pending}
        data={steps}
        x={({ at }) => x(at)}
        y={({ podsPending }) => yPending(podsPending ?? 0)}
        defined={({ podsPending }) => podsPending !== undefined}
        curve={curveStepAfter}
      />
      <line
        className={styles.base}
        x1={LEFT}
        x2={right}
        y1={middle}
        y2={middle}
      />
      <AxisLeft
        scale={yNodes}
        left={LEFT}
        numTicks={3}
        axisClassName={styles.axis}
        tickFormat={value => formatNumber(Number(value))}
      />
      <AxisLeft
        scale={yPending}
        left={LEFT}
        tickValues={[yPending.domain()[1]]}
        axisClassName={styles.axis}
        tickFormat={value => formatNumber(Number(value))}
      />
      <AxisBottom
        scale={x}
        top={CHANGES.top + CHANGES.height + 4}
        numTicks={isNarrow ? 4 : 8}
        axisClassName={styles.axis}
        tickFormat={value => formatHour(Number(value))}
      />
      {!isNarrow && (
        <g className={styles.labels}>
          {labels.map(({ name, own, y }) => (
            <text key={name} x={right + 8} y={y + 4}>
              {formatNumber(own)} {nameOf(name).slice(0, 14)}
            </text>
          ))}
          <text x={right + 8} y={PENDING.top + PENDING.height - 2}>
            {t('day.pending')}
          </text>
          <text x={right + 8} y={middle + 4}>
            {t('day.changes')}
          </text>
        </g>
      )}
      {brush && (
        <Bar
          className={styles.brush}
          x={x(cells[brush[0]].at)}
          width={x(cells[brush[1]].at + CELL_MS) - x(cells[brush[0]].at)}
          y={VERDICT.top}
          height={CHANGES.top + CHANGES.height - VERDICT.top}
        />
      )}
      {chosen !== undefined && (
        <Bar
          className={styles.cursor}
          x={x(cells[chosen].at)}
          width={Math.max(2, cellWidth)}
          y={VERDICT.top}
          height={CHANGES.top + CHANGES.height - VERDICT.top}
        />
      )}
    </svg>
  );
}

/** The number of the cell at a distance from the left edge. */
export function cellAt(left: number, width: number, count: number): number {
  const right = Math.max(LEFT + 40, width - (width < NARROW ? 8 : RIGHT));
  const index = Math.floor(((left - LEFT) / (right - LEFT)) * count);
  return Math.min(count - 1, Math.max(0, index));
}
