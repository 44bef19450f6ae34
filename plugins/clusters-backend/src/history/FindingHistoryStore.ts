import {
  type FindingChange,
  findingChangeSchema,
} from '@clusterworks/plugin-clusters-common';
import type { Knex } from 'knex';
import { retryWhileLocked } from '../database/retryWhileLocked';
import { storableText } from '../database/storableText';
import type { WriteOutcome } from '../database/writeRows';
import { LeaseFence } from '../ownership/LeaseFence';
import type { OpenFinding } from './diffFindings';
import { MAX_CHANGES, MAX_IDENTITIES } from './historyLimits';
import { writeChanges } from './writeChanges';

const TABLE = 'finding_changes';

/** A finding that came or went, as it is written. */
export interface FindingChangeRow extends Omit<FindingChange, 'at'> {
  /** Unique key, so that a change that is written twice is stored once. */
  id: string;
  /** Key of the cluster. */
  identity: string;
  /** Its name, for messages. */
  cluster: string;
  /** Milliseconds since 1970. */
  at: number;
}

interface StoredRow
  extends Omit<FindingChangeRow, 'id' | 'cluster' | 'at' | 'orEarlier'> {
  id: number | string;
  at: number | string;
  /** SQLite has no booleans. */
  or_earlier: boolean | number | null;
}

/** What was recorded of a cluster. */
export interface RecordedFindings {
  /** What came and has not gone, by finding. */
  open: Map<string, OpenFinding>;
  /** The time of the newest change; 0 without any. */
  until: number;
}

/** When findings came and went, in the plugin's database. */
export class FindingHistoryStore {
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

  /** Adds changes, except of clusters that another backend reads by now. */
  async add(
    changes: readonly FindingChangeRow[],
  ): Promise<WriteOutcome<FindingChangeRow>> {
    return await writeChanges(
      this.#fence,
      TABLE,
      changes,
      ({ id: _, cluster: __, title, orEarlier, ...row }) => ({
        ...row,
        or_earlier: orEarlier ?? null,
        title: storableText(title),
      }),
    );
  }

  /**
   * The newest changes of one cluster, the oldest of them first.
   *
   * @param since - milliseconds since 1970
   * @param until - now; leaves out rows that a wrong clock dated in the future
   */
  async read(
    identity: string,
    since: number,
    until: number,
  ): Promise<FindingChange[]> {
    const rows = await retryWhileLocked(() =>
      this.#knex<StoredRow>(TABLE)
        .where({ identity })
        .whereBetween('at', [since, until])
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(MAX_CHANGES),
    );
    return rows.reverse().map(({ at, or_earlier: orEarlier, ...row }) =>
      findingChangeSchema.parse({
        ...row,
        ...(orEarlier ? { orEarlier: true } : {}),
        at: new Date(Number(at)).toISOString(),
      }),
    );
  }

  /** What was recorded, by cluster. */
  async open(
    identities: readonly string[],
  ): Promise<Map<string, RecordedFindings>> {
    const found = new Map<string, RecordedFindings>(
      identities.map(identity => [identity, { open: new Map(), until: 0 }]),
    );
    for (let start = 0; start < identities.length; start += MAX_IDENTITIES) {
      const some = identities.slice(start, start + MAX_IDENTITIES);
      const newest = this.#knex(TABLE)
        .max('id')
        .whereIn('identity', some)
        .groupBy('identity', 'finding');
      const rows = await retryWhileLocked(() =>
        this.#knex<StoredRow>(TABLE)
          .whereIn('id', newest.clone())
          .where('change', 'came'),
      );
      for (const { identity, finding, code, severity, title } of rows) {
        found.get(identity)?.open.set(finding, { code, severity, title });
      }
      const ends: { identity: string; until: number | string }[] =
        await retryWhileLocked(() =>
          this.#knex(TABLE)
            .select('identity')
            .max({ until: 'at' })
            .whereIn('identity', some)
            .groupBy('identity'),
        );
      for (const { identity, until } of ends) {
        Object.assign(found.get(identity) ?? {}, { until: Number(until) });
      }
    }
    return found;
  }
}
