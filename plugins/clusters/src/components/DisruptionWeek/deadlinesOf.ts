import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';
import { weekAround } from './poolWeek';

/** A node that Karpenter removes because of its age. */
export type Deadline = {
  claim: string;
  node: string | undefined;
  /** Milliseconds since 1970. */
  at: number;
};

/**
 * The nodes of a pool that expire in the week that is drawn, the first one
 * first. Those whose time is over, and which still leave, are among them; those
 * that leave for another reason are not.
 *
 * @param claims - absent when they could not be read
 */
export function deadlinesOf(
  claims: readonly NodeClaimView[] | undefined,
  pool: string,
  now: number,
): Deadline[] {
  const { until } = weekAround(now);
  return (claims ?? [])
    .flatMap(({ name, node, nodePool, expiresAt, drainingSince }) => {
      const at = Date.parse(expiresAt ?? '');
      return nodePool === pool && at < until && !(drainingSince && at > now)
        ? { claim: name, node, at }
        : [];
    })
    .sort((a, b) => a.at - b.at);
}
