import { z } from 'zod';

/**
 * The source of a cluster's description. When two descriptions claim one name,
 * the source that is first in this list holds the name; of two with the same
 * source, the one that was there first.
 *
 * @public
 */
export const clusterSources = [
  'platformRepository',
  'configuration',
  'eksDiscovery',
  'handWritten',
] as const;
/**
 * The source of a cluster's description.
 *
 * @public
 */
export type ClusterSource = (typeof clusterSources)[number];

/**
 * Another description that claims the cluster or its name, and is not read.
 *
 * @public
 */
export const otherClaimSchema = z.object({
  /** Absent, like `entityRef`, for callers who may not read the claimant. */
  name: z.string().max(253).optional(),
  entityRef: z.string().max(500).optional(),
  source: z.enum(clusterSources),
  /**
   * `nameTaken`: another cluster with the same name. `sameCluster`: another
   * description of the same EKS cluster. `clusterId`: a description that
   * requests tokens for the same EKS cluster at another API server.
   */
  reason: z.enum(['nameTaken', 'sameCluster', 'clusterId']),
});
/**
 * Another description that claims the cluster or its name, and is not read.
 *
 * @public
 */
export type OtherClaim = z.infer<typeof otherClaimSchema>;
