import { z } from 'zod';

/** What the fleet can be ordered by. */
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
/** What the fleet can be ordered by. */
export type FleetSort = z.infer<typeof fleetSortSchema>;

/** How far back a history goes. */
export const historyWindowSchema = z.enum(['1h', '24h', '7d']);
/** How far back a history goes. */
export type HistoryWindow = z.infer<typeof historyWindowSchema>;

/**
 * Query of `GET /v1/fleet`.
 *
 * `filter` is a line of words that must all match:
 * `env:prod cilium:<1.18 verdict:critical,degraded -region:eu-west-1 payments`.
 * Values are separated by commas, of which one must match; `OR` stands between
 * alternatives, parentheses group, `-` or `NOT` in front negates, and quotes
 * keep spaces together. A word without a key is looked for in name, owner and
 * headline. Versions and numbers take `<`, `<=`, `>` and `>=`:
 * `cilium:<1.18`, `nodes:>5`, `spot:>50%`, `room:<9` (nodes), `room:<7d`.
 * `fleetFilterKeys` lists every key. Only what was observed is compared: a
 * cluster whose version or number is not known matches neither a comparison nor
 * its negation, but `room:unknown` or `cilium:unknown`.
 */
export const fleetQuerySchema = z.object({
  filter: z.string().max(500).optional(),
  /** `verdict` (worst first, then by name) when absent. */
  sort: fleetSortSchema.optional(),
  order: z.enum(['asc', 'desc']).optional(),
  /** 1 to 2000; 100 when absent. */
  limit: z.coerce.number().int().min(1).max(2000).optional(),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(500).optional(),
});
/** Query of `GET /v1/fleet`. */
export type FleetQuery = z.infer<typeof fleetQuerySchema>;
