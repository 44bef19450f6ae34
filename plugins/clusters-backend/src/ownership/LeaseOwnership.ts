import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { databaseTime } from '../database/databaseTime';
import type {
  ClusterOwnership,
  OwnClusters,
  ReadingProgress,
} from './ClusterOwnership';
import { LeaseTable, type LeaseTableView } from './LeaseTable';
import { planLeases } from './planLeases';

/** How long a lease is valid without renewal. */
const LEASE_MS = 15_000;
/**
 * Share of that time after which the clusters of a backend that does not report
 * are read by others already, which take them over when the leases expire.
 */
const SILENT = 0.5;

/**
 * Distributes the clusters among all backends that use one database, by leases
 * that each backend renews every few seconds. Each backend gets the same share
 * of the work, not of the clusters: one with 5,000 nodes is as much work as a
 * hundred small ones.
 *
 * A cluster moves from one backend to another without a gap: its heir reads it
 * first, and then takes the lease. The leases of a backend that crashes expire.
 * Only the database's clock is used, so the backends' clocks need not agree.
 */
export class LeaseOwnership implements ClusterOwnership {
  readonly id: string;
  readonly #knex: Knex;
  readonly #table: LeaseTable;
  readonly #weigh: (cluster: string) => number;
  readonly #silentMs: number;
  #leaving = false;
  /** When this backend last reported, by the database's clock. */
  #reportedAt = -Infinity;

  /** @param options - `weigh`: how much work a cluster is; the same by default */
  constructor(
    knex: Knex,
    options: {
      id?: string;
      leaseMs?: number;
      weigh?: (cluster: string) => number;
    } = {},
  ) {
    const { leaseMs = LEASE_MS } = options;
    this.#knex = knex;
    this.id = options.id ?? randomUUID();
    this.#silentMs = SILENT * leaseMs;
    this.#table = new LeaseTable(knex, this.id, leaseMs);
    this.#weigh = options.weigh ?? (() => 1);
  }

  async settle(
    clusters: readonly string[],
    progress: ReadingProgress,
  ): Promise<OwnClusters> {
    const now = await databaseTime(this.#knex);
    // When this backend could not report, the database was away, and the others
    // could not either.
    const couldReport = now - this.#reportedAt < this.#silentMs;
    const silentMs = couldReport ? this.#silentMs : Infinity;
    await this.#table.renew(now, this.#leaving);
    this.#reportedAt = now;
    const seen = await this.#table.read(now, silentMs);
    const hasChanged = await this.#change(now, seen, clusters, progress);
    const { leases } = hasChanged
      ? await this.#table.read(now, silentMs)
      : seen;
    const ofMine = (which: 'owner' | 'heir') =>
      leases
        .filter(lease => lease[which] === this.id)
        .map(({ identity }) => identity);
    const coming = ofMine('heir');
    return {
      owned: new Set(ofMine('owner')),
      coming: new Set(coming),
      isMoving: hasChanged || coming.length > 0,
      hasOthers: seen.backends.some(
        ({ id, leaving }) => id !== this.id && !leaving,
      ),
    };
  }

  leave(): void {
    this.#leaving = true;
  }

  async release(): Promise<void> {
    await this.#table.release(await databaseTime(this.#knex));
  }

  /** Returns whether it changed any lease. */
  async #change(
    now: number,
    { backends, leases }: LeaseTableView,
    clusters: readonly string[],
    progress: ReadingProgress,
  ): Promise<boolean> {
    const there = new Set(clusters);
    const gone = leases
      .filter(
        ({ identity, owner }) => owner === this.id && !there.has(identity),
      )
      .map(({ identity }) => identity);
    const staying = new Set(
      backends.filter(({ leaving }) => !leaving).map(({ id }) => id),
    );
    const read = leases
      .filter(({ heir }) => heir === this.id)
      .filter(
        ({ identity, owner, expired }) =>
          expired || progress.isRead(identity, !staying.has(owner)),
      )
      .map(({ identity }) => identity);
    const plan = planLeases({ backends, leases, clusters, weigh: this.#weigh });
    const { claim = [], inherit = [], move = [] } = plan.get(this.id) ?? {};
    const { room, roomToMove } = progress;
    const begun = [
      claim.slice(0, room),
      [
        ...inherit.slice(0, Math.max(0, room - claim.length)),
        ...move.slice(0, roomToMove),
      ],
    ];
    await this.#table.give(gone);
    await this.#table.take(now, read);
    await this.#table.claim(now, begun[0]);
    await this.#table.inherit(now, begun[1]);
    return [gone, read, ...begun].some(({ length }) => length > 0);
  }
}
