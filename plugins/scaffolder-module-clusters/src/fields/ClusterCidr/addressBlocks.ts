import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import {
  cidrsOverlap,
  tryParseCidr,
  type Cidr,
} from '@clusterworks/plugin-clusters-spec';

/** A block of addresses that a new cluster must not get, and what has it. */
export type AddressBlock = {
  cidr: Cidr;
  kind: 'cluster' | 'reserved' | 'pullRequest';
  /** The cluster, or what the block is reserved for. */
  name: string;
  pullRequest?: { number: number; url: string; title: string };
};

/**
 * What other clusters must not share: the addresses of nodes and pods. Each
 * cluster may have the same Services, and a mesh reaches others on purpose.
 */
const OWN: readonly string[] = ['vpc', 'secondary', 'pod'];

/**
 * The blocks of clusters, of open pull requests and of the configuration, in
 * order. A block that a cluster has already is not shown again for its pull
 * request.
 */
export function addressBlocks(
  ledger: Pick<LedgerResponse, 'ranges' | 'reservations'>,
): AddressBlock[] {
  const has = new Set(
    ledger.ranges.map(({ cluster, cidr }) => `${cluster} ${cidr}`),
  );
  const clusters = ledger.ranges
    .filter(({ kind }) => OWN.includes(kind))
    .map(({ cidr, cluster }) => ({
      ...{ text: cidr, name: cluster, kind: 'cluster' as const },
    }));
  const reservations = (ledger.reservations ?? [])
    .filter(
      ({ cidr, name, pullRequest }) =>
        !pullRequest || !has.has(`${name} ${cidr}`),
    )
    .map(({ cidr, name, pullRequest }) => ({
      ...{ text: cidr, name, pullRequest },
      kind: pullRequest ? ('pullRequest' as const) : ('reserved' as const),
    }));
  return [...clusters, ...reservations]
    .flatMap(({ text, ...block }): AddressBlock[] => {
      const cidr = tryParseCidr(text);
      return cidr ? [{ cidr, ...block }] : [];
    })
    .sort(
      (a, b) => a.cidr.first - b.cidr.first || a.cidr.prefix - b.cidr.prefix,
    );
}

/** The blocks that share addresses with a range. */
export function blocksIn(
  cidr: Cidr,
  blocks: readonly AddressBlock[],
): AddressBlock[] {
  return blocks.filter(block => cidrsOverlap(block.cidr, cidr));
}
