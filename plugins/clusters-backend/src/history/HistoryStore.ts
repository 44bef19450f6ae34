import {
  type HistoryCell,
  type HistoryPoint,
  historyPointSchema,
  type HistoryResponse,
  type Verdict,
  verdictSchema,
} from '@clusterworks/plugin-clusters-common';
import type { Knex } from 'knex';
import { retryWhileLocked } from '../database/retryWhileLocked';
import { storableText } from '../database/storableText';
import { type WriteOutcome, writeRows } from '../database/writeRows';
import { LeaseFence } from '../ownership/LeaseFence';
import { MAX_CHANGES, MAX_IDENTITIES } from './historyLimits';
import { writeChanges } from './writeChanges';

/** A change of a cluster's verdict. */
export interface VerdictChange {
  /** Unique key, so that a change that is written twice is stored once. */
  id: string;
  /** Key of the cluster. */
  identity: string;
  /** Its name, for messages. */
  cluster: string;
  /** Milliseconds since 1970. */
  at: number;
  from?: Verdict;
  to: Verdict;
  headline: string;
}

/** The recorded values of one cluster at one time. */
export interface ClusterPoint {
  /** Key of the cluster. */
  identity: string;
  /** Its name, for messages. */
  cluster: string;
  /** Milliseconds since 1970. */
  at: number;
  point: Omit<HistoryPoint, 'at'>;
}

/** A row of `history_points` or of `verdict_changes`. */
interface StoredRow {
  identity: string;
  at: number | string;
  point: string;
  from: string | null;
  to: string;
}

const briefPointSchema = historyPointSchema.pick({
  verdict: true,
  podsPending: true,
});

/** What a cell of a strip shows of a point or a change. */
export interface BriefRow extends HistoryCell {
  identity: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Trends and verdict changes in the plugin's database. */
export class HistoryStore {
  readonly #knex: Knex;
  readonly #fence: LeaseFence;

  /**
   * @param owner - id of this backend among those that share the clusters; then
   *   only rows of clusters that it holds a lease for are written
   */
  constructor(knex: Knex, owner?: string) {
    this.#knex = knex;
    this.#fence = new LeaseFence(knex, owner);
  }

  /** Adds points, except of clusters that another backend reads by now. */
  async addPoints(
    points: readonly ClusterPoint[],
  ): Promise<WriteOutcome<ClusterPoint>> {
    return await writeRows(points, rows =>
      this.#fence.write(rows, (knex, own) =>
        knex('history_points')
          .insert(
            own.map(({ identity, at, point }) => ({
              identity,
              at,
              point: JSON.stringify(point),
            })),
          )
          .onConflict(['identity', 'at'])
          .merge(),
      ),
    );
  }

  /** Adds changes, except of clusters that another backend reads by now. */
  async addChanges(
    changes: readonly VerdictChange[],
  ): Promise<WriteOutcome<VerdictChange>> {
    return await writeChanges(
      this.#fence,
      'verdict_changes',
      changes,
      ({ identity, at, from, to, headline }) => ({
        ...{ identity, at, to },
        from: from ?? null,
        headline: storableText(headline),
      }),
    );
  }

  /**
   * The history of one cluster.
   *
   * @param identity - key of the cluster
   * @param since - milliseconds since 1970
   * @param until - now; leaves out rows that a wrong clock dated in the future
   */
  async read(
    identity: string,
    since: number,
    until: number,
  ): Promise<Pick<HistoryResponse, 'points' | 'verdictChanges'>> {
    const points = await retryWhileLocked(() =>
      this.#knex('history_points')
        .where({ identity })
        .whereBetween('at', [since, until])
        .orderBy('at'),
    );
    const changes = await retryWhileLocked(() =>
      this.#knex('verdict_changes')
        .where({ identity })
        .whereBetween('at', [since, until])
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(MAX_CHANGES),
    );
    return {
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

  /** Changes of verdicts of many clusters, the oldest first. */
  async changesOf(
    identities: readonly string[],
    since: number,
    until: number,
  ): Promise<Map<string, Pick<VerdictChange, 'at' | 'from' | 'to'>[]>> {
    const found = new Map<
      string,
      Pick<VerdictChange, 'at' | 'from' | 'to'>[]
    >();
    for (let start = 0; start < identities.length; start += MAX_IDENTITIES) {
      const rows: StoredRow[] = await retryWhileLocked(() =>
        this.#knex<StoredRow>('verdict_changes')
          .whereIn('identity', identities.slice(start, start + MAX_IDENTITIES))
          .whereBetween('at', [since, until])
          .orderBy(['at', 'id'])
          .limit(MAX_CHANGES * MAX_IDENTITIES),
      );
      for (const { identity, at, from, to } of rows) {
        const changes = found.get(identity) ?? [];
        changes.push({
          at: Number(at),
          ...(from && { from: verdictSchema.parse(from) }),
          to: verdictSchema.parse(to),
        });
        found.set(identity, changes);
      }
    }
    return found;
  }

  /**
   * When a cluster became healthy for the first time after a time, in
   * milliseconds since 1970; undefined also for one that was healthy by then.
   */
  async becameHealthy(
    identity: string,
    since: number,
    until: number,
  ): Promise<number | undefined> {
    const firstOf = (to: { to?: Verdict }) =>
      retryWhileLocked<StoredRow | undefined>(() =>
        this.#knex<StoredRow>('verdict_changes')
          .where({ identity, ...to })
          .whereBetween('at', [since, until])
          .orderBy(['at', 'id'])
          .first(),
      );
    const first = await firstOf({});
    if (!first || first.from === 'healthy') {
      return undefined;
    }
    const healthy =
      first.to === 'healthy' ? first : await firstOf({ to: 'healthy' });
    return healthy && Number(healthy.at);
  }

  /** Verdicts and pending pods of many clusters, in no order. */
  async readBriefly(
    identities: readonly string[],
    since: number,
    until: number,
  ): Promise<BriefRow[]> {
    const rowsOf = (table: string): PromiseLike<StoredRow[]> =>
      this.#knex<StoredRow>(table)
        .whereIn('identity', [...identities])
        .whereBetween('at', [since, until]);
    const points = await retryWhileLocked(() => rowsOf('history_points'));
    const changes = await retryWhileLocked(() => rowsOf('verdict_changes'));
    return [
      ...points.map(({ identity, at, point }) => {
        const { verdict, podsPending } = briefPointSchema.parse(
          JSON.parse(point),
        );
        return { identity, at: Number(at), verdict, podsPending };
      }),
      ...changes.map(({ identity, at, to }) => ({
        ...{ identity, at: Number(at) },
        verdict: verdictSchema.parse(to),
      })),
    ];
  }
}

function timeOf(at: number | string): string {
  return new Date(Number(at)).toISOString();
}
