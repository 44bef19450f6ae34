import { randomUUID } from 'node:crypto';
import type { WriteMonitor } from '../database/WriteMonitor';
import type { FleetChange, FleetStore } from '../fleet/FleetStore';
import { verdictEventOf } from '../notify/verdictEventOf';
import { webhookBody } from './webhookBody';
import type { NewMessage, WebhookStore } from './WebhookStore';

/**
 * How many messages may wait for the database; beyond that the oldest are
 * discarded.
 */
const MAX_PENDING = 10_000;

/** The dependencies of a {@link WebhookRecorder}. */
export interface WebhookRecorderOptions {
  fleet: FleetStore;
  store: WebhookStore;
  monitor: WriteMonitor;
  /** Names of the webhooks. */
  webhooks: readonly string[];
  now(): number;
}

/**
 * Stores a message for each webhook when a cluster that this backend reads
 * changes. A message is stored before the cluster's state is, so that whoever
 * continues from the state has the messages about all changes before it.
 */
export class WebhookRecorder {
  readonly #options: WebhookRecorderOptions;
  #pending: NewMessage[] = [];
  #saving: Promise<void> | undefined;

  constructor(options: WebhookRecorderOptions) {
    this.#options = options;
    options.fleet.onChange(change => this.#note(change));
  }

  /** Stores all messages up to now. */
  async flush(): Promise<void> {
    // A write that is already running does not include the newest messages.
    await this.#saving;
    await this.save();
  }

  /** Stores messages; callers at the same time share one write. */
  save(): Promise<void> {
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  #note(change: FleetChange): void {
    const { webhooks, monitor, now } = this.#options;
    const at = now();
    const event = webhooks.length > 0 && verdictEventOf(change, at);
    if (!event) {
      return;
    }
    const { identity, name: cluster } = change.entry.cluster;
    const body = webhookBody(event);
    this.#pending.push(
      ...webhooks.map(webhook => ({
        id: randomUUID(),
        ...{ webhook, identity, cluster, body, at },
      })),
    );
    const excess = this.#pending.length - MAX_PENDING;
    if (excess > 0) {
      this.#pending.splice(0, excess);
      monitor.giveUp(excess);
    }
  }

  async #save(): Promise<void> {
    const { store, monitor } = this.#options;
    if (this.#pending.length === 0) {
      return;
    }
    const messages = this.#pending;
    this.#pending = [];
    const outcome = await store.add(messages);
    this.#pending = [...outcome.left, ...this.#pending];
    monitor.report(outcome);
  }
}
