import { z } from 'zod';

/**
 * A status condition as pages show it.
 *
 * @public
 */
export const conditionViewSchema = z.object({
  status: z.enum(['True', 'False', 'Unknown']),
  reason: z.string().optional(),
  message: z.string().optional(),
  /** RFC 3339, time of the last transition. */
  since: z.string().optional(),
});
/**
 * A status condition as pages show it.
 *
 * @public
 */
export type ConditionView = z.infer<typeof conditionViewSchema>;
