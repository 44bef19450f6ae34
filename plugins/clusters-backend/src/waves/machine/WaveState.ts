import {
  MAX_WAVE_CLUSTERS,
  waveChangeSchema,
  waveHaltReasons,
  wavePullSchema,
  waveStatuses,
  waveStepStates,
} from '@clusterworks/plugin-clusters-common';
import { z } from 'zod';

/** Milliseconds since 1970. */
const time = z.number().int().nonnegative();
const text = z.string().max(1_000);

const stepSchema = z.object({
  /** Key of the cluster: a name can move to another cluster. */
  identity: z.string().max(300),
  cluster: z.string().max(253),
  environment: z.string().max(63),
  /** Clusters of a stage are changed at the same time; from 0. */
  stage: z.number().int().nonnegative(),
  state: z.enum(waveStepStates),
  since: time,
  pull: wavePullSchema.optional(),
  /** The other change that it waits for. */
  other: wavePullSchema.optional(),
  /** Since when it is healthy, and when it was last seen to be; `settling`. */
  healthySince: time.optional(),
  healthyAt: time.optional(),
  /** Since when the fleet does not have it. */
  absentSince: time.optional(),
  /** How often its pull request could not be opened, and when to try again. */
  attempts: z.number().int().nonnegative().optional(),
  tryAt: time.optional(),
  note: text.optional(),
});
/** One cluster of a wave. */
export type WaveStep = z.infer<typeof stepSchema>;

const entrySchema = z.object({
  at: time,
  event: z.string().max(40),
  cluster: z.string().max(253).optional(),
  by: z.string().max(300).optional(),
  text: text.optional(),
});
/** Something that happened to a wave. */
export type WaveLogEntry = z.infer<typeof entrySchema>;

const noteSchema = z.object({
  kind: z.enum(['halted', 'resumed']),
  at: time,
});

/** What is stored of a wave. */
export const waveStateSchema = z.object({
  id: z.string().max(40),
  change: waveChangeSchema,
  status: z.enum(waveStatuses),
  since: time,
  startedBy: z.string().max(300),
  startedAt: time,
  opensBy: z.enum(['app', 'person']),
  atOnce: z.number().int().positive(),
  settleMs: time,
  acceptDegraded: z.boolean(),
  filter: z.string().max(500).optional(),
  halt: z
    .object({
      reason: z.enum(waveHaltReasons),
      cluster: z.string().max(253),
      identity: z.string().max(300),
      message: text.optional(),
    })
    .optional(),
  steps: z.array(stepSchema).max(MAX_WAVE_CLUSTERS),
  /** The oldest first. */
  log: z.array(entrySchema).max(200),
  /** What people are to be told and were not yet. */
  unsent: z.array(noteSchema).max(20),
  /** Who was told that it halted, to be told when it goes on. */
  told: z.array(z.string().max(1_000)).max(20),
});
/** What is stored of a wave. */
export type WaveState = z.infer<typeof waveStateSchema>;

/** States in which a cluster keeps no other one waiting. */
const finalStates: readonly WaveStep['state'][] = ['done', 'skipped'];

/** Whether a cluster keeps no later one waiting. */
export function isFinal({ state }: Pick<WaveStep, 'state'>): boolean {
  return finalStates.includes(state);
}

/** States of clusters that nothing was done to. */
const untouched: readonly WaveStep['state'][] = ['waiting', 'skipped'];

/** Whether the wave has begun to change a cluster. */
export function isBegun({ state }: Pick<WaveStep, 'state'>): boolean {
  return !untouched.includes(state);
}

/** Whether nothing more happens to a wave. */
export function isOver({ status }: Pick<WaveState, 'status'>): boolean {
  return status === 'stopped' || status === 'done';
}

const MAX_LOG = 200;

/** The wave with one more entry in its log; the oldest entries go. */
export function logged(wave: WaveState, ...entries: WaveLogEntry[]): WaveState {
  return { ...wave, log: [...wave.log, ...entries].slice(-MAX_LOG) };
}

/** A step in another state; what belonged to the old state is gone. */
export function inState(
  step: WaveStep,
  state: WaveStep['state'],
  now: number,
  more: Partial<WaveStep> = {},
): WaveStep {
  const { identity, cluster, environment, stage, pull } = step;
  return {
    ...{ identity, cluster, environment, stage, state },
    since: now,
    ...(pull ? { pull } : {}),
    ...more,
  };
}
