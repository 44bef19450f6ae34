import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import type { ClusterFacts } from '../reader';

/** A view older than this is made anew in any case. */
const MAX_AGE_MS = 300_000;
/**
 * A node younger than this may be reported as stuck later, without any change.
 */
const YOUNG_MS = 3_600_000;

/**
 * Decides whether the last view is still right. Making a view costs more than
 * an assessment, and the view of a healthy cluster stays the same until an
 * object changes or a disruption budget begins or ends.
 */
export class ViewValidity {
  #seen: readonly unknown[] = [];
  #until = -Infinity;

  /** Whether a view of these facts would equal the last one. */
  holds(facts: ClusterFacts, now: number): boolean {
    const seen = seenIn(facts);
    return (
      now < this.#until &&
      seen.length === this.#seen.length &&
      seen.every((value, index) => value === this.#seen[index])
    );
  }

  /**
   * Remembers what a view was made from.
   *
   * @param now - milliseconds since 1970, by the same clock as the view's times
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

/** The inputs of a view; feeds return the same arrays until they change. */
function seenIn({ serverVersion, resources }: ClusterFacts): unknown[] {
  return [
    serverVersion,
    ...resources
      // Kinds that are only polled, such as Leases, are in no view.
      .filter(({ readAt }) => readAt === undefined)
      .flatMap(({ state, reason, unreadable, items }) => [
        state,
        reason,
        unreadable,
        items,
      ]),
  ];
}
