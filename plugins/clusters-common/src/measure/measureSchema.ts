import { z } from 'zod';

/**
 * A number and how sure we are of it. Unknown is never zero: it has a reason.
 */
export const measureSchema = z.discriminatedUnion('certainty', [
  z.object({ certainty: z.literal('exact'), value: z.number() }),
  /** A lower bound. */
  z.object({ certainty: z.literal('atLeast'), value: z.number() }),
  /** An upper bound, for example room that others may take from too. */
  z.object({ certainty: z.literal('atMost'), value: z.number() }),
  z.object({ certainty: z.literal('estimate'), value: z.number() }),
  z.object({ certainty: z.literal('unknown'), reason: z.string() }),
]);
/** A number and how sure we are of it. */
export type Measure = z.infer<typeof measureSchema>;
