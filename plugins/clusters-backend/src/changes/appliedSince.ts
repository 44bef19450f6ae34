import type { PullProgress } from '@clusterworks/plugin-clusters-changes-node';

/**
 * From when on what a cluster does is of a change, in milliseconds since 1970:
 * since it was applied, or merged where no run of it has passed.
 *
 * @param earliest - the history does not reach back further
 * @returns undefined for a change that is not merged, or older than the history
 */
export function appliedSince(
  { applyRun, endedAt, state }: PullProgress,
  earliest: number,
): number | undefined {
  if (state !== 'merged' || !endedAt) {
    return undefined;
  }
  const appliedAt = applyRun?.state === 'passed' ? applyRun.at : undefined;
  const since = Date.parse(appliedAt ?? endedAt);
  return since >= earliest ? since : undefined;
}
