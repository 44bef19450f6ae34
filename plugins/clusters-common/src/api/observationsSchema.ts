import { z } from 'zod';
import { verdictSchema } from '../assessment';
import { observedVersionsSchema } from './clusterVerdictSchema';

/** What was seen of one cluster, as the catalog writes it into labels. */
export const clusterObservationSchema = z.object({
  name: z.string(),
  /** `resource:default/payments-dev`. */
  entityRef: z.string(),
  /** Absent until the cluster was judged once; looks while connecting do not count. */
  verdict: verdictSchema.optional(),
  /** The one sentence that says what is wrong. */
  headline: z.string().optional(),
  versions: observedVersionsSchema,
  /** Grows with every change of the cluster. */
  revision: z.number().optional(),
  /** RFC 3339, the time of the newest facts; absent when there are none. */
  observedAt: z.string().optional(),
});
/** What was seen of one cluster, as the catalog writes it into labels. */
export type ClusterObservation = z.infer<typeof clusterObservationSchema>;

/** Answer of `GET /v1/observations`, for other backend plugins only. */
export const observationsResponseSchema = z.object({
  revision: z.number(),
  items: z.array(clusterObservationSchema),
});
/** Answer of `GET /v1/observations`, for other backend plugins only. */
export type ObservationsResponse = z.infer<typeof observationsResponseSchema>;
