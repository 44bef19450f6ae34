import { z } from 'zod';
import { MAX_DRAINED_NODES } from './drainPlanSchema';
import { drainBlockerViewSchema } from './pendingViewSchema';

/**
 * The most nodes whose pods one answer has.
 *
 * @public
 */
export const MAX_NODES_WITH_PODS = MAX_DRAINED_NODES;

/**
 * A pod that holds resources of its node.
 *
 * @public
 */
export const nodePodSchema = z.object({
  /** `namespace/name`. */
  pod: z.string().max(2_100),
  /** The owner of the pod: `ReplicaSet/web-5f6d`. */
  owner: z.string().max(2_100).optional(),
  /** Requests, in cores and bytes. */
  cpu: z.number(),
  memory: z.number(),
  /**
   * Set when the pod keeps its node from being drained; absent also when
   * PodDisruptionBudgets could not be read.
   */
  holds: drainBlockerViewSchema
    .pick({ why: true, by: true, free: true })
    .optional(),
});
/**
 * A pod that holds resources of its node.
 *
 * @public
 */
export type NodePod = z.infer<typeof nodePodSchema>;

/**
 * The pods on some nodes of a cluster.
 *
 * @public
 */
export const nodePodsSchema = z.object({
  cluster: z.string().max(1_100),
  /** RFC 3339, when the pods were looked at. */
  at: z.string(),
  /** Why pods are not known; `nodes` is empty then. */
  unread: z.string().max(1_000).optional(),
  nodes: z
    .array(
      z.object({
        node: z.string().max(1_100),
        /** The largest first; at most 300. */
        pods: z.array(nodePodSchema).max(300),
        /** The number of pods, including those that are not listed. */
        total: z.number().int(),
      }),
    )
    .max(MAX_NODES_WITH_PODS),
});
/**
 * The pods on some nodes of a cluster.
 *
 * @public
 */
export type NodePods = z.infer<typeof nodePodsSchema>;
