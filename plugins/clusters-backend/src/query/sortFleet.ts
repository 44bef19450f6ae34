import semver from 'semver';
import {
  type FleetRow,
  type FleetSort,
  type Measure,
  type Verdict,
  type VersionPair,
} from '@clusterworks/plugin-clusters-common';

/**
 * Sort order of the verdicts: those that need a person's attention come first.
 */
const URGENCY: Record<Verdict, number> = {
  critical: 0,
  degraded: 1,
  unknown: 2,
  healthy: 3,
};

type SortKey = string | number | undefined;

const keys: Record<FleetSort, (row: FleetRow) => SortKey> = {
  verdict: row => URGENCY[row.verdict],
  name: row => row.name,
  owner: row => row.owner,
  environment: row => row.environment,
  region: row => row.region,
  kubernetes: row => versionKey(row.versions.kubernetes),
  karpenter: row => versionKey(row.versions.karpenter),
  cilium: row => versionKey(row.versions.cilium),
  nodes: row => numberOf(row.nodes),
  cpu: row => ratioOf(row.cpuRequested, row.cpuAllocatable),
  spot: row => numberOf(row.spotShare),
  room: row => numberOf(row.room.nodes),
  observed: row => row.observedAt,
};

/**
 * Sorts rows by one key and then by name. Rows without a known value come last
 * in both directions.
 */
export function sortFleet(
  rows: readonly FleetRow[],
  sort: FleetSort,
  order: 'asc' | 'desc',
): FleetRow[] {
  const direction = order === 'asc' ? 1 : -1;
  const read = keys[sort];
  return [...rows].sort((left, right) => {
    const byKey = compareKeys(read(left), read(right), direction);
    return byKey || compareKeys(left.name, right.name, 1);
  });
}

function compareKeys(left: SortKey, right: SortKey, direction: number) {
  if (left === right) {
    return 0;
  }
  if (left === undefined || right === undefined) {
    return left === undefined ? 1 : -1;
  }
  return (left < right ? -1 : 1) * direction;
}

function numberOf(measure: Measure): number | undefined {
  return measure.certainty === 'unknown' ? undefined : measure.value;
}

function ratioOf(part: Measure, whole: Measure): number | undefined {
  const [used, all] = [numberOf(part), numberOf(whole)];
  return used === undefined || !all ? undefined : used / all;
}

/**
 * Sorts 1.9.0 before 1.10.0; a version that is wanted but not observed does not
 * count.
 */
function versionKey({ observed }: VersionPair): string | undefined {
  const release = semver.coerce(observed);
  return release
    ? [release.major, release.minor, release.patch]
        .map(number => String(number).padStart(6, '0'))
        .join('.')
    : undefined;
}
