import { z } from 'zod';
import { nodeStageSchema } from './nodeStateSchema';

/**
 * A NodeClaim as pages show it: one line of the boot waterfall.
 *
 * @public
 */
export const nodeClaimViewSchema = z.object({
  name: z.string(),
  nodePool: z.string().optional(),
  nodeClass: z.string().optional(),
  node: z.string().optional(),
  instanceType: z.string().optional(),
  zone: z.string().optional(),
  capacityType: z.string().optional(),
  stage: nodeStageSchema,
  /**
   * Reason and message of the condition because of which it stays in this
   * stage.
   */
  because: z.string().optional(),
  /**
   * RFC 3339, all of them; absent until the stage is reached, or when it is not
   * known.
   */
  createdAt: z.string().optional(),
  launchedAt: z.string().optional(),
  registeredAt: z.string().optional(),
  /** When Cilium set the node's condition NetworkUnavailable to False. */
  networkReadyAt: z.string().optional(),
  initializedAt: z.string().optional(),
  drainingSince: z.string().optional(),
  /**
   * When Karpenter removes it because of its age, whatever budgets say; absent
   * when it never expires, or that is not known.
   */
  expiresAt: z.string().optional(),
  drifted: z.boolean().optional(),
});
/**
 * A NodeClaim as pages show it.
 *
 * @public
 */
export type NodeClaimView = z.infer<typeof nodeClaimViewSchema>;

/**
 * How long nodes of a pool take to start, in seconds.
 *
 * @public
 */
export const bootTimesViewSchema = z.object({
  /** Name of the NodePool; absent for all pools together. */
  nodePool: z.string().optional(),
  stage: z.enum([
    'launching',
    'registering',
    'network',
    'initializing',
    'total',
  ]),
  /** Number of node starts that could be measured. */
  samples: z.number(),
  p50: z.number(),
  p95: z.number(),
});
/**
 * How long nodes of a pool take to start, in seconds.
 *
 * @public
 */
export type BootTimesView = z.infer<typeof bootTimesViewSchema>;
