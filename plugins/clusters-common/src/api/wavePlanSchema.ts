import { z } from 'zod';
import { MAX_WAVE_CLUSTERS, waveClusterSchema } from './waveClusters';

/**
 * Why a cluster that was chosen is not part of a wave: it is in no platform
 * repository, the caller may not change it, it is being taken down, it has no
 * API server yet, it wants the version already, it is more than one minor
 * behind, or another wave has it.
 *
 * @public
 */
export const waveExclusions = [
  'notOurs',
  'notAllowed',
  'leaving',
  'notBuilt',
  'hasIt',
  'tooFar',
  'inOtherWave',
] as const;

/**
 * Answer of `POST /v1/waves/plan`: which clusters would be changed when.
 *
 * @public
 */
export const wavePlanSchema = z.object({
  /** Clusters that are changed at a time, in the order of the stages. */
  stages: z
    .array(
      z.object({
        environment: z.string().max(63),
        clusters: z.array(waveClusterSchema).max(MAX_WAVE_CLUSTERS),
      }),
    )
    .max(MAX_WAVE_CLUSTERS),
  leftOut: z
    .array(
      z.object({
        cluster: waveClusterSchema,
        why: z.enum(waveExclusions),
        /** The wave that has the cluster, with `inOtherWave`. */
        wave: z.string().max(40).optional(),
      }),
    )
    .max(2_000),
  /** Whether the portal opens pull requests, or a person has to. */
  opensBy: z.enum(['app', 'person']),
});
/**
 * See {@link wavePlanSchema}.
 *
 * @public
 */
export type WavePlan = z.infer<typeof wavePlanSchema>;
