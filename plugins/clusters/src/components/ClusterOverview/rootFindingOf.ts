import type {
  ClusterDetail,
  Finding,
} from '@clusterworks/plugin-clusters-common';

/** The finding that the headline is about; undefined when there is none. */
export function rootFindingOf(detail: ClusterDetail): Finding | undefined {
  const { findingId } = detail.row.headline;
  return detail.assessment?.findings.find(({ id }) => id === findingId);
}

/** Findings that are neither the root nor follow from it. */
export function otherFindingsOf(
  detail: ClusterDetail,
  root: Finding | undefined,
): Finding[] {
  const covered = new Set([root?.id, ...(root?.consequences ?? [])]);
  return (detail.assessment?.findings ?? []).filter(
    ({ id }) => !covered.has(id),
  );
}
