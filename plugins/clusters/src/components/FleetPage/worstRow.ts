import type { FleetRow, Verdict } from '@clusterworks/plugin-clusters-common';

/** Verdicts that need a person, the worst first. */
const NEEDS_PERSON: Verdict[] = ['critical', 'degraded', 'unknown'];

/**
 * The cluster that most needs a person: worst verdict first, then the one
 * that has waited longest. Clusters that nobody has provisioned yet do not.
 */
export function worstRow(rows: FleetRow[]): FleetRow | undefined {
  const waiting = rows.filter(row => row.provisioned);
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
