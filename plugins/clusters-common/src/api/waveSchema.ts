import { z } from 'zod';
import { verdictSchema } from '../assessment';
import { waveChangeSchema } from './waveChangeSchema';
import { MAX_WAVE_CLUSTERS, waveClusterSchema } from './waveClusters';
import { waveCommands } from './waveRequestSchema';

const timeSchema = z.string().max(40);

/**
 * Where a cluster of a wave is. In order: `waiting` for its turn; `blocked` by
 * another open change; `opening` the pull request, or `toOpen` by a person;
 * `open` until it is merged; `applying` until the cluster has it; `settling`
 * until it was healthy for long enough; `done`. Or `skipped`; and what halts a
 * wave: the pull request was `closed`, could not be opened (`failed`), or the
 * cluster is `gone`.
 *
 * @public
 */
export const waveStepStates = [
  'waiting',
  'blocked',
  'opening',
  'toOpen',
  'open',
  'applying',
  'settling',
  'done',
  'skipped',
  'closed',
  'failed',
  'gone',
] as const;

/**
 * A pull request, as steps of waves link it.
 *
 * @public
 */
export const wavePullSchema = z.object({
  number: z.number().int().positive(),
  url: z.string().max(1_000),
  title: z.string().max(300),
});
/**
 * See {@link wavePullSchema}.
 *
 * @public
 */
export type WavePull = z.infer<typeof wavePullSchema>;

/**
 * The states of a wave. It stays `halted` until a person resumes it.
 *
 * @public
 */
export const waveStatuses = [
  'running',
  'paused',
  'halted',
  'stopped',
  'done',
] as const;

/**
 * Why a wave halted.
 *
 * @public
 */
export const waveHaltReasons = [
  'critical',
  'closed',
  'failed',
  'gone',
] as const;

/**
 * A wave, with those of its clusters that the caller may see.
 *
 * @public
 */
export const waveSchema = z.object({
  id: z.string().max(40),
  change: waveChangeSchema,
  status: z.enum(waveStatuses),
  /** Since when it has this status, RFC 3339. */
  since: timeSchema,
  startedBy: z.string().max(300),
  startedAt: timeSchema,
  opensBy: z.enum(['app', 'person']),
  atOnce: z.number().int(),
  settleMinutes: z.number().int(),
  acceptDegraded: z.boolean(),
  /** The filter that chose the clusters; only for who may see all of them. */
  filter: z.string().max(500).optional(),
  /** Present while it is halted. */
  halt: z
    .object({
      reason: z.enum(waveHaltReasons),
      /** Absent when the caller may not see the cluster. */
      cluster: waveClusterSchema.optional(),
      message: z.string().max(1_000).optional(),
    })
    .optional(),
  steps: z
    .array(
      z.object({
        cluster: waveClusterSchema,
        entityRef: z.string().max(300).optional(),
        environment: z.string().max(63),
        /** Clusters of a stage are changed at the same time; from 0. */
        stage: z.number().int().nonnegative(),
        state: z.enum(waveStepStates),
        /** Since when it has this state, RFC 3339. */
        since: timeSchema,
        verdict: verdictSchema.optional(),
        /** The pull request of the wave. */
        pull: wavePullSchema.optional(),
        /** The other change that it waits for. */
        other: wavePullSchema.optional(),
        /** When it is settled, if it stays healthy; only while `settling`. */
        settledAt: timeSchema.optional(),
        /** Why it could not be opened, or was skipped. */
        note: z.string().max(1_000).optional(),
      }),
    )
    .max(MAX_WAVE_CLUSTERS),
  /** Clusters of the wave that the caller may not see. */
  hidden: z.number().int().nonnegative(),
  /** What happened, the newest first. */
  log: z
    .array(
      z.object({
        at: timeSchema,
        event: z.string().max(40),
        cluster: waveClusterSchema.optional(),
        by: z.string().max(300).optional(),
        text: z.string().max(1_000).optional(),
      }),
    )
    .max(200),
  /** What the caller may do with it now. */
  commands: z.array(z.enum(waveCommands)),
});
/**
 * See {@link waveSchema}.
 *
 * @public
 */
export type Wave = z.infer<typeof waveSchema>;

/**
 * Answer of `GET /v1/waves`: those that run first, then the newest.
 *
 * @public
 */
export const wavesResponseSchema = z.object({
  items: z.array(waveSchema).max(200),
});
/**
 * See {@link wavesResponseSchema}.
 *
 * @public
 */
export type WavesResponse = z.infer<typeof wavesResponseSchema>;
