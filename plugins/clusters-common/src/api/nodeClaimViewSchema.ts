import { z } from 'zod';
import { nodeStageSchema } from './nodeStateSchema';

/** A NodeClaim as pages show it: one line of the boot waterfall. */
export const nodeClaimViewSchema = z.object({
  name: z.string(),
  nodePool: z.string().optional(),
  nodeClass: z.string().optional(),
  node: z.string().optional(),
  instanceType: z.string().optional(),
  zone: z.string().optional(),
  capacityType: z.string().optional(),
  stage: nodeStageSchema,
  /** Reason and message of the condition that holds it in this stage. */
  because: z.string().optional(),
  /** RFC 3339, all of them; absent until reached or when it cannot be read. */
  createdAt: z.string().optional(),
  launchedAt: z.string().optional(),
  registeredAt: z.string().optional(),
  /** The node's NetworkUnavailable=False by Cilium. */
  networkReadyAt: z.string().optional(),
  initializedAt: z.string().optional(),
  drainingSince: z.string().optional(),
  drifted: z.boolean().optional(),
});
/** A NodeClaim as pages show it. */
export type NodeClaimView = z.infer<typeof nodeClaimViewSchema>;

/** How long nodes of a pool take to start; seconds. */
export const bootTimesViewSchema = z.object({
  /** Absent: all pools together. */
  nodePool: z.string().optional(),
  stage: z.enum([
    'launching',
    'registering',
    'network',
    'initializing',
    'total',
  ]),
  /** Boots that could be measured. */
  samples: z.number(),
  p50: z.number(),
  p95: z.number(),
});
/** How long nodes of a pool take to start; seconds. */
export type BootTimesView = z.infer<typeof bootTimesViewSchema>;
