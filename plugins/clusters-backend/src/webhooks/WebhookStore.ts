import type { Knex } from 'knex';
import { retryWhileLocked } from '../database/retryWhileLocked';
import { type WriteOutcome, writeRows } from '../database/writeRows';
import { LeaseFence } from '../ownership/LeaseFence';

/** A message that is to be sent to one webhook. */
export interface NewMessage {
  /** By it receivers recognize a message that is sent again. */
  id: string;
  /** Name of the webhook. */
  webhook: string;
  /** Key of the cluster. */
  identity: string;
  /** Its name, for messages. */
  cluster: string;
  body: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** A message that is due, as it was read. */
export interface DueMessage {
  id: string;
  cluster: string;
  body: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** How often it was sent before. */
  attempts: number;
}

/** A row of {@link MESSAGES_TABLE}. */
export interface MessageRow {
  id: number | string;
  message_id: string;
  webhook: string;
  identity: string;
  cluster: string;
  body: string;
  created_at: number | string;
  attempts: number;
  next_at: number | string;
  reason: string | null;
  dead_at: number | string | null;
}

/** The messages that are not delivered. */
export const MESSAGES_TABLE = 'webhook_messages';
/**
 * How long a message that is being sent is left alone by other backends: longer
 * than an attempt takes. After a crash it is sent again after this time.
 */
const CLAIM_MS = 60_000;

/**
 * The messages that are not delivered, in the plugin's database. Every backend
 * may send every message: who changes the number of its attempts first sends it.
 */
export class WebhookStore {
  readonly #knex: Knex;
  readonly #fence: LeaseFence;
  readonly #time: () => Promise<number>;

  /**
   * @param options - `owner`: id of this backend among those that share the
   *   clusters, whose messages it may add; `databaseTime`: the database's clock,
   *   which all backends share
   */
  constructor(
    knex: Knex,
    options: { owner?: string; databaseTime(): Promise<number> },
  ) {
    this.#knex = knex;
    this.#fence = new LeaseFence(knex, options.owner);
    this.#time = options.databaseTime;
  }

  /** Adds messages, except of clusters that another backend reads by now. */
  async add(
    messages: readonly NewMessage[],
  ): Promise<WriteOutcome<NewMessage>> {
    return await writeRows(messages, rows =>
      this.#fence.write(rows, (knex, own) =>
        knex(MESSAGES_TABLE)
          .insert(
            own.map(({ id, webhook, identity, cluster, body, at }) => ({
              ...{ webhook, identity, cluster, body },
              ...{ message_id: id, created_at: at, attempts: 0, next_at: 0 },
            })),
          )
          .onConflict('message_id')
          .ignore(),
      ),
    );
  }

  /**
   * Messages that may be sent now, the oldest first: of each cluster only its
   * oldest, so that its messages arrive in order.
   */
  async due(webhook: string, limit: number): Promise<DueMessage[]> {
    const now = await this.#time();
    const earlier = this.#knex(`${MESSAGES_TABLE} as earlier`)
      .whereRaw('earlier.webhook = message.webhook')
      .whereRaw('earlier.identity = message.identity')
      .whereRaw('earlier.id < message.id')
      .whereNull('earlier.dead_at')
      .select(this.#knex.raw('1'));
    const rows: MessageRow[] = await retryWhileLocked(() =>
      this.#knex(`${MESSAGES_TABLE} as message`)
        .where('message.webhook', webhook)
        .whereNull('message.dead_at')
        .where('message.next_at', '<=', now)
        .whereNotExists(earlier)
        .orderBy('message.id')
        .limit(limit)
        .select('message.*'),
    );
    return rows.map(row => ({
      id: row.message_id,
      cluster: row.cluster,
      body: row.body,
      createdAt: Number(row.created_at),
      attempts: row.attempts,
    }));
  }

  /**
   * Reserves a message for one attempt of this backend.
   *
   * @returns whether it did: not when another backend was faster
   */
  async claim({ id, attempts }: DueMessage): Promise<boolean> {
    const now = await this.#time();
    const changed = await this.#update(id, attempts, {
      attempts: attempts + 1,
      next_at: now + CLAIM_MS,
    });
    return changed === 1;
  }

  /** Forgets a message that was delivered. */
  async remove({ id }: DueMessage): Promise<void> {
    await retryWhileLocked(() =>
      this.#knex(MESSAGES_TABLE).where({ message_id: id }).delete(),
    );
  }

  /** Has a claimed message sent again after a pause. */
  async postpone(
    { id, attempts }: DueMessage,
    pauseMs: number,
    reason: string,
  ): Promise<void> {
    const now = await this.#time();
    await this.#update(id, attempts + 1, { next_at: now + pauseMs, reason });
  }

  /** Gives a claimed message up. */
  async bury({ id, attempts }: DueMessage, reason: string): Promise<void> {
    const now = await this.#time();
    await this.#update(id, attempts + 1, { dead_at: now, reason });
  }

  async #update(
    id: string,
    attempts: number,
    change: Partial<MessageRow>,
  ): Promise<number> {
    return await retryWhileLocked(() =>
      this.#knex(MESSAGES_TABLE)
        .where({ message_id: id, attempts })
        .whereNull('dead_at')
        .update(change),
    );
  }
}
