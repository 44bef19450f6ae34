/** A straight line through points. */
export interface Line {
  base: number;
  slope: number;
  /** The largest distance of a point from the line, as a share of its value. */
  error: number;
}

/** The line of least squares; absent for fewer than two points. */
export function fitLine(
  points: readonly (readonly [x: number, y: number])[],
): Line | undefined {
  if (points.length < 2) {
    return undefined;
  }
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const slope =
    mean(points.map(([x, y]) => (x - meanX) * (y - meanY))) /
    mean(points.map(([x]) => (x - meanX) ** 2));
  const base = meanY - slope * meanX;
  const error = Math.max(
    ...points.map(([x, y]) => Math.abs(base + slope * x - y) / y),
  );
  return { base, slope, error };
}
