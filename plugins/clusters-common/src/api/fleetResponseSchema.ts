import { z } from 'zod';
import { MAX_FLEET_PAGE } from './fleetQuerySchema';
import { fleetRowSchema } from './fleetRowSchema';

/**
 * Answer of `GET /v1/fleet`.
 *
 * @public
 */
export const fleetResponseSchema = z.object({
  /** The newest revision among the clusters that the caller may see. */
  revision: z.number(),
  /** Counts of the clusters that the caller may see and that match the filter. */
  totals: z.object({
    clusters: z.number(),
    critical: z.number(),
    degraded: z.number(),
    /** Counts by verdict, without the clusters that are being built. */
    unknown: z.number(),
    healthy: z.number(),
    /**
     * Absent in answers of an older backend, which counts these clusters as
     * unknown.
     */
    building: z.number().optional(),
    /**
     * Clusters that differ from what git wants; absent in answers of an older
     * backend.
     */
    differing: z.number().optional(),
  }),
  items: z.array(fleetRowSchema),
  nextCursor: z.string().optional(),
  /**
   * Names this answer for `since`; absent in answers of an older backend.
   */
  version: z.string().max(100).optional(),
});
/**
 * Answer of `GET /v1/fleet`.
 *
 * @public
 */
export type FleetResponse = z.infer<typeof fleetResponseSchema>;

/**
 * Rows that follow each other in the new answer.
 *
 * @public
 */
export const fleetPartSchema = z.object({
  /**
   * Position in the earlier answer of the first of them, which all were in it;
   * absent for the next ones of `items`.
   */
  from: z.number().int().nonnegative().optional(),
  count: z.number().int().positive().max(MAX_FLEET_PAGE),
});

/**
 * What `GET /v1/fleet` sends: with `changes`, `items` are only the rows that
 * are not in the answer that the caller named with `since`.
 *
 * @public
 */
export const fleetAnswerSchema = fleetResponseSchema.extend({
  changes: z
    .object({
      /** The answer that the rows are changes of. */
      since: z.string().max(100),
      /** All rows of the new answer, in its order. */
      parts: z.array(fleetPartSchema).max(MAX_FLEET_PAGE),
    })
    .optional(),
});
/**
 * What `GET /v1/fleet` sends.
 *
 * @public
 */
export type FleetAnswer = z.infer<typeof fleetAnswerSchema>;
