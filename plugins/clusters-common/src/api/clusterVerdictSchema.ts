import { z } from 'zod';
import { phaseSchema, verdictSchema } from '../assessment';

/**
 * Topic of Backstage's events service for changes in the state of clusters.
 *
 * @public
 */
export const CLUSTER_VERDICT_TOPIC = 'clusters.verdict';

const nameSchema = z.string().min(1).max(253);
const versionSchema = z.string().max(200).optional();

/**
 * Versions as observed, without a leading `v`; absent when not known.
 *
 * @public
 */
export const observedVersionsSchema = z.object({
  kubernetes: versionSchema,
  karpenter: versionSchema,
  cilium: versionSchema,
});
/**
 * Versions as observed, without a leading `v`; absent when not known.
 *
 * @public
 */
export type ObservedVersions = z.infer<typeof observedVersionsSchema>;

/**
 * Payload of {@link CLUSTER_VERDICT_TOPIC}: a cluster has another verdict or
 * phase, or other versions were observed in it. The backend that reads the
 * cluster sends each event once. Events can be lost or arrive in another order:
 * the event with the highest `revision` of a cluster is the current one, and
 * subscribers that must not miss a change should also compare regularly with
 * the route `/v1/observations`.
 *
 * @public
 */
export const clusterVerdictEventSchema = z.object({
  /**
   * Version of this payload's format; increased only by incompatible changes.
   */
  version: z.literal(1),
  cluster: nameSchema,
  /** `resource:default/payments-dev`. */
  entityRef: z.string().min(1).max(500),
  /** Grows with every change of the cluster. */
  revision: z.number().int().nonnegative(),
  /** RFC 3339, time of the change. */
  at: z.string().max(40),
  verdict: verdictSchema,
  /**
   * The previous verdict; absent when the cluster was never assessed before.
   */
  previousVerdict: verdictSchema.optional(),
  /**
   * The phase of the cluster's life; absent when it is not known. While a
   * cluster is being built or taken down, changes of its verdict are expected
   * and need no notification.
   */
  phase: phaseSchema.optional(),
  /** Present while `draining`, once no node of Karpenter is left. */
  drained: z.boolean().optional(),
  /** One sentence that names the main problem. */
  headline: z.string().max(1_000),
  versions: observedVersionsSchema,
});
/**
 * Payload of {@link CLUSTER_VERDICT_TOPIC}.
 *
 * @public
 */
export type ClusterVerdictEvent = z.infer<typeof clusterVerdictEventSchema>;
