import { z } from 'zod';

const countSchema = z.number().int().nonnegative();
const timeSchema = z.string().max(40);

/**
 * Answer of `GET /v1/webhooks`: what is not delivered to other systems.
 *
 * @public
 */
export const webhooksResponseSchema = z.object({
  items: z
    .array(
      z.object({
        /** Name in the configuration. */
        name: z.string().max(40),
        /** Messages that are not delivered yet. */
        waiting: countSchema,
        /** RFC 3339, when the oldest of them was made; absent without one. */
        oldestWaitingAt: timeSchema.optional(),
        /** Messages that were given up. */
        dead: countSchema,
        /** The newest messages that were given up. */
        deadMessages: z
          .array(
            z.object({
              /** The `webhook-id` that receivers were sent. */
              id: z.string().max(40),
              cluster: z.string().max(253),
              /** RFC 3339. */
              createdAt: timeSchema,
              /** RFC 3339. */
              deadAt: timeSchema,
              attempts: countSchema,
              /** Why the last attempt failed. */
              reason: z.string().max(200),
            }),
          )
          .max(50),
      }),
    )
    .max(20),
});
/**
 * Answer of `GET /v1/webhooks`.
 *
 * @public
 */
export type WebhooksResponse = z.infer<typeof webhooksResponseSchema>;

/**
 * Answer of `POST /v1/webhooks/{name}/redeliver`.
 *
 * @public
 */
export const redeliverResponseSchema = z.object({
  /** Messages that are sent again. */
  redelivered: countSchema,
});
