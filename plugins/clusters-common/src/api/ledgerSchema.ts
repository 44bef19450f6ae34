import { z } from 'zod';

/**
 * What a range of addresses is for: the primary and further ranges of a VPC,
 * pods outside of the VPC's ranges, Services, and ranges of other clusters that
 * are reached through a mesh.
 *
 * @public
 */
export const rangeKindSchema = z.enum([
  'vpc',
  'secondary',
  'pod',
  'service',
  'mesh',
]);
/**
 * What a range of addresses is for.
 *
 * @public
 */
export type RangeKind = z.infer<typeof rangeKindSchema>;

const clusterSchema = z.object({
  cluster: z.string(),
  entityRef: z.string(),
  owner: z.string().optional(),
  environment: z.string().optional(),
  region: z.string().optional(),
  accountId: z.string().optional(),
});

/**
 * One range of addresses of one cluster.
 *
 * @public
 */
export const ledgerRangeSchema = clusterSchema.extend({
  /** `10.40.0.0/16`. */
  cidr: z.string(),
  kind: rangeKindSchema,
  addresses: z.number().int().positive(),
  /** Other ranges that share addresses with it; at most 20. */
  overlaps: z
    .array(
      z.object({
        cluster: z.string(),
        cidr: z.string(),
        kind: rangeKindSchema,
        /**
         * The same range in the same account and region, which may be one VPC
         * that both clusters use.
         */
        mayBeSameVpc: z.boolean(),
      }),
    )
    .max(20),
  /** How many overlaps there are, including those that are not listed. */
  overlapsTotal: z.number().int().nonnegative(),
});
/**
 * One range of addresses of one cluster.
 *
 * @public
 */
export type LedgerRange = z.infer<typeof ledgerRangeSchema>;

/**
 * Answer of `GET /v1/ledger`: the ranges of addresses of the clusters that the
 * caller may see.
 *
 * @public
 */
export const ledgerResponseSchema = z.object({
  /** In the order of addresses. */
  ranges: z.array(ledgerRangeSchema),
  /** Clusters whose ranges are not known, wholly or in part, and why. */
  unknown: z.array(clusterSchema.extend({ reason: z.string() })),
  /** Private ranges that no cluster has. */
  free: z.object({
    /**
     * `exact`: no cluster has them. `atMost`: clusters of unknown ranges may
     * have some of them. `unknown`: nothing can be told.
     */
    certainty: z.enum(['exact', 'atMost', 'unknown']),
    /** Why it is not exact. */
    reason: z.string().optional(),
    /** The largest first; at most 100, each with at least 1,024 addresses. */
    blocks: z
      .array(
        z.object({ cidr: z.string(), addresses: z.number().int().positive() }),
      )
      .max(100),
  }),
});
/**
 * Answer of `GET /v1/ledger`.
 *
 * @public
 */
export type LedgerResponse = z.infer<typeof ledgerResponseSchema>;
