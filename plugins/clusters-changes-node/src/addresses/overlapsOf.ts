import {
  type ClusterSpec,
  cidrTextsOverlap,
  rangesOfSpec,
} from '@clusterworks/plugin-clusters-spec';
import type { RangeOverlap } from './AddressCheck';

/** A range of addresses that a cluster should not share. */
export type OtherRange = {
  cidr: string;
  /** The cluster that has it; absent where the requester may not see it. */
  cluster?: string;
  /** Set where the cluster gets the range by a pull request that is open. */
  proposal?: {
    /** Absent where the requester may not see it. */
    url?: string;
  };
};

/** All clusters that a requester may not see are one and the same to them. */
const HIDDEN = 'addresses of a cluster that you may not see';
const SAME_VPC = 'both may be in the same VPC';
const NEVER_CONNECTED = 'the two can never be connected';
const HIDDEN_PROPOSAL = 'addresses that an open pull request asks for';

/**
 * The ranges of a spec that share addresses with other clusters. Pods have
 * their addresses from the VPC and its further ranges, so that these decide.
 * Only a cluster that is there can be in a VPC which exists already: an open
 * pull request may make one with the same range. What is said once of several
 * clusters is excused only where it is for each of them.
 *
 * @param others - ranges of nodes and pods of all other clusters
 */
export function overlapsOf(
  spec: ClusterSpec,
  others: readonly OtherRange[],
): RangeOverlap[] {
  const isExisting = spec.spec.network.existing !== undefined;
  const found = new Map<string, RangeOverlap>();
  for (const range of rangesOfSpec(spec)) {
    const clashes = others.filter(each => cidrTextsOverlap(range, each.cidr));
    for (const other of clashes) {
      const what = `${range} of ${spec.metadata.name} overlaps ${ownerOf(
        other,
      )}`;
      const mayBeSameVpc =
        isExisting && !other.proposal && other.cidr === range;
      found.set(what, {
        range,
        message: what,
        mayBeSameVpc: mayBeSameVpc && (found.get(what)?.mayBeSameVpc ?? true),
      });
    }
  }
  return [...found.values()].map(overlap => ({
    ...overlap,
    message: `${overlap.message}: ${
      overlap.mayBeSameVpc ? SAME_VPC : NEVER_CONNECTED
    }`,
  }));
}

function ownerOf({ cidr, cluster, proposal }: OtherRange): string {
  if (!cluster) {
    return proposal ? HIDDEN_PROPOSAL : HIDDEN;
  }
  return proposal
    ? `${cidr}, which ${cluster} gets by ${proposal.url ?? 'a pull request'}`
    : `${cidr} of ${cluster}`;
}
