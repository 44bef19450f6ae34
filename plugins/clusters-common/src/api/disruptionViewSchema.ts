import { z } from 'zod';

/** Why Karpenter disrupts a node by its own choice. */
export const disruptionReasonSchema = z.enum([
  'Underutilized',
  'Empty',
  'Drifted',
]);

/** One disruption budget of a NodePool, evaluated at the time of the look. */
export const budgetViewSchema = z.object({
  /** As written: `10%` or `0`. */
  nodes: z.string(),
  /** Absent: all reasons. */
  reasons: z.array(z.string()).optional(),
  /** Cron expression in UTC. */
  schedule: z.string().optional(),
  duration: z.string().optional(),
  active: z.boolean(),
  /** Nodes that this budget allows to be disrupted at once. */
  allows: z.number(),
  /** RFC 3339; when it ends, for an active budget with a schedule. */
  until: z.string().optional(),
  /** RFC 3339; when it begins next, for an inactive one. */
  next: z.string().optional(),
});
/** One disruption budget of a NodePool. */
export type BudgetView = z.infer<typeof budgetViewSchema>;

/** What is allowed in a NodePool now. */
export const disruptionViewSchema = z.object({
  budgets: z.array(budgetViewSchema),
  /** The smallest active budget per reason; absent where none is active. */
  allowedNow: z.array(
    z.object({ reason: disruptionReasonSchema, nodes: z.number() }),
  ),
  drifted: z.number(),
});
/** What is allowed in a NodePool now. */
export type DisruptionView = z.infer<typeof disruptionViewSchema>;

/** Whether a pool can still grow, which a percentage does not say. */
export const effectiveLimitViewSchema = z.object({
  /** The resource that stops the pool first. */
  resource: z.string(),
  /** What is left of its limit, base units. */
  left: z.number(),
  /** The smallest node of the pool needs this much of it. */
  smallestNode: z.number(),
  /** `false`: not even that node fits in what is left. */
  fits: z.boolean(),
  /** The smallest that the requirements allow, else the smallest that was seen. */
  from: z.enum(['requirements', 'seen']).optional(),
});
/** Whether a pool can still grow. */
export type EffectiveLimitView = z.infer<typeof effectiveLimitViewSchema>;
