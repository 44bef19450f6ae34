import { z } from 'zod';

/** Pods that wait for a node for the same reason. */
export const pendingGroupViewSchema = z.object({
  /** In words, for example `EC2 has no capacity`. */
  cause: z.string(),
  /** What to do about it, where that is known. */
  advice: z.string().optional(),
  count: z.number(),
  /** RFC 3339, of the pod that has waited longest. */
  oldestSince: z.string().optional(),
  /** `namespace/name`, the oldest first, at most 20. */
  pods: z.array(z.string()),
});
/** Pods that wait for a node for the same reason. */
export type PendingGroupView = z.infer<typeof pendingGroupViewSchema>;

/** A node that is to go, and what keeps it. */
export const heldNodeViewSchema = z.object({
  node: z.string(),
  nodePool: z.string().optional(),
  /** Why it is to go. */
  why: z.enum(['drifted', 'draining']),
  since: z.string().optional(),
  blockers: z.array(
    z.object({
      /** `namespace/name`. */
      pod: z.string(),
      /** What made the pod: `ReplicaSet/web-5f6d`. */
      owner: z.string().optional(),
      why: z.enum(['pdb', 'do-not-disrupt', 'terminating']),
      /** The PodDisruptionBudget, where that is it. */
      by: z.string().optional(),
      /** What would free it. */
      free: z.string(),
    }),
  ),
});
/** A node that is to go, and what keeps it. */
export type HeldNodeView = z.infer<typeof heldNodeViewSchema>;
