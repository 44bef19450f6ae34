import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';

/** Finished launches that are shown one by one. */
const NEWEST_FINISHED = 10;
/** When everything is stuck, more lines say nothing new. */
const MOST_UNFINISHED = 40;

/** The launches of a cluster as they are shown. */
export type SplitLaunches = {
  /**
   * Those that have not finished first, the longest waiting one at the top, then
   * the newest ones.
   */
  shown: NodeClaimView[];
  /** Unfinished ones that are not shown. */
  unfinishedOthers: number;
  /** Seconds of each older launch, as far as they are known. */
  olderSeconds: number[];
  older: number;
  /** Percentiles of these seconds; none when none is known. */
  olderMarks: { name: string; seconds: number }[];
};

const isFinished = ({ stage }: NodeClaimView) =>
  stage === 'ready' || stage === 'draining';

function secondsOf({ createdAt, initializedAt }: NodeClaimView): number[] {
  const seconds =
    (Date.parse(initializedAt ?? '') - Date.parse(createdAt ?? '')) / 1000;
  // Clocks differ: a time below zero says nothing.
  return seconds >= 0 ? [seconds] : [];
}

/** The smallest of the values that the given share of them does not exceed. */
function marksOf(seconds: readonly number[]): SplitLaunches['olderMarks'] {
  const sorted = [...seconds].sort((a, b) => a - b);
  return sorted.length === 0
    ? []
    : [50, 95].map(percent => ({
        name: `p${percent}`,
        seconds: sorted[Math.ceil((percent / 100) * sorted.length) - 1],
      }));
}

/**
 * Divides launches into those that are shown one by one and older ones, of
 * which only their distribution is shown.
 *
 * @param claims - the newest first
 */
export function splitLaunches(claims: readonly NodeClaimView[]): SplitLaunches {
  const unfinished = claims.filter(claim => !isFinished(claim));
  const finished = claims.filter(isFinished);
  const older = finished.slice(NEWEST_FINISHED);
  const olderSeconds = older.flatMap(secondsOf);
  return {
    shown: [
      ...unfinished.slice(-MOST_UNFINISHED).reverse(),
      ...finished.slice(0, NEWEST_FINISHED),
    ],
    unfinishedOthers: Math.max(0, unfinished.length - MOST_UNFINISHED),
    olderSeconds,
    older: older.length,
    olderMarks: marksOf(olderSeconds),
  };
}
