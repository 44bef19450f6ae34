import { randomUUID } from 'node:crypto';
import { PendingRows } from '../database/PendingRows';
import type { WriteMonitor } from '../database/WriteMonitor';
import type { FleetChange, FleetStore } from '../fleet/FleetStore';
import { verdictEventOf } from '../notify/verdictEventOf';
import { webhookBody } from './webhookBody';
import type { NewMessage, WebhookStore } from './WebhookStore';

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
  readonly #messages: PendingRows<NewMessage>;

  constructor(options: WebhookRecorderOptions) {
    const { store, monitor } = options;
    this.#options = options;
    this.#messages = new PendingRows(monitor, rows => store.add(rows));
    options.fleet.onChange(change => this.#note(change));
  }

  /** Stores all messages up to now. */
  flush(): Promise<void> {
    return this.#messages.flush();
  }

  /** Stores messages; callers at the same time share one write. */
  save(): Promise<void> {
    return this.#messages.save();
  }

  #note(change: FleetChange): void {
    const { webhooks, now } = this.#options;
    const at = now();
    const event = webhooks.length > 0 && verdictEventOf(change, at);
    if (!event) {
      return;
    }
    const { identity, name: cluster } = change.entry.cluster;
    const body = webhookBody(event);
    this.#messages.add(
      ...webhooks.map(webhook => ({
        id: randomUUID(),
        ...{ webhook, identity, cluster, body, at },
      })),
    );
  }
}
