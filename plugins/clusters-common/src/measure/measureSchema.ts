import { z } from 'zod';

/**
 * A number and its certainty. Unknown is never zero: it has a reason instead.
 *
 * @public
 */
export const measureSchema = z.discriminatedUnion('certainty', [
  z.object({ certainty: z.literal('exact'), value: z.number() }),
  /** A lower bound. */
  z.object({ certainty: z.literal('atLeast'), value: z.number() }),
  /** An upper bound, for example of room that others may also use. */
  z.object({ certainty: z.literal('atMost'), value: z.number() }),
  z.object({ certainty: z.literal('estimate'), value: z.number() }),
  z.object({ certainty: z.literal('unknown'), reason: z.string() }),
]);
/**
 * A number and its certainty.
 *
 * @public
 */
export type Measure = z.infer<typeof measureSchema>;
