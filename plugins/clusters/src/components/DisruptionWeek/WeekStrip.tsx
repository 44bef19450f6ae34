import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DAY_MS, useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { useWidth } from '../../hooks/useWidth';
import type { Deadline } from './deadlinesOf';
import { type ReasonWeek, weekAround } from './poolWeek';
import styles from './DisruptionWeek.module.css';

const HEIGHT = 20;
const MARK = { width: 4, height: 6 };

/**
 * What is allowed over a week as steps: the higher, the more nodes; a line
 * where nothing is.
 */
export function WeekStrip(props: {
  week: ReasonWeek;
  /** The height of the strip stands for so many nodes. */
  most: number;
  /** Nodes that expire, which no budget stops. */
  deadlines: readonly Deadline[];
  now: number;
}) {
  const { week, most, deadlines, now } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber, formatTime } = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>(500);
  const { from, until } = weekAround(now);
  const x = (time: number) => ((time - from) / (until - from)) * width;
  return (
    <div ref={frame} className={styles.strip}>
      <svg width={width} height={HEIGHT} aria-hidden="true">
        {Array.from({ length: 6 }, (_, day) => (
          <line
            key={day}
            className={styles.midnight}
            x1={x(from + (day + 1) * DAY_MS)}
            x2={x(from + (day + 1) * DAY_MS)}
            y2={HEIGHT}
          />
        ))}
        {week.spans.map(span => {
          const height = Math.min(1, span.nodes / most) * HEIGHT;
          return (
            <rect
              key={span.from}
              className={styles.open}
              x={x(span.from)}
              width={Math.max(0, x(span.until) - x(span.from))}
              y={HEIGHT - height}
              height={height}
            >
              <title>
                {t('disruption.span', {
                  nodes: formatNumber(span.nodes),
                  from: formatTime(span.from),
                  until: formatTime(span.until),
                })}
              </title>
            </rect>
          );
        })}
        <line className={styles.base} x2={width} y1={HEIGHT} y2={HEIGHT} />
        {deadlines.map(({ claim, node, at }) => {
          const left = x(Math.max(at, now));
          return (
            <path
              key={claim}
              className={styles.deadline}
              d={`M${left - MARK.width},0h${MARK.width * 2}L${left},${
                MARK.height
              }Z`}
            >
              <title>
                {t('disruption.expiresAt', {
                  node: node ?? claim,
                  time: formatTime(at),
                })}
              </title>
            </path>
          );
        })}
        <line className={styles.now} x1={x(now)} x2={x(now)} y2={HEIGHT} />
      </svg>
    </div>
  );
}

/** The days of the strips, in UTC. */
export function WeekAxis(props: { now: number }) {
  const { formatWeekday } = useFormat();
  const { from } = weekAround(props.now);
  return (
    <div className={styles.axis} aria-hidden="true">
      {Array.from({ length: 7 }, (_, day) => (
        <span key={day}>{formatWeekday(from + day * DAY_MS)}</span>
      ))}
    </div>
  );
}
