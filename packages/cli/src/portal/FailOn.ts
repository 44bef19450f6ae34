import type { CountedAs } from '@clusterworks/plugin-clusters-common';
import { type Command, Option } from 'commander';

/** From which severity on findings end a pipeline. */
export const failOnLevels = ['critical', 'warning'] as const;

/** Options that turn verdicts into an exit code. */
export interface FailOnOptions {
  failOn?: (typeof failOnLevels)[number];
  allowUnknown?: boolean;
}

/** Adds `--fail-on` and `--allow-unknown`, with the meaning of the exit codes. */
export function addFailOnOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with 1 when there are findings of this severity or a worse one',
      ).choices(failOnLevels),
    )
    .option(
      '--allow-unknown',
      'with --fail-on: clusters without a verdict do not count',
    )
    .addHelpText(
      'after',
      '\nExit code: 0 answered, and nothing to fail on; 1 --fail-on; 2 could not ask, or with --fail-on: not known',
    );
}

/** How many clusters there are in each group of the fleet's totals. */
export type ClusterCounts = Partial<Record<CountedAs, number>>;

/**
 * 0, 1 for findings of the severity, or 2 when it cannot be told whether there
 * are any: clusters have no verdict, or no cluster was asked about.
 */
export function exitCodeFor(
  counts: ClusterCounts,
  { failOn, allowUnknown = false }: FailOnOptions,
): number {
  if (failOn === undefined) {
    return 0;
  }
  const { critical = 0, degraded = 0, healthy = 0 } = counts;
  const { unknown = 0, building = 0 } = counts;
  if (critical > 0 || (failOn === 'warning' && degraded > 0)) {
    return 1;
  }
  const undecided = unknown + building;
  const all = critical + degraded + healthy + undecided;
  return all === 0 || (undecided > 0 && !allowUnknown) ? 2 : 0;
}
