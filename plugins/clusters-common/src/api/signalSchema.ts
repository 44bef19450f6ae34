import { z } from 'zod';

/** Channel of the signals service that says which cluster changed. */
export const CLUSTER_CHANGES_CHANNEL = 'clusters:changes';

/**
 * Message on {@link CLUSTER_CHANGES_CHANNEL}. It holds no facts: whoever gets it
 * reads again, with his own rights, unless he has that revision already.
 */
export const clusterChangeSchema = z.object({
  cluster: z.string(),
  revision: z.number(),
});
/** Message on {@link CLUSTER_CHANGES_CHANNEL}. */
export type ClusterChange = z.infer<typeof clusterChangeSchema>;
