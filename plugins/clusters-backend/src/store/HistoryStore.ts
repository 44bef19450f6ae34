import {
  type HistoryPoint,
  historyPointSchema,
  type HistoryResponse,
  type Verdict,
  verdictSchema,
} from '@clusterworks/plugin-clusters-common';
import type { Knex } from 'knex';

/** A change of a cluster's verdict. */
export interface VerdictChange {
  cluster: string;
  /** Milliseconds since 1970. */
  at: number;
  from?: Verdict;
  to: Verdict;
  headline: string;
}

/** One moment of one cluster. */
export interface ClusterPoint {
  cluster: string;
  /** Milliseconds since 1970. */
  at: number;
  point: Omit<HistoryPoint, 'at'>;
}

/** How long history is kept, in milliseconds. */
export interface HistoryRetention {
  keepMs: number;
  keepChangesMs: number;
}

const DAY_MS = 86_400_000;
/** After a day one point per half hour is enough for a week's trend. */
const COARSE_MS = 1_800_000;
/** SQLite allows 32,766 values per statement; PostgreSQL more. */
const BATCH = 500;
/** Far more verdict changes than a page can show. */
const MAX_CHANGES = 1_000;

/** Trends and verdict changes in the plugin's database. */
export class HistoryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async addPoints(points: readonly ClusterPoint[]): Promise<void> {
    for (let start = 0; start < points.length; start += BATCH) {
      const rows = points
        .slice(start, start + BATCH)
        .map(({ cluster, at, point }) => ({
          cluster,
          at,
          point: JSON.stringify(point),
        }));
      await this.#knex('history_points')
        .insert(rows)
        .onConflict(['cluster', 'at'])
        .merge();
    }
  }

  async addChanges(changes: readonly VerdictChange[]): Promise<void> {
    if (changes.length > 0) {
      await this.#knex('verdict_changes')
        .insert(changes.map(change => ({ from: null, ...change })))
        .onConflict(['cluster', 'at'])
        .merge();
    }
  }

  /** What is remembered of a cluster since a time in milliseconds. */
  async read(cluster: string, since: number): Promise<HistoryResponse> {
    const points = await this.#knex('history_points')
      .where({ cluster })
      .andWhere('at', '>=', since)
      .orderBy('at');
    const changes = await this.#knex('verdict_changes')
      .where({ cluster })
      .andWhere('at', '>=', since)
      .orderBy('at', 'desc')
      .limit(MAX_CHANGES);
    return {
      cluster,
      points: points.map(({ at, point }) =>
        historyPointSchema.parse({ ...JSON.parse(point), at: timeOf(at) }),
      ),
      verdictChanges: changes.reverse().map(({ at, from, to, headline }) => ({
        at: timeOf(at),
        ...(from && { from: verdictSchema.parse(from) }),
        to: verdictSchema.parse(to),
        headline,
      })),
    };
  }

  /** Forgets what is too old, and thins what is older than a day. */
  async prune(now: number, retention: HistoryRetention): Promise<void> {
    const { keepMs, keepChangesMs } = retention;
    await this.#knex('history_points')
      .where('at', '<', now - keepMs)
      .delete();
    await this.#knex('verdict_changes')
      .where('at', '<', now - keepChangesMs)
      .delete();
    await this.#thin(now - DAY_MS);
  }

  /** Of each half hour before a time, keeps the first point of each cluster. */
  async #thin(before: number): Promise<void> {
    // Both engines divide whole numbers without a remainder.
    const bucket = this.#knex.raw(`?? / ${COARSE_MS}`, ['at']);
    const kept = this.#knex('history_points')
      .min('at')
      .where('at', '<', before)
      .groupBy('cluster', bucket);
    await this.#knex('history_points')
      .where('at', '<', before)
      .whereNotIn('at', kept)
      .delete();
  }
}

function timeOf(at: number | string): string {
  return new Date(Number(at)).toISOString();
}
