import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { WaveRunner } from './WaveRunner';

/**
 * Moves waves on regularly, in one of the backends that share the database.
 * Halting is a task of its own, because git may take minutes to answer: within
 * 60 seconds after a cluster is critical, its wave has halted.
 */
export function scheduleWaves(
  runner: Pick<WaveRunner, 'watch' | 'drive'>,
  { scheduler, logger }: { scheduler: SchedulerService; logger: LoggerService },
): void {
  const tasks = [
    {
      id: 'clusters-waves:watch',
      frequency: { seconds: 15 },
      timeout: { minutes: 2 },
      fn: () => runner.watch(),
    },
    {
      id: 'clusters-waves:drive',
      frequency: { seconds: 20 },
      timeout: { minutes: 10 },
      fn: (signal: AbortSignal) => runner.drive(signal),
    },
  ];
  for (const task of tasks) {
    scheduler
      .scheduleTask({ ...task, scope: 'global' })
      .catch(error => logger.error('Could not schedule waves', error));
  }
}
