import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import type { ClusterFacts } from '../reader';

/** After so long a view is made anew in any case. */
const MAX_AGE_MS = 300_000;
/** A node that is so young may be said to be stuck when time goes by. */
const YOUNG_MS = 3_600_000;

/**
 * Knows whether the view that was made last is still right. Making one costs
 * more than an assessment, and of a cluster in which nothing is wrong it stays
 * the same until an object changes or a disruption budget begins or ends.
 */
export class ViewValidity {
  #seen: readonly unknown[] = [];
  #until = -Infinity;

  /** Whether a view of these facts would be the one that was made last. */
  holds(facts: ClusterFacts, now: number): boolean {
    const seen = seenIn(facts);
    return (
      now < this.#until &&
      seen.length === this.#seen.length &&
      seen.every((value, index) => value === this.#seen[index])
    );
  }

  /**
   * Takes note of a view.
   *
   * @param now - milliseconds since 1970, by the clock of its times
   */
  made(view: ClusterView, facts: ClusterFacts, now: number): void {
    this.#seen = seenIn(facts);
    const turns = view.karpenter.nodePools
      .flatMap(({ disruption }) => disruption?.budgets ?? [])
      .flatMap(({ until, next }) => [until, next])
      .flatMap(time => (time ? Date.parse(time) : []));
    const joining = view.nodeList?.some(
      ({ createdAt }) => createdAt && now - Date.parse(createdAt) < YOUNG_MS,
    );
    this.#until = joining ? now : Math.min(now + MAX_AGE_MS, ...turns);
  }

  forget(): void {
    this.#until = -Infinity;
  }
}

/** What a view is made from; feeds keep their arrays until they change. */
function seenIn({ serverVersion, resources }: ClusterFacts): unknown[] {
  return [
    serverVersion,
    ...resources
      // What is listed now and then, such as Leases, is in no view.
      .filter(({ readAt }) => readAt === undefined)
      .flatMap(({ state, reason, unreadable, items }) => [
        state,
        reason,
        unreadable,
        items,
      ]),
  ];
}
