import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { withDeadline } from '@clusterworks/plugin-clusters-node';
import type { Note } from './NotificationState';

const SEND_MS = 10_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** The dependencies of a {@link NotificationSender}. */
export interface NotificationSenderOptions {
  notifications: NotificationService;
  logger: LoggerService;
  /** The current time in milliseconds since 1970. */
  now(): number;
}

/**
 * Sends through Backstage's notifications. While these do not answer, or are
 * not installed, it pauses for longer and longer and says so once.
 */
export class NotificationSender {
  readonly #options: NotificationSenderOptions;
  #failures = 0;
  #nextAt = -Infinity;
  readonly #said = new Set<string>();

  constructor(options: NotificationSenderOptions) {
    this.#options = options;
  }

  /** Whether sending is worth an attempt now. */
  get ready(): boolean {
    const wait = this.#nextAt - this.#options.now();
    // A clock that is set back must not stop notifications for days.
    return wait <= 0 || wait > LONGEST_PAUSE_MS;
  }

  /**
   * @returns `later` when nothing can be sent now, `refused` when this one will
   *   never be accepted
   */
  async send({
    recipient,
    payload,
  }: Note): Promise<'sent' | 'refused' | 'later'> {
    const { notifications } = this.#options;
    try {
      await withDeadline(
        notifications.send({
          recipients: { type: 'entity', entityRef: recipient },
          payload,
        }),
        SEND_MS,
        'Sending a notification',
      );
      this.#failures = 0;
      this.#said.clear();
      return 'sent';
    } catch (error) {
      return this.#failed(String(error));
    }
  }

  #failed(message: string): 'refused' | 'later' {
    const { logger, now } = this.#options;
    // The service gives the status in its message only.
    const status = Number(/status (\d{3})\b/.exec(message)?.[1] ?? 0);
    if ([400, 413, 422].includes(status)) {
      this.#say(status, () =>
        logger.warn(`A notification was refused: ${message}`),
      );
      return 'refused';
    }
    this.#nextAt =
      now() + Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
    this.#failures = Math.min(this.#failures + 1, 20);
    this.#say(status === 404 ? status : 0, () =>
      status === 404
        ? logger.info(
            'Owners of clusters are not notified: @backstage/plugin-notifications-backend is not installed',
          )
        : logger.warn(`Could not notify owners of clusters: ${message}`),
    );
    return 'later';
  }

  #say(what: number, say: () => void): void {
    const key = String(what);
    if (!this.#said.has(key)) {
      this.#said.add(key);
      say();
    }
  }
}
