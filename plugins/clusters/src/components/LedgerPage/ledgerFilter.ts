import type { LedgerRange } from '@clusterworks/plugin-clusters-common';

/** The ranges in which every word of a filter occurs, without regard to case. */
export function filterRanges(
  ranges: readonly LedgerRange[],
  filter: string,
): LedgerRange[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return ranges.filter(range => {
    const text = [
      range.cidr,
      range.kind,
      range.cluster,
      range.owner,
      range.environment,
      range.region,
      range.accountId,
    ]
      .join('\n')
      .toLowerCase();
    return words.every(word => text.includes(word));
  });
}
