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
  z.object({
    certainty: z.literal('unknown'),
    /** In English. */
    reason: z.string(),
    /** One of `unknownReasonCodes`, for readers with words of their own. */
    code: z.string().max(60).optional(),
    /** What the code leaves open. */
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
]);
/**
 * A number and its certainty.
 *
 * @public
 */
export type Measure = z.infer<typeof measureSchema>;
