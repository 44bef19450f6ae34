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
 * A range that no cluster has yet, and no other cluster should get.
 *
 * @public
 */
export const reservationSchema = z.object({
  cidr: z.string(),
  /** The cluster of a pull request, or what the configuration says it is for. */
  name: z.string(),
  /** The open pull request that asks for it; absent where configured. */
  pullRequest: z
    .object({
      number: z.number().int().positive(),
      url: z.string(),
      title: z.string(),
    })
    .optional(),
});
/**
 * A range that no cluster has yet, and no other cluster should get.
 *
 * @public
 */
export type Reservation = z.infer<typeof reservationSchema>;

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
  /**
   * Ranges that are reserved; absent in answers of an older backend. Those of
   * pull requests are told only to whoever may see all clusters.
   */
  reservations: z.array(reservationSchema).max(1_000).optional(),
  /** Why ranges of open pull requests may be missing. */
  reservationsUnknown: z.string().optional(),
  /** Prefix lengths that new clusters are offered, by environment. */
  sizes: z
    .array(
      z.object({
        environment: z.string(),
        prefix: z.number().int().min(16).max(22),
      }),
    )
    .max(100)
    .optional(),
  /**
   * What happens to a cluster that would share addresses with another one: it
   * is refused, or let through when its requester says why.
   */
  overlapPolicy: z.enum(['refuse', 'acknowledge']).optional(),
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
