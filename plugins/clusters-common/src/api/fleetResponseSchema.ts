import { z } from 'zod';
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
});
/**
 * Answer of `GET /v1/fleet`.
 *
 * @public
 */
export type FleetResponse = z.infer<typeof fleetResponseSchema>;
