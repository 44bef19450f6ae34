import { z } from 'zod';
import { drainBlockerViewSchema } from './pendingViewSchema';

/**
 * The most nodes that one plan is made of.
 *
 * @public
 */
export const MAX_DRAINED_NODES = 20;

/**
 * Where a pod would go when its node is drained: it `fits` on a node that is
 * there, a NodePool would start a `newNode`, it would go `nowhere`, or that is
 * `unknown`.
 *
 * @public
 */
export const podDestinationSchema = z.object({
  /** `namespace/name`. */
  pod: z.string().max(2_100),
  /** The node that the pod leaves. */
  node: z.string().max(1_100),
  /** The owner of the pod: `ReplicaSet/web-5f6d`. */
  owner: z.string().max(2_100).optional(),
  goes: z.enum(['fits', 'newNode', 'nowhere', 'unknown']),
  /** Name of the node, or of the NodePool. */
  to: z.string().max(1_100).optional(),
  /** Why it goes nowhere, or why that is not known. */
  why: z.string().max(4_000).optional(),
});
/**
 * Where a pod would go when its node is drained.
 *
 * @public
 */
export type PodDestination = z.infer<typeof podDestinationSchema>;

/**
 * The effects of draining nodes of a cluster at the same time. Draining is
 * planned only; nothing is written.
 *
 * @public
 */
export const drainPlanSchema = z.object({
  cluster: z.string().max(1_100),
  /** RFC 3339, when the plan was made. */
  at: z.string(),
  /**
   * Why there is no plan: nodes, pods or budgets could not be read. All else is
   * empty then.
   */
  unread: z.string().max(1_000).optional(),
  nodes: z
    .array(
      z.object({
        node: z.string().max(1_100),
        /** Pods that have to go, those that are held included. */
        pods: z.number().int(),
        /** Pods that cannot be evicted now. */
        blocked: z.array(drainBlockerViewSchema).max(300),
        /** Pods whose local data is deleted, `namespace/name`. */
        losesLocalData: z.array(z.string()).max(300),
        /** Pods that no controller replaces, `namespace/name`. */
        unowned: z.array(z.string()).max(300),
        /** Why nothing is known of the node. */
        incomplete: z.string().max(1_000).optional(),
      }),
    )
    .max(MAX_DRAINED_NODES),
  totals: z.object({
    fits: z.number().int(),
    newNode: z.number().int(),
    nowhere: z.number().int(),
    unknown: z.number().int(),
  }),
  /** The pods, those without a place first; at most 200 of them. */
  pods: z.array(podDestinationSchema).max(200),
});
/**
 * The effects of draining nodes of a cluster at the same time.
 *
 * @public
 */
export type DrainPlan = z.infer<typeof drainPlanSchema>;
