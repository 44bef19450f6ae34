import type {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { requiresUserToken } from '@clusterworks/plugin-clusters-changes-node';
import type { Knex } from 'knex';
import { isNotifying } from '../config/isNotifying';
import {
  NotificationSender,
  type NotificationSenderOptions,
} from '../notifications/NotificationSender';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import { ClusterFreezes } from './ClusterFreezes';
import { FreezeEnder, type FreezeEnderOptions } from './FreezeEnder';
import { FreezeEndStore } from './FreezeEndStore';

const TASK = {
  id: 'clusters-freezes:end',
  // One backend opens pull requests for all that share the database.
  scope: 'global',
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
} as const;

/** Connects the parts that end freezes of disruption. */
export function createFreezes(
  options: Omit<
    FreezeEnderOptions,
    'store' | 'sender' | 'requireScmUserCredentials'
  > &
    NotificationSenderOptions & {
      config: RootConfigService;
      knex: Knex;
      scheduler: SchedulerService;
      visible: VisibleClusters;
    },
): { freezes: ClusterFreezes; start(): void } {
  const { config, scheduler, logger } = options;
  const parts = {
    ...options,
    store: new FreezeEndStore(options.knex),
    requireScmUserCredentials: requiresUserToken(config),
  };
  const ender = new FreezeEnder({
    ...parts,
    sender: isNotifying(config) ? new NotificationSender(options) : undefined,
  });
  return {
    freezes: new ClusterFreezes(parts),
    start() {
      scheduler
        .scheduleTask({ ...TASK, fn: signal => ender.run(signal) })
        .catch(error =>
          logger.error('Could not schedule the end of freezes', error),
        );
    },
  };
}
