import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { HistoryStore } from '../../history/HistoryStore';
import { NotificationSender } from '../NotificationSender';
import { DigestSender, type DigestSenderOptions } from './DigestSender';
import type { NotificationSenderOptions } from '../NotificationSender';

/** When the summary of the week is sent. */
export interface DigestSchedule {
  /** Day of the week: 0 is Sunday. */
  day: number;
  /** Hour of the day, in the time zone of the backend's process. */
  hour: number;
}

/** Sends the summary of the week regularly, from one of the backends. */
export function scheduleDigest(
  options: Omit<DigestSenderOptions, 'sender' | 'history'> &
    NotificationSenderOptions & { scheduler: SchedulerService },
  history: HistoryStore,
  { day, hour }: DigestSchedule,
): void {
  const { scheduler, logger } = options;
  const digests = new DigestSender({
    ...options,
    history,
    sender: new NotificationSender(options),
  });
  scheduler
    .scheduleTask({
      id: 'clusters-digest:send',
      // One backend sends for all backends that share the database.
      scope: 'global',
      frequency: { cron: `0 ${hour} * * ${day}` },
      timeout: { minutes: 30 },
      fn: signal => digests.send(signal),
    })
    .catch(error =>
      logger.error('Could not schedule the summary of the week', error),
    );
}
