import { z } from 'zod';

/** A status condition as pages show it. */
export const conditionViewSchema = z.object({
  status: z.enum(['True', 'False', 'Unknown']),
  reason: z.string().optional(),
  message: z.string().optional(),
  /** RFC 3339. */
  since: z.string().optional(),
});
/** A status condition as pages show it. */
export type ConditionView = z.infer<typeof conditionViewSchema>;
