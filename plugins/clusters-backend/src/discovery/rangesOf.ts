import {
  clusterAnnotations,
  type RangeKind,
} from '@clusterworks/plugin-clusters-common';
import { tryParseCidr } from '@clusterworks/plugin-clusters-spec';
import type { DescribedRange, FoundCluster } from './KnownCluster';

/** More than the ranges of a VPC with all of AWS' quotas raised. */
const MAX_RANGES = 150;

const SOURCES: [annotation: string, first: RangeKind, others: RangeKind][] = [
  [clusterAnnotations.vpcCidrs, 'vpc', 'secondary'],
  [clusterAnnotations.podCidrs, 'pod', 'pod'],
  [clusterAnnotations.serviceCidrs, 'service', 'service'],
  [clusterAnnotations.meshCidrs, 'mesh', 'mesh'],
];

/**
 * The ranges of addresses in the annotations of a cluster. Without the ranges of
 * its VPC, or with one that cannot be read, its ranges are not known.
 */
export function rangesOf(
  annotations: Record<string, string>,
): Pick<FoundCluster, 'ranges' | 'rangesUnknown'> {
  const ranges: DescribedRange[] = [];
  const problems: string[] = [];
  for (const [annotation, first, others] of SOURCES) {
    const texts = (annotations[annotation] ?? '')
      .split(',', MAX_RANGES + 1)
      .map(text => text.trim())
      .filter(Boolean);
    for (const [index, cidr] of texts.slice(0, MAX_RANGES).entries()) {
      if (tryParseCidr(cidr)) {
        ranges.push({ kind: index === 0 ? first : others, cidr });
      } else {
        problems.push(
          `annotation ${annotation} holds something that is no IPv4 range`,
        );
      }
    }
    if (texts.length > MAX_RANGES) {
      problems.push(
        `annotation ${annotation} holds more than ${MAX_RANGES} ranges`,
      );
    }
  }
  if (!ranges.some(({ kind }) => kind === 'vpc')) {
    problems.push(`it has no annotation ${clusterAnnotations.vpcCidrs}`);
  }
  const [rangesUnknown] = problems;
  return { ranges, ...(rangesUnknown && { rangesUnknown }) };
}
