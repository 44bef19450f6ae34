import type { LedgerRange } from '@clusterworks/plugin-clusters-common';
import { cidrSize, formatCidr } from '@clusterworks/plugin-clusters-spec';
import { NODE_AND_POD_KINDS } from './nodeAndPodRanges';
import type { OwnedRange } from './OwnedRange';

const MAX_LISTED = 20;

type Overlaps = Pick<LedgerRange, 'overlaps' | 'overlapsTotal'>;

/**
 * The ranges that share addresses with each other although they must not: those
 * of nodes and pods of different clusters, and those of Services or of a mesh
 * with the nodes and pods of their own cluster. Every cluster may have the same
 * range of Services, and a mesh reaches the ranges of others on purpose.
 *
 * @param sorted - ranges in the order of their first addresses
 */
export function findOverlaps(
  sorted: readonly OwnedRange[],
): ReadonlyMap<OwnedRange, Overlaps> {
  const found = new Map<OwnedRange, Overlaps>();
  let reaching: OwnedRange[] = [];
  for (const range of sorted) {
    reaching = reaching.filter(({ cidr }) => endOf(cidr) > range.cidr.first);
    for (const other of reaching) {
      if (excludeEachOther(range, other)) {
        add(found, range, other);
        add(found, other, range);
      }
    }
    reaching.push(range);
  }
  return found;
}

function endOf(cidr: OwnedRange['cidr']): number {
  return cidr.first + cidrSize(cidr);
}

function excludeEachOther(one: OwnedRange, other: OwnedRange): boolean {
  const isSame = one.cluster === other.cluster;
  const own = [one, other].filter(({ kind }) =>
    NODE_AND_POD_KINDS.includes(kind),
  ).length;
  return isSame ? own === 1 : own === 2;
}

function add(
  found: Map<OwnedRange, Overlaps>,
  range: OwnedRange,
  { cluster, cidr, kind }: OwnedRange,
): void {
  const known = found.get(range) ?? { overlaps: [], overlapsTotal: 0 };
  known.overlapsTotal += 1;
  if (known.overlaps.length < MAX_LISTED) {
    known.overlaps.push({
      cluster: cluster.name,
      cidr: formatCidr(cidr),
      kind,
      mayBeSameVpc:
        cluster !== range.cluster &&
        formatCidr(cidr) === formatCidr(range.cidr) &&
        cluster.region === range.cluster.region &&
        cluster.accountId === range.cluster.accountId,
    });
  }
  found.set(range, known);
}
