/** A value at a time; no value where none was seen. */
export type TrendPoint = { at: number; value: number | undefined };

/**
 * The lines of a small chart as an SVG path in a box of `width` by `height`.
 * Where nothing was seen the line breaks instead of bridging the gap. The
 * axis begins at zero, so that small changes stay small.
 */
export function sparklinePath(
  points: TrendPoint[],
  width: number,
  height: number,
): string {
  const seen = points.flatMap(({ value }) => value ?? []);
  if (seen.length === 0) {
    return '';
  }
  const first = points[0].at;
  const span = Math.max(1, points[points.length - 1].at - first);
  const top = Math.max(...seen, 1);
  let isDrawing = false;
  return points
    .map(({ at, value }) => {
      if (value === undefined) {
        isDrawing = false;
        return '';
      }
      const x = ((at - first) / span) * width;
      const y = height - (value / top) * height;
      const command = isDrawing ? 'L' : 'M';
      isDrawing = true;
      return `${command}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .filter(Boolean)
    .join(' ');
}
