import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { z } from 'zod';
import { retryWhileLocked } from '../database/retryWhileLocked';
import { isOver, type WaveState, waveStateSchema } from './machine/WaveState';

const WAVES = 'cluster_waves';
const MEMBERS = 'cluster_wave_members';
const OVER = ['stopped', 'done'];
/** Waves that are listed at most. */
const MAX_LISTED = 200;
/** Two writers meet now and then; more meetings in a row are a fault. */
const MAX_TRIES = 20;

interface WaveRow {
  id: string;
  status: string;
  revision: number;
  state: string;
  started_at: number | string;
}

/**
 * The waves in the plugin's database. Each change starts with what is stored: a
 * person, and several backends, change the same wave.
 */
export class WaveStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Stores a new wave.
   *
   * @throws ConflictError when a cluster is in another wave that is not over
   */
  async create(wave: WaveState): Promise<void> {
    await retryWhileLocked(() =>
      this.#knex.transaction(async transaction => {
        // In one order: two that begin at the same time never wait for each
        // other's rows.
        const members = wave.steps
          .map(({ identity }) => identity)
          .sort()
          .map(identity => ({ identity, wave_id: wave.id }));
        await transaction(MEMBERS)
          .insert(members)
          .onConflict('identity')
          .ignore();
        const own = new Set<string>(
          await transaction(MEMBERS)
            .where({ wave_id: wave.id })
            .pluck('identity'),
        );
        const taken = wave.steps.filter(({ identity }) => !own.has(identity));
        if (taken.length > 0) {
          const names = taken.map(({ cluster }) => cluster).join(', ');
          throw new ConflictError(`Another wave has ${names}`);
        }
        await transaction<WaveRow>(WAVES).insert({
          ...rowOf(wave),
          revision: 1,
        });
      }),
    );
  }

  /** The waves that are not over, then the newest of the others. */
  async list(): Promise<WaveState[]> {
    const open = await this.unfinished();
    const over: WaveRow[] = await retryWhileLocked(() =>
      this.#knex<WaveRow>(WAVES)
        .whereIn('status', OVER)
        .orderBy('started_at', 'desc')
        .limit(MAX_LISTED),
    );
    return [...open, ...over.flatMap(row => parse(row) ?? [])].slice(
      0,
      MAX_LISTED,
    );
  }

  /** The waves that are not over, the newest first. */
  async unfinished(): Promise<WaveState[]> {
    const rows: WaveRow[] = await retryWhileLocked(() =>
      this.#knex<WaveRow>(WAVES)
        .whereNotIn('status', OVER)
        .orderBy('started_at', 'desc')
        .select(),
    );
    return rows.flatMap(row => parse(row) ?? []);
  }

  /** @throws NotFoundError when there is no such wave */
  async get(id: string): Promise<WaveState> {
    return (await this.#read(id)).wave;
  }

  /** The waves that are not over and have a cluster, by its identity. */
  async wavesOf(): Promise<ReadonlyMap<string, string>> {
    const rows: { identity: string; wave_id: string }[] =
      await retryWhileLocked(() =>
        this.#knex(MEMBERS).select('identity', 'wave_id'),
      );
    return new Map(rows.map(row => [row.identity, row.wave_id]));
  }

  /**
   * Changes a wave from what is stored. When another writer was faster, the
   * change is made again from what that one stored.
   *
   * @param change - gives the same wave when nothing changes
   * @throws NotFoundError when there is no such wave, and what `change` throws
   */
  async update(
    id: string,
    change: (wave: WaveState) => WaveState,
  ): Promise<WaveState> {
    for (let run = 1; run <= MAX_TRIES; run += 1) {
      const { wave, revision } = await this.#read(id);
      const next = change(wave);
      if (next === wave || (await this.#write(next, revision))) {
        return next;
      }
    }
    throw new ConflictError(`Wave ${id} is being changed by others: try again`);
  }

  /** Deletes waves that are over and were started before a time. */
  async prune(before: number): Promise<void> {
    await retryWhileLocked(() =>
      this.#knex(WAVES)
        .whereIn('status', OVER)
        .where('started_at', '<', before)
        .delete(),
    );
  }

  async #read(id: string): Promise<{ wave: WaveState; revision: number }> {
    const row = await retryWhileLocked<WaveRow | undefined>(() =>
      this.#knex<WaveRow>(WAVES).where({ id }).first(),
    );
    const wave = row && parse(row);
    if (!wave) {
      throw new NotFoundError(`No wave "${id.slice(0, 40)}"`);
    }
    return { wave, revision: row.revision };
  }

  async #write(wave: WaveState, revision: number): Promise<boolean> {
    return await retryWhileLocked(() =>
      this.#knex.transaction(async transaction => {
        const written = await transaction<WaveRow>(WAVES)
          .where({ id: wave.id, revision })
          .update({ ...rowOf(wave), revision: revision + 1 });
        if (written > 0 && isOver(wave)) {
          await transaction(MEMBERS).where({ wave_id: wave.id }).delete();
        }
        return written > 0;
      }),
    );
  }
}

/** @throws Error for a wave that could not be read again */
function rowOf(wave: WaveState): Omit<WaveRow, 'revision'> {
  const { data, error } = waveStateSchema.safeParse(wave);
  if (!data) {
    throw new Error(
      `Wave ${wave.id.slice(0, 40)} is not stored: ${z.prettifyError(error)}`,
    );
  }
  const { id, status, startedAt } = data;
  return { id, status, state: JSON.stringify(data), started_at: startedAt };
}

/** A wave that another version stored and this one cannot read is left alone. */
function parse({ state }: WaveRow): WaveState | undefined {
  try {
    return waveStateSchema.safeParse(JSON.parse(state)).data;
  } catch {
    return undefined;
  }
}
