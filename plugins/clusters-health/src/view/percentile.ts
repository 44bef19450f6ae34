/**
 * The nearest-rank percentile: the smallest value such that at least the given
 * share of all values is not larger.
 *
 * @param share - 0 to 1
 * @returns `undefined` for an empty list
 */
export function percentile(
  values: readonly number[],
  share: number,
): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1];
}
