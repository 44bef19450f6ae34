import { z } from 'zod';

/** Longest reason that a mute may have, in characters. */
const MAX_REASON = 500;

/**
 * Why a finding is muted: one line that everybody who sees the cluster reads.
 *
 * @public
 */
export const muteReasonSchema = z
  .string()
  .min(1)
  .max(MAX_REASON)
  .refine(
    // Marks of direction could make the line read as something else.
    text => !/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u.test(text),
    'must be one line without control characters',
  )
  .refine(text => text.trim() !== '', 'must say something');

/**
 * Says that a finding is known and why nobody has to be told of it until a
 * time. It counts as before.
 *
 * @public
 */
export const muteSchema = z.object({
  reason: z.string().max(MAX_REASON),
  /** Who muted it: reference of a user. */
  by: z.string().max(500),
  /** RFC 3339, when it was muted. */
  at: z.string().max(40),
  /** RFC 3339, when the mute ends by itself. */
  until: z.string().max(40),
});
/**
 * Says that a finding is known, by whom, and until when nobody is told of it.
 *
 * @public
 */
export type Mute = z.infer<typeof muteSchema>;
