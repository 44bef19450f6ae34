import { z } from 'zod';
import { measureSchema } from '../measure';

/**
 * Reason for which Karpenter voluntarily disrupts a node.
 *
 * @public
 */
export const disruptionReasonSchema = z.enum([
  'Underutilized',
  'Empty',
  'Drifted',
]);

/**
 * One disruption budget of a NodePool, evaluated at the time of the assessment.
 *
 * @public
 */
export const budgetViewSchema = z.object({
  /** As written in the NodePool: `10%` or `0`. */
  nodes: z.string(),
  /** The reasons that the budget applies to; absent when it applies to all. */
  reasons: z.array(z.string()).optional(),
  /** Cron expression in UTC. */
  schedule: z.string().optional(),
  duration: z.string().optional(),
  active: z.boolean(),
  /** Number of nodes that this budget allows to be disrupted at once. */
  allows: z.number(),
  /**
   * RFC 3339; when the active period ends, for an active budget with a
   * schedule.
   */
  until: z.string().optional(),
  /** RFC 3339; when the next active period begins, for an inactive budget. */
  next: z.string().optional(),
});
/**
 * One disruption budget of a NodePool.
 *
 * @public
 */
export type BudgetView = z.infer<typeof budgetViewSchema>;

/**
 * How many nodes of a NodePool its budgets allow to be disrupted at the same
 * time, over seven days in UTC that begin with the present day. Percentages are
 * of the present number of nodes.
 *
 * @public
 */
export const disruptionWeekSchema = z.object({
  /** RFC 3339, both. */
  from: z.string(),
  until: z.string(),
  /** A reason is absent when its budgets change too often to be drawn. */
  reasons: z
    .array(
      z.object({
        reason: disruptionReasonSchema,
        /** From each time (RFC 3339) until the next one. */
        spans: z
          .array(z.object({ from: z.string(), nodes: z.number() }))
          .max(5_000),
      }),
    )
    .max(3),
});
/**
 * How many nodes of a NodePool may be disrupted over a week.
 *
 * @public
 */
export type DisruptionWeek = z.infer<typeof disruptionWeekSchema>;

/**
 * The nodes of a NodePool that drifted, and how long their replacement takes.
 *
 * @public
 */
export const driftBacklogSchema = z.object({
  nodes: z.number().int(),
  /**
   * Those of them that pods hold, which the estimate leaves out; absent when
   * that is not known.
   */
  held: z.number().int().optional(),
  /** Seconds until the last of the others is replaced. */
  seconds: measureSchema,
});
/**
 * The nodes of a NodePool that drifted.
 *
 * @public
 */
export type DriftBacklog = z.infer<typeof driftBacklogSchema>;

/**
 * The disruptions that are allowed in a NodePool now.
 *
 * @public
 */
export const disruptionViewSchema = z.object({
  budgets: z.array(budgetViewSchema),
  /**
   * The smallest active budget per reason; a reason without an active budget is
   * absent.
   */
  allowedNow: z.array(
    z.object({ reason: disruptionReasonSchema, nodes: z.number() }),
  ),
  drifted: z.number(),
  /** Absent when no node drifted. */
  backlog: driftBacklogSchema.optional(),
  /**
   * Initialised nodes, of which percentages are taken; absent in answers of an
   * older backend.
   */
  nodes: z.number().optional(),
  /** Absent when no budget has a schedule: then it is the same all the time. */
  week: disruptionWeekSchema.optional(),
});
/**
 * The disruptions that are allowed in a NodePool now.
 *
 * @public
 */
export type DisruptionView = z.infer<typeof disruptionViewSchema>;

/**
 * Whether a pool has room for another node, which a percentage does not show.
 *
 * @public
 */
export const effectiveLimitViewSchema = z.object({
  /** The resource whose limit is reached first. */
  resource: z.string(),
  /** The unused part of the limit, in base units. */
  left: z.number(),
  /** How much of the resource the smallest node of the pool needs. */
  smallestNode: z.number(),
  /** `false`: not even the smallest node fits into the unused part. */
  fits: z.boolean(),
  /**
   * Size of the smallest node that the requirements allow, else of the smallest
   * observed.
   */
  from: z.enum(['requirements', 'seen']).optional(),
});
/**
 * Whether a pool has room for another node.
 *
 * @public
 */
export type EffectiveLimitView = z.infer<typeof effectiveLimitViewSchema>;
