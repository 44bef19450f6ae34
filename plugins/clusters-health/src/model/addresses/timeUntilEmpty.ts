import { DAY } from '../durations';

/**
 * The number of nodes changes with the time of day, so less than one whole day
 * shows no trend.
 */
const SHORTEST_TREND = DAY;

/** The remaining amount at a time, in milliseconds since 1970. */
export type TrendPoint = readonly [at: number, left: number];

/**
 * How long an amount lasts if it keeps shrinking at the same rate, in
 * milliseconds; Infinity when it does not shrink.
 *
 * @param points - the amount at earlier times, oldest first
 * @returns undefined when the points cover less than a day
 */
export function timeUntilEmpty(
  points: readonly TrendPoint[],
  left: number,
  now: number,
): number | undefined {
  if (points.length === 0 || now - points[0][0] < SHORTEST_TREND) {
    return undefined;
  }
  const perMs = slope([...points, [now, left]]);
  return perMs < 0 ? left / -perMs : Infinity;
}

/** The slope of the line with the least squares. */
function slope(points: readonly TrendPoint[]): number {
  const [start] = points[0];
  const xs = points.map(([x]) => x - start);
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = mean(xs);
  const level = mean(points.map(([, y]) => y));
  let along = 0;
  let square = 0;
  points.forEach(([, y], index) => {
    along += (xs[index] - middle) * (y - level);
    square += (xs[index] - middle) ** 2;
  });
  return square === 0 ? 0 : along / square;
}
