import { z } from 'zod';
import { verdictSchema } from '../assessment';

/** Clusters whose history one request may ask for. */
const MAX_CLUSTERS = 100;
/** Cells of a day, and the one that has just begun. */
const MAX_CELLS = 97;

/**
 * Query of `GET /v1/fleet/history`: names of clusters, separated by commas.
 *
 * @public
 */
export const fleetHistoryQuerySchema = z.object({
  names: z
    .string()
    .max(30_000)
    .transform(names => names.split(',').filter(Boolean))
    .pipe(z.array(z.string().max(253)).min(1).max(MAX_CLUSTERS)),
});

/**
 * A quarter of an hour of a cluster; empty when nothing was recorded in it.
 *
 * @public
 */
export const historyCellSchema = z.object({
  /** The worst verdict of the cell. */
  verdict: verdictSchema.optional(),
  /** The most pods without a node at a time. */
  podsPending: z.number().optional(),
});
/**
 * A quarter of an hour of a cluster.
 *
 * @public
 */
export type HistoryCell = z.infer<typeof historyCellSchema>;

/**
 * Answer of `GET /v1/fleet/history`: the last 24 hours of clusters.
 *
 * @public
 */
export const fleetHistoryResponseSchema = z.object({
  /** RFC 3339, when the first cell begins. */
  from: z.string(),
  /** The length of a cell, in minutes. */
  cellMinutes: z.number().positive(),
  /** Only clusters that the caller may see, in the order of the request. */
  clusters: z
    .array(
      z.object({
        name: z.string(),
        /** In the order of time; the last cell is the present one. */
        cells: z.array(historyCellSchema).max(MAX_CELLS),
      }),
    )
    .max(MAX_CLUSTERS),
});
/**
 * Answer of `GET /v1/fleet/history`.
 *
 * @public
 */
export type FleetHistoryResponse = z.infer<typeof fleetHistoryResponseSchema>;
