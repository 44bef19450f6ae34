import { z } from 'zod';

/**
 * A number and how sure we are of it. Unknown is never zero: it has a reason.
 */
export const measureSchema = z.discriminatedUnion('certainty', [
  z.object({ certainty: z.literal('exact'), value: z.number() }),
  z.object({ certainty: z.literal('atLeast'), value: z.number() }),
  z.object({ certainty: z.literal('estimate'), value: z.number() }),
  z.object({ certainty: z.literal('unknown'), reason: z.string() }),
]);
/** A number and how sure we are of it. */
export type Measure = z.infer<typeof measureSchema>;
