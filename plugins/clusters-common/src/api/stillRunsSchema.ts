import { z } from 'zod';
import { measureSchema } from '../measure';
import { drainBlockerViewSchema } from './pendingViewSchema';

/**
 * What still runs in a cluster that is to be taken down, as far as it is seen.
 *
 * @public
 */
export const stillRunsSchema = z.object({
  /** RFC 3339; when the cluster was observed. Absent when it was not. */
  observedAt: z.string().optional(),
  /** NodeClaims of all NodePools, those that are being deleted included. */
  nodeClaims: measureSchema,
  /** Names of their nodes or, before they join, of the NodeClaims; at most 100. */
  names: z.array(z.string()),
  /** Pods on these nodes that a drain evicts. */
  pods: measureSchema,
  /** Pods that keep a node from being drained now; at most 50. */
  held: z.array(drainBlockerViewSchema.extend({ node: z.string() })),
  heldTotal: measureSchema,
  /**
   * PodDisruptionBudgets that cover pods on these nodes, `namespace/name`; at
   * most 50. Pods that are evicted find no other node, so each budget holds
   * the last pods that it covers.
   */
  budgets: z.array(z.string()),
  budgetsTotal: measureSchema,
  /** Volumes that are attached to any node; others are not read. */
  volumes: measureSchema,
  /** Names of their PersistentVolumes; at most 100. */
  volumeNames: z.array(z.string()),
  /** Services of type LoadBalancer. */
  loadBalancers: measureSchema,
});
/**
 * See {@link stillRunsSchema}.
 *
 * @public
 */
export type StillRuns = z.infer<typeof stillRunsSchema>;
