import type {
  ClusterSpecIssue,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';

/**
 * Something that a new cluster must not have. A cluster that was rendered
 * before keeps it, and is warned: it runs, and its next change must go through.
 */
export type NewClusterIssue = ClusterSpecIssue & {
  /** Of the warning. */
  code: string;
};

/** What one such thing looks like in a spec. */
export type NewClusterRule = (
  resolved: ResolvedClusterSpec,
) => NewClusterIssue[];
