import { z } from 'zod';
import { verdictSchema } from '../assessment';

const nameSchema = z.string().min(1).max(253);
const timeSchema = z.string().max(40);

/** Clusters that one wave changes at most. */
const MAX_CLUSTERS = 200;

/**
 * What a wave can change: the version of a component, or the release of the
 * node images (`images`).
 *
 * @public
 */
export const waveTargets = [
  'kubernetes',
  'karpenter',
  'cilium',
  'images',
] as const;

const patterns: Record<(typeof waveTargets)[number], RegExp> = {
  kubernetes: /^1\.\d{1,3}$/,
  karpenter: /^\d{1,4}\.\d{1,4}\.\d{1,4}$/,
  cilium: /^\d{1,4}\.\d{1,4}\.\d{1,4}$/,
  images: /^v20\d{6}$/,
};

const examples: Record<(typeof waveTargets)[number], string> = {
  kubernetes: '1.35',
  karpenter: '1.14.3',
  cilium: '1.19.9',
  images: 'v20261112',
};

/**
 * The change that every cluster of a wave gets.
 *
 * @public
 */
export const waveChangeSchema = z
  .strictObject({
    what: z.enum(waveTargets),
    /** `1.35`, `1.14.3` or `v20261112`. */
    to: z.string().max(20),
  })
  .superRefine(({ what, to }, context) => {
    if (!patterns[what].test(to)) {
      context.addIssue({
        code: 'custom',
        path: ['to'],
        message: `must be a version such as ${examples[what]}`,
      });
    }
  });
/**
 * See {@link waveChangeSchema}.
 *
 * @public
 */
export type WaveChange = z.infer<typeof waveChangeSchema>;

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
  clusters: z.array(nameSchema).min(1).max(MAX_CLUSTERS).optional(),
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
        clusters: z.array(nameSchema).max(MAX_CLUSTERS),
      }),
    )
    .max(MAX_CLUSTERS),
  leftOut: z
    .array(
      z.object({
        cluster: nameSchema,
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
  /** The filter that chose the clusters, if one did. */
  filter: z.string().max(500).optional(),
  /** Present while it is halted. */
  halt: z
    .object({
      reason: z.enum(waveHaltReasons),
      /** Absent when the caller may not see the cluster. */
      cluster: nameSchema.optional(),
      message: z.string().max(1_000).optional(),
    })
    .optional(),
  steps: z
    .array(
      z.object({
        cluster: nameSchema,
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
    .max(MAX_CLUSTERS),
  /** Clusters of the wave that the caller may not see. */
  hidden: z.number().int().nonnegative(),
  /** What happened, the newest first. */
  log: z
    .array(
      z.object({
        at: timeSchema,
        event: z.string().max(40),
        cluster: nameSchema.optional(),
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

/**
 * Body of `POST /v1/waves/{id}/{command}`.
 *
 * @public
 */
export const waveCommandSchema = z.strictObject({
  /** With `resume`: clusters that are left out from now on. */
  skip: z.array(nameSchema).max(MAX_CLUSTERS).optional(),
});
/**
 * See {@link waveCommandSchema}.
 *
 * @public
 */
export type WaveCommandOptions = z.infer<typeof waveCommandSchema>;
