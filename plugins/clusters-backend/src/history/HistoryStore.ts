import {
  type HistoryPoint,
  historyPointSchema,
  type HistoryResponse,
  type Verdict,
  verdictSchema,
} from '@clusterworks/plugin-clusters-common';
import type { Knex } from 'knex';
import { retryWhileLocked } from '../database/retryWhileLocked';
import { type WriteOutcome, writeRows } from '../database/writeRows';

/** A change of a cluster's verdict. */
export interface VerdictChange {
  /** Tells it from all others, also when it is written twice. */
  id: string;
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

/** Far more verdict changes than a page can show. */
const MAX_CHANGES = 1_000;
/** Longer than any headline of ours. */
const MAX_HEADLINE = 1_000;

/** Trends and verdict changes in the plugin's database. */
export class HistoryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async addPoints(
    points: readonly ClusterPoint[],
  ): Promise<WriteOutcome<ClusterPoint>> {
    return await writeRows(points, rows =>
      retryWhileLocked(() =>
        this.#knex('history_points')
          .insert(
            rows.map(({ cluster, at, point }) => ({
              cluster,
              at,
              point: JSON.stringify(point),
            })),
          )
          .onConflict(['cluster', 'at'])
          .merge(),
      ),
    );
  }

  async addChanges(
    changes: readonly VerdictChange[],
  ): Promise<WriteOutcome<VerdictChange>> {
    return await writeRows(changes, rows =>
      retryWhileLocked(() =>
        this.#knex('verdict_changes')
          .insert(
            rows.map(({ id, from, headline, ...change }) => ({
              ...change,
              change_id: id,
              from: from ?? null,
              headline: storableText(headline),
            })),
          )
          .onConflict('change_id')
          .ignore(),
      ),
    );
  }

  /**
   * What is remembered of a cluster.
   *
   * @param since - milliseconds since 1970
   * @param until - now: what a wrong clock wrote into the future is left out
   */
  async read(
    cluster: string,
    since: number,
    until: number,
  ): Promise<HistoryResponse> {
    const points = await retryWhileLocked(() =>
      this.#knex('history_points')
        .where({ cluster })
        .whereBetween('at', [since, until])
        .orderBy('at'),
    );
    const changes = await retryWhileLocked(() =>
      this.#knex('verdict_changes')
        .where({ cluster })
        .whereBetween('at', [since, until])
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(MAX_CHANGES),
    );
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
}

function timeOf(at: number | string): string {
  return new Date(Number(at)).toISOString();
}

/** Without NUL, which PostgreSQL takes in no text, and not without end. */
function storableText(text: string): string {
  return text.replaceAll('\0', '').slice(0, MAX_HEADLINE);
}
