import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear, scaleTime } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { useFormat } from '../../format';
import type { Runway, RunwayPoint } from './runway';
import styles from './RunwayChart.module.css';

const LEFT = 56;
const RIGHT = 104;
const TOP = 12;
const BOTTOM = 150;
const HEIGHT = 180;
const NARROW = 560;
/** Two names need so much distance. */
const LABEL_PX = 13;

/** The scales of a chart of a width. */
export function runwayScales({ from, until, most }: Runway, width: number) {
  return {
    x: scaleTime({ domain: [from, until], range: [LEFT, width - RIGHT] }),
    y: scaleLinear({ domain: [0, most], range: [BOTTOM, TOP], nice: true }),
  };
}

/** What is left over time, and the line on which it would go on. */
export function RunwayPicture(props: {
  runway: Runway;
  width: number;
  now: number;
  chosen: RunwayPoint | undefined;
  /** What is left of all, as it is printed. */
  leftText: string;
  allText: string;
}) {
  const { runway, width, now, chosen, leftText, allText } = props;
  const { points, lines, ahead } = runway;
  const { formatNumber, formatWeekday } = useFormat();
  const { x, y } = runwayScales(runway, width);
  const last = points[points.length - 1];
  // A name is left out where another one stands.
  const labels: { name: string; y: number }[] = [];
  for (const { subnetId, name } of lines) {
    const at = y(last.subnets[subnetId]) + 4;
    if (labels.every(other => Math.abs(other.y - at) >= LABEL_PX)) {
      labels.push({ name, y: at });
    }
  }
  return (
    <svg className={styles.picture} width={width} height={HEIGHT} aria-hidden>
      {lines.map(({ subnetId }) => (
        <LinePath
          key={subnetId}
          className={styles.subnet}
          data={points}
          x={({ at }) => x(at)}
          y={({ subnets }) => y(subnets[subnetId] ?? 0)}
          defined={({ subnets }) => Object.hasOwn(subnets, subnetId)}
        />
      ))}
      <LinePath
        className={styles.all}
        data={points}
        x={({ at }) => x(at)}
        y={({ all }) => y(all ?? 0)}
        defined={({ all }) => all !== undefined}
      />
      {ahead && (
        <line
          className={styles.ahead}
          x1={x(ahead.from)}
          y1={y(ahead.left)}
          x2={x(runway.until)}
          y2={y(
            ahead.left *
              (1 - (runway.until - ahead.from) / (ahead.until - ahead.from)),
          )}
        />
      )}
      <line
        className={styles.now}
        x1={x(now)}
        x2={x(now)}
        y1={TOP}
        y2={BOTTOM}
      />
      <g className={styles.labels}>
        <text x={x(now) + 6} y={y(ahead?.left ?? last.all ?? 0) - 4}>
          {leftText}
        </text>
        <text x={LEFT + 4} y={y(points[0].all ?? 0) - 4}>
          {allText}
        </text>
        {labels.map(label => (
          <text key={label.name} x={x(now) + 6} y={label.y}>
            {label.name}
          </text>
        ))}
      </g>
      {chosen && (
        <line
          className={styles.cursor}
          x1={x(chosen.at)}
          x2={x(chosen.at)}
          y1={TOP}
          y2={BOTTOM}
        />
      )}
      <AxisLeft
        scale={y}
        left={LEFT}
        numTicks={4}
        axisClassName={styles.axis}
        tickFormat={value => formatNumber(Number(value))}
      />
      <AxisBottom
        scale={x}
        top={BOTTOM}
        numTicks={width < NARROW ? 3 : 7}
        axisClassName={styles.axis}
        tickFormat={value => formatWeekday(Number(value))}
      />
    </svg>
  );
}
