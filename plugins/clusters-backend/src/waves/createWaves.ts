import type {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { requiresUserToken } from '@clusterworks/plugin-clusters-changes-node';
import type { Knex } from 'knex';
import { isNotifying } from '../config/isNotifying';
import { NotificationSender } from '../notifications/NotificationSender';
import { scheduleWaves } from './scheduleWaves';
import { WaveGit, type WaveGitOptions } from './WaveGit';
import { WaveNotifier } from './WaveNotifier';
import { WaveRunner } from './WaveRunner';
import { Waves, type WavesOptions } from './Waves';
import { WaveStore } from './WaveStore';

/** What waves are made of. */
export interface CreateWavesOptions
  extends Omit<WavesOptions, 'store' | 'requireUserToken'>,
    Omit<WaveGitOptions, 'repositories'> {
  config: RootConfigService;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
}

/** Connects the parts that change many clusters one group after the other. */
export function createWaves(options: CreateWavesOptions): {
  waves: Waves;
  /** Begins to move waves on. */
  start(): void;
} {
  const { config, knex } = options;
  const store = new WaveStore(knex);
  const requireUserToken = requiresUserToken(config);
  const runner = new WaveRunner({
    ...{ ...options, store, requireUserToken },
    git: new WaveGit(options),
    portalUrl: config.getOptionalString('app.baseUrl'),
    notifier: isNotifying(config)
      ? new WaveNotifier({
          sender: new NotificationSender(options),
          fleet: options.fleet,
        })
      : undefined,
  });
  return {
    waves: new Waves({ ...options, store, requireUserToken }),
    start: () => scheduleWaves(runner, options),
  };
}
