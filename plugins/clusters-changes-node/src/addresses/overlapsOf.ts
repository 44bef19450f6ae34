import {
  type ClusterSpec,
  cidrsOverlap,
  tryParseCidr,
} from '@clusterworks/plugin-clusters-spec';
import type { OtherRange, RangeOverlap } from './AddressCheck';

/** All clusters that a requester may not see are one and the same to them. */
const HIDDEN = 'addresses of a cluster that you may not see';
const HIDDEN_PROPOSAL = 'addresses that an open pull request asks for';

/**
 * The ranges of nodes and pods that a spec gives to a cluster.
 *
 * @public
 */
export function rangesOfSpec({ spec }: ClusterSpec): string[] {
  return [spec.network.vpcCidr, ...(spec.network.secondaryCidrs ?? [])];
}

/**
 * The ranges of a spec that share addresses with other clusters. Pods have
 * their addresses from the VPC and its further ranges, so that these decide.
 *
 * @param others - ranges of nodes and pods of all other clusters
 *
 * @public
 */
export function overlapsOf(
  spec: ClusterSpec,
  others: readonly OtherRange[],
): RangeOverlap[] {
  const isExisting = spec.spec.network.existing !== undefined;
  const found = new Map<string, RangeOverlap>();
  for (const range of rangesOfSpec(spec)) {
    for (const other of others.filter(each => overlap(range, each.cidr))) {
      const message = wordsOf(range, spec.metadata.name, other);
      found.set(message, {
        range,
        message,
        mayBeSameVpc: isExisting && other.cidr === range,
      });
    }
  }
  return [...found.values()];
}

function wordsOf(range: string, name: string, other: OtherRange): string {
  return `${range} of ${name} overlaps ${ownerOf(
    other,
  )}: the two can never be connected`;
}

function ownerOf({ cidr, cluster, proposal }: OtherRange): string {
  if (!cluster) {
    return proposal ? HIDDEN_PROPOSAL : HIDDEN;
  }
  return proposal
    ? `${cidr}, which ${cluster} gets by ${proposal.url ?? 'a pull request'}`
    : `${cidr} of ${cluster}`;
}

function overlap(a: string, b: string): boolean {
  const one = tryParseCidr(a);
  const other = tryParseCidr(b);
  return Boolean(one && other && cidrsOverlap(one, other));
}
