import type { Knex } from 'knex';
import { z } from 'zod';
import { retryWhileLocked } from '../database/retryWhileLocked';
import type { FreezeEnd, FreezeOutcome } from './FreezeEnd';

const TABLE = 'freeze_ends';

const recipientsSchema = z.array(z.string().max(1_000)).max(10);

interface Row {
  identity: string;
  frozen_until: string;
  state: string;
  pull_request_url: string | null;
  problem: string | null;
  recipients: string;
  updated_at: number | string;
}

/**
 * Remembers how freezes were ended, in the plugin's database: a pull request
 * that a person closes is not opened again, and nobody is told twice.
 */
export class FreezeEndStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The last end of a freeze of a cluster. */
  async find(identity: string): Promise<FreezeEnd | undefined> {
    const row = await retryWhileLocked(() =>
      this.#knex<Row>(TABLE).where({ identity }).first(),
    );
    return (
      row && {
        identity,
        until: row.frozen_until,
        outcome: outcomeOf(row),
        recipients: recipientsSchema.parse(JSON.parse(row.recipients)),
        at: Number(row.updated_at),
      }
    );
  }

  /** Remembers an end, in the place of an earlier one of the cluster. */
  async save({ identity, until, outcome, ...end }: FreezeEnd): Promise<void> {
    const row: Row = {
      identity,
      frozen_until: until,
      state: outcome.state,
      pull_request_url:
        outcome.state === 'opened' ? outcome.pullRequestUrl : null,
      problem: outcome.state === 'failed' ? outcome.problem : null,
      recipients: JSON.stringify(end.recipients),
      updated_at: end.at,
    };
    await retryWhileLocked(() =>
      this.#knex<Row>(TABLE).insert(row).onConflict('identity').merge(),
    );
  }

  /** Forgets the ends that were last tried before a time. */
  async forgetBefore(at: number): Promise<void> {
    await retryWhileLocked(() =>
      this.#knex<Row>(TABLE).where('updated_at', '<', at).delete(),
    );
  }
}

function outcomeOf(row: Row): FreezeOutcome {
  switch (row.state) {
    case 'opened':
      return { state: 'opened', pullRequestUrl: row.pull_request_url ?? '' };
    case 'asked':
      return { state: 'asked' };
    default:
      return { state: 'failed', problem: row.problem ?? '' };
  }
}
