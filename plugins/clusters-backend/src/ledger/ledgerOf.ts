import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import {
  cidrSize,
  formatCidr,
  freeCidrs,
  privateRanges,
  tryParseCidr,
} from '@clusterworks/plugin-clusters-spec';
import type { KnownCluster } from '../discovery/KnownCluster';
import { findOverlaps } from './findOverlaps';
import type { OwnedRange } from './OwnedRange';
import type { ReservedAddresses } from './Reservations';
import { whyRangesUnknown } from './whyRangesUnknown';

/** Smaller VPCs have no room for a cluster. */
const LONGEST_PREFIX = 22;
const MAX_BLOCKS = 100;
/** Clusters that a reason names. */
const MAX_NAMED = 5;

/**
 * The ledger of the addresses of some clusters. Pure.
 *
 * @param seesAll - whether these are all clusters that there are; if others may
 *   be hidden from the reader, nothing is said of what is free, because that
 *   would show which ranges the hidden ones have
 * @param reserved - ranges that are not free although no cluster has them
 */
export function ledgerOf(
  clusters: readonly KnownCluster[],
  seesAll: boolean,
  reserved: ReservedAddresses = {},
): LedgerResponse {
  const owned = clusters
    .flatMap(cluster =>
      cluster.ranges.flatMap(({ kind, cidr }): OwnedRange[] => {
        const parsed = tryParseCidr(cidr);
        return parsed ? [{ cluster, kind, cidr: parsed }] : [];
      }),
    )
    .sort(
      (left, right) =>
        left.cidr.first - right.cidr.first ||
        left.cidr.prefix - right.cidr.prefix ||
        (left.cluster.name < right.cluster.name ? -1 : 1),
    );
  const overlaps = findOverlaps(owned);
  return {
    ranges: owned.map(range => ({
      ...factsOf(range.cluster),
      cidr: formatCidr(range.cidr),
      kind: range.kind,
      addresses: cidrSize(range.cidr),
      ...(overlaps.get(range) ?? { overlaps: [], overlapsTotal: 0 }),
    })),
    unknown: clusters.flatMap(cluster => {
      const reason = whyRangesUnknown(cluster);
      return reason ? [{ ...factsOf(cluster), reason }] : [];
    }),
    ...reserved,
    free: seesAll
      ? freeOf(owned, clusters, reserved)
      : {
          certainty: 'unknown',
          reason: 'only whoever may see all clusters is told what is free',
          blocks: [],
        },
  };
}

function factsOf(cluster: KnownCluster) {
  const { name, entityRef, owner, environment, region, accountId } = cluster;
  return { cluster: name, entityRef, owner, environment, region, accountId };
}

function freeOf(
  owned: readonly OwnedRange[],
  clusters: readonly KnownCluster[],
  { reservations = [], reservationsUnknown }: ReservedAddresses,
): LedgerResponse['free'] {
  const taken = [
    ...owned.map(({ cidr }) => cidr),
    ...reservations.flatMap(({ cidr }) => tryParseCidr(cidr) ?? []),
  ];
  const blocks = privateRanges
    .flatMap(within =>
      freeCidrs({ within, taken, longestPrefix: LONGEST_PREFIX }),
    )
    .sort((left, right) => left.prefix - right.prefix)
    .slice(0, MAX_BLOCKS)
    .map(cidr => ({ cidr: formatCidr(cidr), addresses: cidrSize(cidr) }));
  const unknown = clusters.filter(whyRangesUnknown);
  const reasons = [
    ...(unknown.length > 0
      ? [`the ranges of ${nameSome(unknown)} are not known`]
      : []),
    ...(reservationsUnknown ? [reservationsUnknown] : []),
  ];
  return reasons.length === 0
    ? { certainty: 'exact', blocks }
    : { certainty: 'atMost', reason: reasons.join('; '), blocks };
}

function nameSome(clusters: readonly KnownCluster[]): string {
  const names = clusters.slice(0, MAX_NAMED).map(({ name }) => name);
  const more = clusters.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
