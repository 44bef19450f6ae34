import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { AddressCheck } from './AddressCheck';
import { overlapsOf } from './overlapsOf';

/**
 * Said to whoever is not told which pull requests are open, nor what GitHub
 * answered.
 *
 * @public
 */
export const PULLS_UNKNOWN = 'not all open pull requests could be read';

/** It names none, because whoever reads it may not see all clusters. */
const SOME_UNKNOWN = 'the addresses of some clusters are not known';

/**
 * The addresses of a fleet, as far as somebody who proposes a cluster sees them.
 *
 * @public
 */
export type FleetRanges = {
  clusters: readonly {
    name: string;
    /** Its ranges of nodes and pods. */
    ranges: readonly string[];
    /** Whether it has others, or none of them can be read. */
    hasUnknown: boolean;
    isVisible: boolean;
  }[];
  /** What open pull requests ask for. */
  proposals: readonly {
    cluster: string;
    cidr: string;
    url?: string;
    isVisible: boolean;
  }[];
  /** Why further ranges may be missing. */
  reasons: readonly string[];
};

/**
 * With what the ranges of a spec overlap. Whoever may not see a cluster is not
 * told which one it is, nor its ranges. A cluster is the own one of the spec
 * only if the requester sees it: the name alone is no right to its ranges.
 *
 * @public
 */
export function addressCheckOf(
  spec: ClusterSpec,
  { clusters, proposals, reasons }: FleetRanges,
  terms: Pick<AddressCheck, 'policy' | 'acknowledgement'>,
): AddressCheck {
  const { name } = spec.metadata;
  const own = clusters.filter(each => each.name === name && each.isVisible);
  const others = clusters.filter(each => !own.includes(each));
  const isNameTaken = others.some(each => each.name === name);
  // Most changes give a cluster no other ranges than it has.
  const known = new Set(
    clusters.flatMap(({ name: cluster, ranges }) =>
      ranges.map(cidr => `${cluster} ${cidr}`),
    ),
  );
  const asked = proposals.filter(
    ({ cluster, cidr }) =>
      (isNameTaken || cluster !== name) && !known.has(`${cluster} ${cidr}`),
  );
  const unchecked = [
    ...(others.some(({ hasUnknown }) => hasUnknown) ? [SOME_UNKNOWN] : []),
    ...reasons,
  ];
  return {
    ...terms,
    overlaps: overlapsOf(spec, [
      ...others.flatMap(({ name: cluster, ranges, isVisible }) =>
        ranges.map(cidr => ({ cidr, ...(isVisible ? { cluster } : {}) })),
      ),
      ...asked.map(({ cidr, cluster, url, isVisible }) =>
        isVisible
          ? { cidr, cluster, proposal: { url } }
          : { cidr, proposal: {} },
      ),
    ]),
    ownRanges: own.flatMap(({ ranges }) => ranges),
    ...(unchecked.length > 0 ? { unchecked: unchecked.join('; ') } : {}),
  };
}
