import { useMemo } from 'react';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../format';
import { useCursor } from '../../hooks/useCursor';
import { useWidth } from '../../hooks/useWidth';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { DataTable } from '../DataTable';
import { type Bin, histogramBins } from './histogramBins';
import styles from './Histogram.module.css';

const LEFT = 40;
const RIGHT = 16;
const TOP = 18;
const BOTTOM = 110;
const HEIGHT = 136;
const NARROW = 480;

/** A value that a line marks, in seconds. */
export type HistogramMark = { name: string; seconds: number };

/** How a bin is named: `5 s – 10 s`. */
function useBinText() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration } = useFormat();
  const duration = (seconds: number) => formatDuration(seconds * 1000);
  return ({ from, until }: Bin) =>
    until === undefined
      ? t('histogram.longer', { from: duration(from) })
      : t('histogram.bin', { from: duration(from), until: duration(until) });
}

function BinTable(props: { bins: readonly Bin[]; label: string }) {
  const { bins, label } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const nameOf = useBinText();
  return (
    <DataTable
      label={label}
      columns={[
        {
          id: 'bin',
          header: t('histogram.time'),
          isRowHeader: true,
          render: nameOf,
        },
        {
          id: 'count',
          header: t('histogram.count'),
          align: 'end',
          render: ({ count }) => formatNumber(count),
        },
      ]}
      rows={bins.filter(({ count }) => count > 0)}
      rowKey={({ from }) => String(from)}
    />
  );
}

/**
 * How often something took how long. Marks are lines over all bars; what took
 * far longer than the rest is one bar at the end.
 */
export function Histogram(props: {
  seconds: readonly number[];
  label: string;
  marks: readonly HistogramMark[];
}) {
  const { seconds, label, marks } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatNumber } = useFormat();
  const nameOf = useBinText();
  const [frame, width] = useWidth<HTMLDivElement>(480);
  const bins = useMemo(() => histogramBins(seconds), [seconds]);
  const right = Math.max(LEFT + 40, width - RIGHT);
  const x = scaleLinear({ domain: [0, bins.length], range: [LEFT, right] });
  const { chosen, handlers } = useCursor(bins.length, left =>
    Math.floor(x.invert(left)),
  );
  if (bins.length === 0) {
    return null;
  }
  const size = (bins[0].until ?? 1) - bins[0].from;
  const y = scaleLinear({
    domain: [0, Math.max(...bins.map(({ count }) => count))],
    range: [BOTTOM, TOP],
  });
  const textOf = (bin: Bin) =>
    `${nameOf(bin)} · ${t('histogram.times', { count: bin.count })}`;
  const current = chosen ?? bins.findIndex(({ count }) => count > 0);
  return (
    <div className={styles.chart}>
      <div
        ref={frame}
        className={styles.frame}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={bins.length - 1}
        aria-valuenow={current}
        aria-valuetext={textOf(bins[current])}
        {...handlers}
      >
        <svg
          className={styles.picture}
          width={width}
          height={HEIGHT}
          aria-hidden
        >
          {bins.map(({ from, until, count }, index) => (
            <Bar
              key={from}
              className={styles.bar}
              data-chosen={index === chosen || undefined}
              data-longer={until === undefined || undefined}
              x={x(index) + 1}
              width={Math.max(1, x(index + 1) - x(index) - 2)}
              y={count > 0 ? Math.min(y(count), BOTTOM - 2) : BOTTOM}
              height={count > 0 ? Math.max(2, BOTTOM - y(count)) : 0}
            />
          ))}
          {marks.map(mark => (
            <g key={mark.name} className={styles.mark}>
              <line
                x1={x(Math.min(bins.length, mark.seconds / size))}
                x2={x(Math.min(bins.length, mark.seconds / size))}
                y1={TOP - 4}
                y2={BOTTOM}
              />
            </g>
          ))}
          <AxisLeft
            scale={y}
            left={LEFT}
            tickValues={[y.domain()[1]]}
            axisClassName={styles.axis}
            tickFormat={value => formatNumber(Number(value))}
          />
          <AxisBottom
            scale={x}
            top={BOTTOM}
            numTicks={width < NARROW ? 3 : 6}
            axisClassName={styles.axis}
            tickFormat={value => formatDuration(Number(value) * size * 1000)}
          />
        </svg>
      </div>
      <p className={styles.shown} aria-hidden="true">
        {chosen === undefined
          ? marks
              .map(
                mark => `${mark.name} ${formatDuration(mark.seconds * 1000)}`,
              )
              .join(' · ')
          : textOf(bins[chosen])}
      </p>
      <AsTable>{() => <BinTable bins={bins} label={label} />}</AsTable>
    </div>
  );
}
