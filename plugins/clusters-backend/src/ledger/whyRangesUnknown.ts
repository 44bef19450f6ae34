import type { KnownCluster } from '../discovery/KnownCluster';

/**
 * Why ranges of a cluster are not known, wholly or in part. A cluster that is
 * refused its name has ranges that nobody reads.
 */
export function whyRangesUnknown({
  rangesUnknown,
  otherClaims,
}: KnownCluster): string | undefined {
  const isClaimed = otherClaims.some(({ reason }) => reason === 'nameTaken');
  return (
    rangesUnknown ??
    (isClaimed
      ? 'another cluster claims its name, and the ranges of that one are not read'
      : undefined)
  );
}
