import { z } from 'zod';
import { waveChangeSchema } from './waveChangeSchema';
import { MAX_WAVE_CLUSTERS, waveClusterSchema } from './waveClusters';

/**
 * Body of `POST /v1/waves/plan` and `POST /v1/waves`: which clusters get which
 * change, in which order.
 *
 * @public
 */
export const waveRequestSchema = z.strictObject({
  change: waveChangeSchema,
  /** Keeps the clusters that match it, as the fleet page does. */
  filter: z.string().max(500).optional(),
  /** Names of clusters, instead of `filter`. */
  clusters: z.array(waveClusterSchema).min(1).max(MAX_WAVE_CLUSTERS).optional(),
  /**
   * Order of the environments; others follow, production last. By default
   * development comes first and production last.
   */
  environments: z.array(z.string().max(63)).max(50).optional(),
  /** How many clusters of an environment are changed at a time. */
  atOnce: z.number().int().min(1).max(50).default(5),
  /** How long clusters have to be healthy before the next ones begin. */
  settleMinutes: z.number().int().min(0).max(10_080).default(30),
  /** Whether a cluster with warnings counts as healthy. */
  acceptDegraded: z.boolean().default(false),
});
/**
 * See {@link waveRequestSchema}.
 *
 * @public
 */
export type WaveRequest = z.input<typeof waveRequestSchema>;

/**
 * What can be done with a wave.
 *
 * @public
 */
export const waveCommands = ['pause', 'resume', 'stop'] as const;
/**
 * One of {@link waveCommands}.
 *
 * @public
 */
export type WaveCommand = (typeof waveCommands)[number];

/**
 * Body of `POST /v1/waves/{id}/{command}`.
 *
 * @public
 */
export const waveCommandSchema = z.strictObject({
  /** With `resume`: clusters that are left out from now on. */
  skip: z.array(waveClusterSchema).max(MAX_WAVE_CLUSTERS).optional(),
});
/**
 * See {@link waveCommandSchema}.
 *
 * @public
 */
export type WaveCommandOptions = z.infer<typeof waveCommandSchema>;
