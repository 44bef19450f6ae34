/** Widths of bins in seconds that people read easily. */
const WIDTHS = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600],
  86_400,
];
/** More bins than this are thinner than their gaps on a phone. */
const MOST_BINS = 24;

/** Some values between two limits. */
export type Bin = {
  from: number;
  /** Absent of the last bin, which has all that is longer. */
  until?: number;
  count: number;
};

/**
 * Times in bins of equal width from zero on. A few very long ones do not
 * squeeze the others: the last bin has all that lies far beyond the 95th
 * percentile.
 *
 * @param seconds - in any order
 */
export function histogramBins(seconds: readonly number[]): Bin[] {
  if (seconds.length === 0) {
    return [];
  }
  const sorted = [...seconds].sort((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1];
  const longest = sorted[sorted.length - 1];
  const end = Math.max(1, Math.min(longest, p95 * 2));
  const width =
    WIDTHS.find(each => end / each < MOST_BINS) ?? WIDTHS[WIDTHS.length - 1];
  const count = Math.min(MOST_BINS, Math.floor(end / width) + 1);
  const bins = Array.from(
    { length: count },
    (_, index): Bin => ({
      ...{ from: index * width, until: (index + 1) * width, count: 0 },
    }),
  );
  let longer = 0;
  for (const value of sorted) {
    const bin = bins[Math.max(0, Math.floor(value / width))];
    if (bin) {
      bin.count += 1;
    } else {
      longer += 1;
    }
  }
  return longer > 0 ? [...bins, { from: count * width, count: longer }] : bins;
}
