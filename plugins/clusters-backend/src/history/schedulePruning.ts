import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { databaseTime } from '../database/databaseTime';
import { HistoryPruner, type HistoryRetention } from './HistoryPruner';

const PRUNING = {
  id: 'clusters-history:prune',
  // One backend prunes for all backends that share the database.
  scope: 'global',
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
} as const;

/** The dependencies of the pruning. */
interface PruningOptions {
  knex: Knex;
  logger: LoggerService;
  scheduler: SchedulerService;
}

/** Prunes the history regularly, in one of the backends that share it. */
export function schedulePruning(
  { knex, logger, scheduler }: PruningOptions,
  retention: HistoryRetention,
): void {
  const pruner = new HistoryPruner({
    knex,
    retention,
    logger,
    databaseTime: () => databaseTime(knex),
  });
  scheduler
    .scheduleTask({ ...PRUNING, fn: () => pruner.prune() })
    .catch(error =>
      logger.error('Could not schedule the pruning of history', error),
    );
}
