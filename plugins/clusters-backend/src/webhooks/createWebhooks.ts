import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { WebhooksResponse } from '@clusterworks/plugin-clusters-common';
import type { Knex } from 'knex';
import { databaseTime } from '../database/databaseTime';
import type { WriteMonitor } from '../database/WriteMonitor';
import type { FleetStore } from '../fleet/FleetStore';
import { MessageBacklog, type MessageCounts } from './MessageBacklog';
import type { Webhook } from './parseWebhooks';
import { WebhookRecorder } from './WebhookRecorder';
import { WebhookSender } from './WebhookSender';
import { WebhookStore } from './WebhookStore';

/** Messages that were given up, per webhook in an answer. */
const MAX_SHOWN = 50;

/** The webhooks of the plugin, connected but not yet running. */
export interface Webhooks {
  /** Stores the messages about all changes up to now. */
  flush(): Promise<void>;
  /** What is stored of each webhook, counted in the last minute. */
  counts(): { webhook: string; counts: MessageCounts }[];
  /** What waits, and what was given up. */
  list(): Promise<WebhooksResponse>;
  /**
   * Has the messages of a webhook sent again that were given up.
   *
   * @returns how many
   * @throws NotFoundError when no webhook has this name
   */
  redeliver(name: string): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

/** Connects the parts that send events of clusters to other systems. */
export function createWebhooks(options: {
  fleet: FleetStore;
  knex: Knex;
  logger: LoggerService;
  monitor: WriteMonitor;
  webhooks: readonly Webhook[];
  /** Id of this backend among those that share the clusters. */
  backendId: string | undefined;
  /** Interval between two writes of messages, in milliseconds. */
  saveMs: number;
  now(): number;
  /** How long a receiver may take to answer, in milliseconds. */
  answerMs?: number;
}): Webhooks {
  const { knex, webhooks, backendId, saveMs } = options;
  const time = () => databaseTime(knex);
  const store = new WebhookStore(knex, {
    owner: backendId,
    databaseTime: time,
  });
  const backlog = new MessageBacklog(knex, time);
  const names = webhooks.map(({ name }) => name);
  const recorder = new WebhookRecorder({ ...options, store, webhooks: names });
  const senders = webhooks.map(
    webhook => new WebhookSender({ ...options, webhook, store, backlog }),
  );
  let timer: NodeJS.Timeout | undefined;
  return {
    flush: () => recorder.flush(),
    counts: () =>
      senders.map(({ name, counts }) => ({ webhook: name, counts })),
    list: async () => ({
      items: await Promise.all(names.map(name => describe(backlog, name))),
    }),
    async redeliver(name) {
      if (!names.includes(name)) {
        throw new NotFoundError(`No webhook "${name}"`);
      }
      return await backlog.revive(name);
    },
    start() {
      timer = setInterval(() => void recorder.save(), saveMs);
      timer.unref();
      senders.forEach(sender => sender.start());
    },
    async stop() {
      clearInterval(timer);
      await Promise.all([
        recorder.flush(),
        ...senders.map(sender => sender.stop()),
      ]);
    },
  };
}

async function describe(
  backlog: MessageBacklog,
  name: string,
): Promise<WebhooksResponse['items'][number]> {
  const { waiting, dead, oldestWaitingAt } = await backlog.counts(name);
  const newest = await backlog.dead(name, MAX_SHOWN);
  return {
    ...{ name, waiting, dead },
    ...(oldestWaitingAt !== undefined && {
      oldestWaitingAt: timeOf(oldestWaitingAt),
    }),
    deadMessages: newest.map(({ createdAt, deadAt, ...rest }) => ({
      ...rest,
      createdAt: timeOf(createdAt),
      deadAt: timeOf(deadAt),
    })),
  };
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
