import type { Knex } from 'knex';
import { retryWhileLocked } from '../database/retryWhileLocked';
import { type MessageRow, MESSAGES_TABLE } from './WebhookStore';

/** How many messages of a webhook are stored. */
export interface MessageCounts {
  waiting: number;
  /** Messages that were given up. */
  dead: number;
}

/** A message that was given up. */
export interface DeadMessage {
  id: string;
  cluster: string;
  createdAt: number;
  deadAt: number;
  attempts: number;
  reason: string;
}

/** Rows per statement that limits the table. */
const BATCH = 500;

/** What is not delivered, for operators: counts, limits, and a second try. */
export class MessageBacklog {
  readonly #knex: Knex;
  readonly #time: () => Promise<number>;

  /** @param databaseTime - the database's clock, which all backends share */
  constructor(knex: Knex, databaseTime: () => Promise<number>) {
    this.#knex = knex;
    this.#time = databaseTime;
  }

  async counts(
    webhook: string,
  ): Promise<MessageCounts & { oldestWaitingAt: number | undefined }> {
    const [row]: Record<string, number | string | null>[] =
      await retryWhileLocked(() =>
        this.#knex(MESSAGES_TABLE)
          .where({ webhook })
          .select(
            this.#knex.raw('count(*) as messages'),
            this.#knex.raw('count(dead_at) as dead'),
            this.#knex.raw(
              'min(case when dead_at is null then created_at end) as oldest',
            ),
          ),
      );
    const dead = Number(row.dead);
    return {
      dead,
      waiting: Number(row.messages) - dead,
      oldestWaitingAt: row.oldest === null ? undefined : Number(row.oldest),
    };
  }

  /** The newest messages that were given up. */
  async dead(webhook: string, limit: number): Promise<DeadMessage[]> {
    const rows: MessageRow[] = await retryWhileLocked(() =>
      this.#knex(MESSAGES_TABLE)
        .where({ webhook })
        .whereNotNull('dead_at')
        .orderBy('id', 'desc')
        .limit(limit),
    );
    return rows.map(row => ({
      id: row.message_id,
      cluster: row.cluster,
      createdAt: Number(row.created_at),
      deadAt: Number(row.dead_at),
      attempts: row.attempts,
      reason: row.reason ?? '',
    }));
  }

  /**
   * Has all messages sent again that were given up.
   *
   * @returns how many
   */
  async revive(webhook: string): Promise<number> {
    const now = await this.#time();
    return await retryWhileLocked(() =>
      this.#knex(MESSAGES_TABLE)
        .where({ webhook })
        .whereNotNull('dead_at')
        .update({ dead_at: null, attempts: 0, next_at: 0, created_at: now }),
    );
  }

  /**
   * Gives up the oldest messages beyond a number that wait, and deletes the
   * oldest beyond a number that were given up.
   *
   * @returns how many were given up
   */
  async limit(webhook: string, most: MessageCounts): Promise<number> {
    const now = await this.#time();
    const beyond = (count: number) =>
      this.#knex(MESSAGES_TABLE)
        .where({ webhook })
        .orderBy('id', 'desc')
        .offset(count)
        .limit(BATCH)
        .select('id');
    const buried = await retryWhileLocked(() =>
      this.#knex(MESSAGES_TABLE)
        .whereIn('id', beyond(most.waiting).whereNull('dead_at'))
        .update({ dead_at: now, reason: 'too many messages waited' }),
    );
    await retryWhileLocked(() =>
      this.#knex(MESSAGES_TABLE)
        .whereIn('id', beyond(most.dead).whereNotNull('dead_at'))
        .delete(),
    );
    return buried;
  }
}
