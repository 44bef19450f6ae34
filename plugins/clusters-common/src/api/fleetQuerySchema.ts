import { z } from 'zod';

/**
 * Most clusters that one answer about the fleet has.
 *
 * @public
 */
export const MAX_FLEET_PAGE = 2_000;

/**
 * The keys by which the fleet can be sorted.
 *
 * @public
 */
export const fleetSortSchema = z.enum([
  'verdict',
  'name',
  'owner',
  'environment',
  'region',
  'kubernetes',
  'karpenter',
  'cilium',
  'nodes',
  'cpu',
  'spot',
  'room',
  'observed',
]);
/**
 * A key by which the fleet can be sorted.
 *
 * @public
 */
export type FleetSort = z.infer<typeof fleetSortSchema>;

/**
 * The time range of a history.
 *
 * @public
 */
export const historyWindowSchema = z.enum(['1h', '24h', '7d']);
/**
 * The time range of a history.
 *
 * @public
 */
export type HistoryWindow = z.infer<typeof historyWindowSchema>;

/**
 * Query of `GET /v1/fleet`.
 *
 * `filter` is a line of words that must all match, such as
 * `env:prod cilium:<1.18 verdict:critical,degraded -region:eu-west-1 payments`.
 * Several values of a key are separated by commas, and one of them must match.
 * `OR` stands between alternatives, parentheses group, `-` or `NOT` in front of
 * a word negates it, and quotes include spaces in a value. A word without a key
 * is searched in name, owner and headline. Versions and numbers accept `<`,
 * `<=`, `>` and `>=`: `cilium:<1.18`, `nodes:>5`, `spot:>50%`, `room:<9`
 * (nodes), `room:<7d`, `pending:>0`. `finding:nodepool-limit` keeps clusters in which a
 * rule found something, `label:tier=gold` those whose entity has a label,
 * `component:checkout` those that a component depends on, `next:karpenter` those
 * whose Karpenter does not support their next Kubernetes, `held:drifted` those
 * with drifted nodes that workloads keep.
 * `fleetFilterKeys` lists every key. Comparisons use only
 * observed values: a cluster whose version or number is not known matches
 * neither a comparison nor its negation; `room:unknown` or `cilium:unknown`
 * finds it.
 *
 * @public
 */
export const fleetQuerySchema = z.object({
  filter: z.string().max(500).optional(),
  /** Sort key; `verdict` (worst first, then by name) when absent. */
  sort: fleetSortSchema.optional(),
  order: z.enum(['asc', 'desc']).optional(),
  /** From 1 to 2000; 100 when absent. */
  limit: z.coerce.number().int().min(1).max(MAX_FLEET_PAGE).optional(),
  /** `nextCursor` of the previous page. */
  cursor: z.string().max(500).optional(),
});
/**
 * Query of `GET /v1/fleet`.
 *
 * @public
 */
export type FleetQuery = z.infer<typeof fleetQuerySchema>;

/**
 * What `GET /v1/fleet` takes: with `since`, the `version` of an earlier answer,
 * only what changed after it is sent, if the backend still knows that answer.
 *
 * @public
 */
export const fleetRequestSchema = fleetQuerySchema.extend({
  since: z.string().max(100).optional(),
});
