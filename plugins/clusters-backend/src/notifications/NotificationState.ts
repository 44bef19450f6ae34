import { z } from 'zod';
import { notificationKinds } from './Condition';

const time = z.number().int().nonnegative();

const payloadSchema = z.object({
  title: z.string().max(600),
  description: z.string().max(2_000),
  link: z.string().max(2_000),
  severity: z.enum(['critical', 'high', 'normal', 'low']),
  topic: z.string().max(100),
  scope: z.string().max(200),
});

/** A notification that is to be sent. */
const noteSchema = z.object({
  recipient: z.string().max(1_000),
  /** Milliseconds since 1970. */
  at: time,
  payload: payloadSchema,
});
/** A notification that is to be sent. */
export type Note = z.infer<typeof noteSchema>;

/** What somebody was told of one cause. */
const toldSchema = z.object({
  kind: z.enum(notificationKinds),
  part: z.string().max(300).optional(),
  recipient: z.string().max(1_000),
  /** Of the first notification: the later ones update it. */
  scope: z.string().max(200),
  /** Day of the first notification in UTC, YYYY-MM-DD. */
  day: z.string().length(10),
  level: z.number().int(),
  title: z.string().max(600),
  link: z.string().max(2_000),
  /** How often it was told again on the same day, after it was resolved. */
  again: z.number().int().nonnegative(),
  resolved: z.boolean(),
});
/** What somebody was told of one cause. */
export type Told = z.infer<typeof toldSchema>;

/** What is stored of the notifications of one cluster. */
export const storedStateSchema = z.object({
  told: z.record(z.string().max(1_500), toldSchema),
  /** Notifications that are not sent yet, the oldest first. */
  unsent: z.array(noteSchema).max(1_000),
});
/** What is stored of the notifications of one cluster. */
export type StoredState = z.infer<typeof storedStateSchema>;

/** What the decision about notifications remembers of one cluster. */
export interface NotificationState extends StoredState {
  /**
   * Since when conditions hold that were not told yet, and since when told ones
   * no longer hold, in milliseconds since 1970. Not stored: after a restart
   * these times begin again.
   */
  since: Record<string, number>;
}

/** The state of a cluster of which nobody was told anything. */
export function blankState(): NotificationState {
  return { told: {}, unsent: [], since: {} };
}
