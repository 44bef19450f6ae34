import { z } from 'zod';

/**
 * Outcome of one rule.
 *
 * @public
 */
export const checkStateSchema = z.enum([
  'pass',
  'fired',
  'unknown',
  'notApplicable',
]);
/**
 * Outcome of one rule.
 *
 * @public
 */
export type CheckState = z.infer<typeof checkStateSchema>;

/**
 * Outcome of one rule; `reason` says why it is unknown or not applicable.
 *
 * @public
 */
export const checkSchema = z.object({
  code: z.string(),
  /** What the rule looks for; absent in answers of an older backend. */
  title: z.string().optional(),
  state: checkStateSchema,
  reason: z.string().optional(),
  /** Finds out what the Kubernetes API does not tell; `reason` ends with it. */
  command: z.string().optional(),
});
/**
 * Outcome of one rule.
 *
 * @public
 */
export type Check = z.infer<typeof checkSchema>;
