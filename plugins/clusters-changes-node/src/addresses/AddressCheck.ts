/**
 * What an installation does with a cluster that would share addresses with
 * another one: `refuse` it, or `acknowledge`, which lets it through when its
 * requester says why.
 *
 * @public
 */
export type OverlapPolicy = 'refuse' | 'acknowledge';

/**
 * A range of a spec that shares addresses with another cluster.
 *
 * @public
 */
export type RangeOverlap = {
  /** The range of the spec. */
  range: string;
  /** Names both clusters and both ranges, as far as the requester sees them. */
  message: string;
  /** Whether both may be in one VPC, which exists already. */
  mayBeSameVpc: boolean;
};

/**
 * What is known of the addresses of a cluster that is created or changed.
 *
 * @public
 */
export type AddressCheck = {
  policy: OverlapPolicy;
  overlaps: RangeOverlap[];
  /** Why overlaps may be missing. */
  unchecked?: string;
  /** Why the requester wants the overlap all the same. */
  acknowledgement?: string;
  /** Ranges that the cluster has already: their overlaps are not new. */
  ownRanges: readonly string[];
};
