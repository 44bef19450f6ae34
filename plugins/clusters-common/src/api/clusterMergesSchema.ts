import { z } from 'zod';

/** More merges of one cluster within a day say nothing new. */
const MAX_MERGES = 100;

/**
 * A pull request of a cluster that was merged.
 *
 * @public
 */
export const clusterMergeSchema = z.object({
  number: z.number().int().positive(),
  /** The page of the pull request, in the platform repository. */
  url: z.string().max(1_000),
  title: z.string().max(300),
  /** RFC 3339: when it was merged. */
  at: z.string().max(40),
  /** `create`, `update` or one of `clusterOperations`. */
  operation: z.string().max(40),
  /** The account that opened it. */
  author: z.string().max(300).optional(),
});
/**
 * A pull request of a cluster that was merged.
 *
 * @public
 */
export type ClusterMerge = z.infer<typeof clusterMergeSchema>;

/**
 * Answer of `GET /v1/clusters/{name}/merges`: the pull requests of the portal
 * about a cluster that were merged within the last 24 hours.
 *
 * @public
 */
export const clusterMergesSchema = z.object({
  cluster: z.string(),
  /** RFC 3339: when the repository was asked; absent when it never answered. */
  readAt: z.string().optional(),
  /** The newest first. */
  merges: z.array(clusterMergeSchema).max(MAX_MERGES),
  /**
   * Why others may be missing; absent when these are all. `noRepository`: the
   * cluster is in no platform repository that can be asked. `reading`: there is
   * no answer yet. `failed`: the repository did not answer, or not so that it
   * can be understood. `tooMany`: only the newest were read.
   */
  missing: z.enum(['noRepository', 'reading', 'failed', 'tooMany']).optional(),
});
/**
 * Answer of `GET /v1/clusters/{name}/merges`: the pull requests of the portal
 * about a cluster that were merged within the last 24 hours.
 *
 * @public
 */
export type ClusterMerges = z.infer<typeof clusterMergesSchema>;
