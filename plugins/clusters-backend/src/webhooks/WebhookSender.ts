import type { LoggerService } from '@backstage/backend-plugin-api';
import { Backoff } from '../reader/Backoff';
import type { MessageBacklog, MessageCounts } from './MessageBacklog';
import type { Webhook } from './parseWebhooks';
import { postWebhook, type PostOutcome } from './postWebhook';
import { retryDelay } from './retryDelay';
import type { DueMessage, WebhookStore } from './WebhookStore';

const TICK_MS = 1_000;
/** Messages that are sent at the same time, each about another cluster. */
const PARALLEL = 4;
/** A receiver that fails gets one message at a time, after a pause. */
const LONGEST_PAUSE_MS = 60_000;
/** A message that fails for longer is given up. */
const GIVE_UP_MS = 24 * 3_600_000;
const TEND_MS = 60_000;
/** Most messages of a webhook that are kept. */
const MOST: MessageCounts = { waiting: 10_000, dead: 1_000 };

/** The dependencies of a {@link WebhookSender}. */
export interface WebhookSenderOptions {
  webhook: Webhook;
  store: WebhookStore;
  backlog: MessageBacklog;
  logger: LoggerService;
  now(): number;
  /** How long a receiver may take to answer, in milliseconds. */
  answerMs?: number;
}

/**
 * Delivers the messages of one webhook: in order for each cluster, again after
 * failures, and by one backend at a time.
 */
export class WebhookSender {
  readonly #options: WebhookSenderOptions;
  readonly #stopped = new AbortController();
  readonly #backoff = new Backoff(LONGEST_PAUSE_MS);
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #counts: MessageCounts = { waiting: 0, dead: 0 };
  #tendedAt = -Infinity;
  #resumeAt = -Infinity;
  #failing = false;
  #databaseFails = false;
  /** Messages given up since the last line in the log. */
  #buried = 0;
  #lastReason = '';

  constructor(options: WebhookSenderOptions) {
    this.#options = options;
  }

  /** Name of the webhook. */
  get name(): string {
    return this.#options.webhook.name;
  }

  /** The messages as they were counted in the last minute. */
  get counts(): MessageCounts {
    return this.#counts;
  }

  start(): void {
    this.#timer = setInterval(() => void this.run(), TICK_MS);
    this.#timer.unref();
  }

  /** Ends requests that are under way; their messages are sent again later. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopped.abort();
    await this.#running;
  }

  /** Sends what is due; callers at the same time share one run. */
  run(): Promise<void> {
    this.#running ??= this.#run()
      .then(() => {
        this.#databaseFails = false;
      })
      .catch(error => {
        if (!this.#databaseFails) {
          this.#options.logger.warn(
            `Could not send the messages of the webhook ${this.name}`,
            error,
          );
        }
        this.#databaseFails = true;
      })
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  async #run(): Promise<void> {
    const { store } = this.#options;
    while (this.#isReady()) {
      const due = await store.due(this.name, this.#failing ? 1 : PARALLEL);
      if (due.length === 0) {
        break;
      }
      await Promise.all(due.map(message => this.#deliver(message)));
    }
    await this.#tend();
  }

  #isReady(): boolean {
    const wait = this.#resumeAt - this.#options.now();
    // A clock that is set back must not stop messages for days.
    return (
      !this.#stopped.signal.aborted && (wait <= 0 || wait > LONGEST_PAUSE_MS)
    );
  }

  async #deliver(message: DueMessage): Promise<void> {
    const { webhook, store } = this.#options;
    if (!(await store.claim(message))) {
      return;
    }
    const outcome = await postWebhook(webhook, message, {
      ...this.#options,
      signal: this.#stopped.signal,
    });
    if (outcome.result === 'delivered') {
      this.#report(outcome);
      await store.remove(message);
    } else if (this.#stopped.signal.aborted) {
      await store.postpone(message, 0, 'the portal was stopped');
    } else {
      this.#report(outcome);
      await this.#failed(message, outcome);
    }
  }

  async #failed(
    message: DueMessage,
    { result, reason }: Exclude<PostOutcome, { result: 'delivered' }>,
  ): Promise<void> {
    const { store, now } = this.#options;
    if (result === 'refused' || now() - message.createdAt > GIVE_UP_MS) {
      this.#buried += 1;
      this.#lastReason = reason;
      await store.bury(message, reason);
    } else {
      const pause = retryDelay(message.attempts + 1, Math.random());
      await store.postpone(message, pause, reason);
    }
  }

  /** Slows down for a receiver that fails, and says so once. */
  #report(outcome: PostOutcome): void {
    const { logger, now } = this.#options;
    if (outcome.result === 'failed') {
      this.#resumeAt = now() + this.#backoff.next();
      if (!this.#failing) {
        logger.warn(
          `The webhook ${this.name} accepts no messages (${outcome.reason}): they are sent again later`,
        );
      }
      this.#failing = true;
      return;
    }
    if (this.#failing) {
      logger.info(`The webhook ${this.name} accepts messages again`);
    }
    this.#failing = false;
    this.#resumeAt = -Infinity;
    this.#backoff.reset();
  }

  /** Once a minute: counts the messages, limits them, and says what was lost. */
  async #tend(): Promise<void> {
    const { backlog, logger, now } = this.#options;
    if (Math.abs(now() - this.#tendedAt) < TEND_MS) {
      return;
    }
    this.#tendedAt = now();
    const beyond = await backlog.limit(this.name, MOST);
    if (beyond > 0) {
      this.#buried += beyond;
      this.#lastReason = 'too many messages waited';
    }
    this.#counts = await backlog.counts(this.name);
    if (this.#buried > 0) {
      logger.warn(
        `Messages of the webhook ${this.name} were given up: ${
          this.#buried
        }, the last because: ${
          this.#lastReason
        }. GET /api/clusters/v1/webhooks lists them`,
      );
      this.#buried = 0;
    }
  }
}
