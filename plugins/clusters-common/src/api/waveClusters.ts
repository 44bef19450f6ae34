import { z } from 'zod';

/**
 * How many clusters one wave changes at most.
 *
 * @public
 */
export const MAX_WAVE_CLUSTERS = 200;

/** The name of a cluster. */
export const waveClusterSchema = z.string().min(1).max(253);
