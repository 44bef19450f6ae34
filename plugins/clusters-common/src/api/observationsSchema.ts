import { z } from 'zod';
import { phaseSchema, verdictSchema } from '../assessment';
import { observedVersionsSchema } from './clusterVerdictSchema';
import { otherClaimSchema } from './otherClaimSchema';

/**
 * The observed state of one cluster, which the catalog writes into labels.
 *
 * @public
 */
export const clusterObservationSchema = z.object({
  name: z.string(),
  /** `resource:default/payments-dev`. */
  entityRef: z.string(),
  /**
   * Absent until the first assessment; assessments while connecting do not
   * count.
   */
  verdict: verdictSchema.optional(),
  /** The phase; absent when it is not known. */
  phase: phaseSchema.optional(),
  /** Present while `draining`, once no node of Karpenter is left. */
  drained: z.boolean().optional(),
  /** One sentence that names the main problem. */
  headline: z.string().optional(),
  versions: observedVersionsSchema,
  /**
   * Other descriptions that claim this cluster or its name; absent when there
   * are none.
   */
  otherClaims: z.array(otherClaimSchema).max(20).optional(),
  /** Grows with every change of the cluster. */
  revision: z.number().optional(),
  /** RFC 3339, time of the newest facts; absent when there are none. */
  observedAt: z.string().optional(),
});
/**
 * The observed state of one cluster, which the catalog writes into labels.
 *
 * @public
 */
export type ClusterObservation = z.infer<typeof clusterObservationSchema>;

/**
 * Answer of `GET /v1/observations`, for other backend plugins only.
 *
 * @public
 */
export const observationsResponseSchema = z.object({
  /** The newest revision among the clusters that the caller may see. */
  revision: z.number(),
  items: z.array(clusterObservationSchema),
});
/**
 * Answer of `GET /v1/observations`, for other backend plugins only.
 *
 * @public
 */
export type ObservationsResponse = z.infer<typeof observationsResponseSchema>;
