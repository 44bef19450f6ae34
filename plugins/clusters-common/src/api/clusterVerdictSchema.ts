import { z } from 'zod';
import { verdictSchema } from '../assessment';

/** Topic of Backstage's events service that says what became of a cluster. */
export const CLUSTER_VERDICT_TOPIC = 'clusters.verdict';

const nameSchema = z.string().min(1).max(253);
const versionSchema = z.string().max(200).optional();

/** Versions as they were seen, without a leading `v`; absent when not known. */
export const observedVersionsSchema = z.object({
  kubernetes: versionSchema,
  karpenter: versionSchema,
  cilium: versionSchema,
});
/** Versions as they were seen, without a leading `v`; absent when not known. */
export type ObservedVersions = z.infer<typeof observedVersionsSchema>;

/**
 * Payload of {@link CLUSTER_VERDICT_TOPIC}: a cluster has another verdict, or
 * other versions were seen in it. Sent once, by the backend that reads the
 * cluster. Events can be lost and come in another order: the one with the highest
 * `revision` of a cluster counts, and whoever needs certainty compares with
 * `GET /v1/observations` now and then.
 */
export const clusterVerdictEventSchema = z.object({
  /** Of this payload; raised only by a change that breaks its readers. */
  version: z.literal(1),
  cluster: nameSchema,
  /** `resource:default/payments-dev`. */
  entityRef: z.string().min(1).max(500),
  /** Grows with every change of the cluster. */
  revision: z.number().int().nonnegative(),
  /** RFC 3339, when it changed. */
  at: z.string().max(40),
  verdict: verdictSchema,
  /** Absent when the cluster was never judged before. */
  previousVerdict: verdictSchema.optional(),
  /** The one sentence that says what is wrong. */
  headline: z.string().max(1_000),
  versions: observedVersionsSchema,
});
/** Payload of {@link CLUSTER_VERDICT_TOPIC}. */
export type ClusterVerdictEvent = z.infer<typeof clusterVerdictEventSchema>;
