import type { ClusterVerdictEvent } from '@clusterworks/plugin-clusters-common';
import type { FleetChange, FleetEntry } from '../fleet/FleetStore';
import { observedVersions } from '../fleet/observedVersions';

const MAX_HEADLINE = 1_000;

/**
 * The event about a change of a cluster: it has another verdict or phase, or
 * other versions are observed in it. Of several backends only the one that
 * reads the cluster makes the event.
 *
 * @param now - milliseconds since 1970
 * @returns undefined when nobody has to hear of the change
 */
export function verdictEventOf(
  { entry, before, source }: FleetChange,
  now: number,
): ClusterVerdictEvent | undefined {
  const { cluster, row, settledVerdict, settledPhase, settledDrained } = entry;
  if (
    source !== 'assessed' ||
    !settledVerdict ||
    essenceOf(entry) === (before && essenceOf(before))
  ) {
    return undefined;
  }
  return {
    version: 1,
    cluster: cluster.name,
    entityRef: cluster.entityRef,
    revision: entry.revision,
    at: new Date(now).toISOString(),
    verdict: settledVerdict,
    previousVerdict: before?.settledVerdict,
    ...(settledPhase && { phase: settledPhase }),
    ...(settledDrained && { drained: true }),
    headline: row.headline.text.slice(0, MAX_HEADLINE),
    versions: observedVersions(row),
  };
}

/** The values whose changes cause an event; all other changes cause none. */
function essenceOf({
  settledVerdict,
  settledPhase,
  settledDrained,
  row,
}: FleetEntry): string {
  const { kubernetes, karpenter, cilium } = observedVersions(row);
  return JSON.stringify([
    settledVerdict,
    settledPhase,
    settledDrained,
    kubernetes,
    karpenter,
    cilium,
  ]);
}
