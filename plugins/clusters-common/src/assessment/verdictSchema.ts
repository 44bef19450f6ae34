import { z } from 'zod';

/**
 * The judgement of a whole cluster.
 *
 * @public
 */
export const verdictSchema = z.enum([
  'healthy',
  'degraded',
  'critical',
  'unknown',
]);
/**
 * The judgement of a whole cluster.
 *
 * @public
 */
export type Verdict = z.infer<typeof verdictSchema>;
