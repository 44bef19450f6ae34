import { z } from 'zod';
import { assessmentSchema } from '../assessment';
import { clusterViewSchema } from './clusterViewSchema';
import { fleetRowSchema } from './fleetRowSchema';

/**
 * Answer of `GET /v1/clusters/{name}`.
 *
 * @public
 */
export const clusterDetailSchema = z.object({
  row: fleetRowSchema,
  /** Absent until the first assessment of the cluster. */
  assessment: assessmentSchema.optional(),
  view: clusterViewSchema.optional(),
});
/**
 * Answer of `GET /v1/clusters/{name}`.
 *
 * @public
 */
export type ClusterDetail = z.infer<typeof clusterDetailSchema>;
