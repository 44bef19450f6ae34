import type { PoolVerdictView } from '@clusterworks/plugin-clusters-common';

type Check = PoolVerdictView['checks'][number];

/** The glyph of an answer, which words accompany. */
export const ANSWER_MARKS = { yes: '✓', no: '✕', unknown: '?' } as const;

/**
 * The predicates that decide what a pool says: those that fail, else those that
 * are not known; none when it takes the pod.
 */
export function decisiveChecks({
  takes,
  checks,
}: PoolVerdictView): Check['by'][] {
  return takes === 'yes'
    ? []
    : checks.filter(({ is }) => is === takes).map(({ by }) => by);
}

/** The predicates that any of the pools was asked, in their order. */
export function askedOf(pools: readonly PoolVerdictView[]): Check['by'][] {
  return [
    ...new Set(pools.flatMap(({ checks }) => checks.map(({ by }) => by))),
  ];
}
