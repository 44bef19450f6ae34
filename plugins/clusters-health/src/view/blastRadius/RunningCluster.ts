import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import type { DrainPreview } from '../drainPreview';

/**
 * What is known of the running cluster.
 *
 * @public
 */
export type RunningCluster = {
  /** Absent for a cluster that was never read. */
  view?: ClusterView;
  /** Why there is no view. */
  unread?: string;
  /** RFC 3339; when the view was made. */
  observedAt?: string;
  /** What draining a node would do; absent when pods are not at hand. */
  drain?: (node: string) => DrainPreview;
};
