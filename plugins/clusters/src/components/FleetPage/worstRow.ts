import {
  countedAs,
  type FleetRow,
  type Verdict,
} from '@clusterworks/plugin-clusters-common';

/** Verdicts that need a person, the worst first. */
const NEEDS_PERSON: Verdict[] = ['critical', 'degraded', 'unknown'];

/**
 * The cluster that most needs a person: the one with the worst verdict, and of
 * those the one that has had it for the longest time. Clusters that are still
 * being built do not count.
 */
export function worstRow(rows: FleetRow[]): FleetRow | undefined {
  const waiting = rows.filter(
    row => row.provisioned && countedAs(row) !== 'building',
  );
  for (const verdict of NEEDS_PERSON) {
    const candidates = waiting.filter(row => row.verdict === verdict);
    if (candidates.length > 0) {
      return candidates.reduce((first, row) =>
        (row.headline.since ?? '~') < (first.headline.since ?? '~')
          ? row
          : first,
      );
    }
  }
  return undefined;
}
