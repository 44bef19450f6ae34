import { z } from 'zod';

/**
 * Channel of the signals service that announces changes of clusters.
 *
 * @public
 */
export const CLUSTER_CHANGES_CHANNEL = 'clusters:changes';

/**
 * Message on {@link CLUSTER_CHANGES_CHANNEL}. It contains no facts: a recipient
 * requests the cluster again with the recipient's own permissions, unless that
 * revision is known already.
 *
 * @public
 */
export const clusterChangeSchema = z.object({
  cluster: z.string(),
  revision: z.number(),
});
/**
 * Message on {@link CLUSTER_CHANGES_CHANNEL}.
 *
 * @public
 */
export type ClusterChange = z.infer<typeof clusterChangeSchema>;
