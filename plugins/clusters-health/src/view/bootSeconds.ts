import type { BootTimesView } from '@clusterworks/plugin-clusters-common';

/** Why no duration can be given. */
export const NO_BOOT_SEEN = 'how long nodes take to start was not observed';

/** The median time that nodes of a pool, else of all pools, take to start. */
export function bootSeconds(
  pool: string,
  times: readonly BootTimesView[] = [],
): number | undefined {
  const totals = times.filter(({ stage }) => stage === 'total');
  const own = totals.find(({ nodePool }) => nodePool === pool);
  return (own ?? totals.find(({ nodePool }) => !nodePool))?.p50;
}
