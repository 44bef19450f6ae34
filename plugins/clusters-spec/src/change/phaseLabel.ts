/**
 * Label on a NodePool of a cluster that is being taken down; its value is
 * `draining`. The overlay of the cluster sets it, so the cluster itself tells
 * that it is drained on purpose.
 *
 * @public
 */
export const PHASE_LABEL = 'clusterworks.dev/phase';
