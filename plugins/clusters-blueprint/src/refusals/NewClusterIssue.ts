import type {
  ClusterSpecIssue,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';

/**
 * A problem for which a new cluster is refused. A cluster that was rendered
 * before gets a warning instead: it is running, and its next change must not
 * be blocked.
 */
export type NewClusterIssue = ClusterSpecIssue & {
  /** Code of the warning. */
  code: string;
};

/** A function that finds one such problem in a spec. */
export type NewClusterRule = (
  resolved: ResolvedClusterSpec,
) => NewClusterIssue[];
