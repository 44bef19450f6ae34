import { z } from 'zod';

/**
 * What a NodePool says to a pod without a node, predicate by predicate: whether
 * it `starts` nodes for pods, is `ready`, what its `limit` leaves, its `zone`s,
 * `taints` and `labels`, the `size` of its instance types, and `otherPods`, over
 * which affinity and spread are not computed.
 *
 * @public
 */
export const poolVerdictViewSchema = z.object({
  nodePool: z.string().max(1_100),
  takes: z.enum(['yes', 'no', 'unknown']),
  checks: z
    .array(
      z.object({
        by: z.enum([
          'starts',
          'ready',
          'limit',
          'zone',
          'taints',
          'labels',
          'size',
          'otherPods',
        ]),
        is: z.enum(['yes', 'no', 'unknown']),
      }),
    )
    .max(8),
});
/**
 * What a NodePool says to a pod without a node.
 *
 * @public
 */
export type PoolVerdictView = z.infer<typeof poolVerdictViewSchema>;

/**
 * Pods that wait for a node for the same reason.
 *
 * @public
 */
export const pendingGroupViewSchema = z.object({
  /** The cause in words, for example `EC2 has no capacity`. */
  cause: z.string(),
  /** The remedy, if it is known. */
  advice: z.string().optional(),
  count: z.number(),
  /** RFC 3339, since when the oldest of these pods waits. */
  oldestSince: z.string().optional(),
  /** `namespace/name`, the oldest first; at most 20. */
  pods: z.array(z.string()),
  /**
   * What each NodePool says to the first of `pods`; absent when NodePools could
   * not be read, or are more than 50.
   */
  pools: z.array(poolVerdictViewSchema).max(50).optional(),
});
/**
 * Pods that wait for a node for the same reason.
 *
 * @public
 */
export type PendingGroupView = z.infer<typeof pendingGroupViewSchema>;

/**
 * A pod that keeps its node from being drained.
 *
 * @public
 */
export const drainBlockerViewSchema = z.object({
  /** `namespace/name`. */
  pod: z.string(),
  /** The owner of the pod: `ReplicaSet/web-5f6d`. */
  owner: z.string().optional(),
  /** Labels of the pod; at most 30. */
  labels: z.record(z.string(), z.string()).optional(),
  why: z.enum(['pdb', 'do-not-disrupt', 'terminating']),
  /** The PodDisruptionBudget, if one prevents the removal. */
  by: z.string().optional(),
  /** What would allow the removal. */
  free: z.string(),
});

/**
 * A node that is to be removed, and what prevents its removal.
 *
 * @public
 */
export const heldNodeViewSchema = z.object({
  node: z.string(),
  nodePool: z.string().optional(),
  /** Why the node is to be removed. */
  why: z.enum(['drifted', 'draining']),
  since: z.string().optional(),
  blockers: z.array(drainBlockerViewSchema),
});
/**
 * A node that is to be removed, and what prevents its removal.
 *
 * @public
 */
export type HeldNodeView = z.infer<typeof heldNodeViewSchema>;
