import { z } from 'zod';
import { severitySchema, verdictSchema } from '../assessment';

/**
 * The recorded values of a cluster at one time.
 *
 * @public
 */
export const historyPointSchema = z.object({
  at: z.string(),
  verdict: verdictSchema,
  nodes: z.number().optional(),
  /** Free addresses in all subnets, as an upper bound. */
  roomAddresses: z.number().optional(),
  /** Free addresses by subnet id, as an upper bound. */
  subnets: z.record(z.string(), z.number()).optional(),
  podsPending: z.number().optional(),
  cpuAllocatable: z.number().optional(),
  /** Nodes whose pods are moving away. */
  draining: z.number().optional(),
  /** Instances that AWS took away in the hour before. */
  interrupted: z.number().optional(),
  /** The versions that were observed. */
  versions: z
    .object({
      kubernetes: z.string().optional(),
      karpenter: z.string().optional(),
      cilium: z.string().optional(),
    })
    .optional(),
  /** By name of the NodePool; CPU in cores. */
  pools: z
    .record(
      z.string(),
      z.object({
        nodes: z.number().optional(),
        cpuProvisioned: z.number().optional(),
      }),
    )
    .optional(),
});
/**
 * The recorded values of a cluster at one time.
 *
 * @public
 */
export type HistoryPoint = z.infer<typeof historyPointSchema>;

/**
 * A finding that came, or went.
 *
 * @public
 */
export const findingChangeSchema = z.object({
  /** RFC 3339, when it was first seen, or first not seen any more. */
  at: z.string(),
  /**
   * It was so already at the first look after the portal had not seen the
   * cluster, so it happened at `at` or earlier.
   */
  orEarlier: z.boolean().optional(),
  /** Id of the finding. */
  finding: z.string(),
  change: z.enum(['came', 'went']),
  /** Code of its rule. */
  code: z.string(),
  severity: severitySchema,
  /** Its sentence when it came. */
  title: z.string(),
});
/**
 * A finding that came, or went.
 *
 * @public
 */
export type FindingChange = z.infer<typeof findingChangeSchema>;

/**
 * Answer of `GET /v1/clusters/{name}/history`.
 *
 * @public
 */
export const historyResponseSchema = z.object({
  cluster: z.string(),
  points: z.array(historyPointSchema),
  verdictChanges: z.array(
    z.object({
      at: z.string(),
      from: verdictSchema.optional(),
      to: verdictSchema,
      headline: z.string(),
    }),
  ),
  /**
   * The newest changes of findings, the oldest of them first; absent in answers
   * of an older backend.
   */
  findingChanges: z.array(findingChangeSchema).max(1_000).optional(),
});
/**
 * Answer of `GET /v1/clusters/{name}/history`.
 *
 * @public
 */
export type HistoryResponse = z.infer<typeof historyResponseSchema>;
