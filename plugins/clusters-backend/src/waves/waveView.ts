import type { Wave, WaveCommand } from '@clusterworks/plugin-clusters-common';
import type { FleetEntry } from '../fleet/FleetStore';
import type { WaveState, WaveStep } from './machine/WaveState';

/**
 * A wave as its API answers.
 *
 * @param find - the cluster of a step, as far as the caller may see it; `gone`
 *   for one that the fleet does not have and whose name the caller may know
 */
export function waveView(
  wave: WaveState,
  find: (step: WaveStep) => FleetEntry | 'gone' | undefined,
  commands: WaveCommand[],
): Wave {
  const visible = wave.steps.flatMap(step => {
    const found = find(step);
    return found ? [{ step, entry: found === 'gone' ? undefined : found }] : [];
  });
  const names = new Set(visible.map(({ step }) => step.cluster));
  const { halt } = wave;
  return {
    id: wave.id,
    change: wave.change,
    status: wave.status,
    since: timeOf(wave.since),
    startedBy: wave.startedBy,
    startedAt: timeOf(wave.startedAt),
    opensBy: wave.opensBy,
    atOnce: wave.atOnce,
    settleMinutes: Math.round(wave.settleMs / 60_000),
    acceptDegraded: wave.acceptDegraded,
    // A filter may name what the caller may not see.
    ...(wave.filter && visible.length === wave.steps.length
      ? { filter: wave.filter }
      : {}),
    ...(halt && {
      halt: {
        reason: halt.reason,
        // What is said of a hidden cluster would tell that there is one.
        ...(names.has(halt.cluster) && {
          cluster: halt.cluster,
          ...(halt.message ? { message: halt.message } : {}),
        }),
      },
    }),
    steps: visible.map(({ step, entry }) => stepView(wave, step, entry)),
    hidden: wave.steps.length - visible.length,
    log: wave.log
      .filter(({ cluster }) => cluster === undefined || names.has(cluster))
      .reverse()
      .map(({ at, ...entry }) => ({ at: timeOf(at), ...entry })),
    commands,
  };
}

function stepView(
  { settleMs }: WaveState,
  step: WaveStep,
  entry: FleetEntry | undefined,
): Wave['steps'][number] {
  const { cluster, environment, stage, state, since, pull, other, note } = step;
  return {
    ...{ cluster, environment, stage, state, since: timeOf(since) },
    ...(entry && {
      entityRef: entry.row.entityRef,
      verdict: entry.row.verdict,
    }),
    ...(pull && { pull }),
    ...(other && { other }),
    ...(step.healthySince !== undefined && {
      settledAt: timeOf(step.healthySince + settleMs),
    }),
    ...(note && { note }),
  };
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
