import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { databaseTime } from '../database/databaseTime';
import type {
  ClusterOwnership,
  OwnClusters,
  ReadingProgress,
} from './ClusterOwnership';
import type { Lease, LeaseTableView } from './LeasePlan';
import { LeaseTable } from './LeaseTable';
import { planLeases } from './planLeases';

/** How long a lease is valid without renewal. */
const LEASE_MS = 15_000;
/**
 * Share of that time after which the clusters of a backend that does not report
 * are read by others, which take them over when they have read them.
 */
const SILENT = 0.5;
/**
 * So often a cluster may be found without an owner before every backend claims
 * it: the one that should may not know the cluster.
 */
const MOST_FREE = 5;
/** A cluster that could not be read is not tried again for so long. */
const REFUSED_MS = 600_000;

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
  /** Whether it waited for the others to report; at first it need not. */
  #hasWaited = true;
  /** How often in a row clusters were found without an owner. */
  #free: ReadonlyMap<string, number> = new Map();
  /** Until when clusters that could not be read are left to their owners. */
  readonly #refused = new Map<string, number>();

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
    // When this backend could not report, the database was away: the others
    // could not either, and report before this one looks again.
    const couldReport = now - this.#reportedAt < this.#silentMs;
    const silentMs = couldReport ? this.#silentMs : Infinity;
    const mayAct = couldReport || this.#hasWaited;
    this.#hasWaited = !mayAct;
    await this.#table.renew(now, this.#leaving);
    this.#reportedAt = now;
    const seen = await this.#table.read(now, silentMs);
    const hasChanged =
      mayAct && (await this.#change(now, seen, clusters, progress));
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
      isMoving:
        hasChanged ||
        coming.length > 0 ||
        leases.some(({ owner, heir }) => owner === this.id && heir),
      hasOthers: seen.backends.some(
        ({ id, leaving }) => id !== this.id && !leaving,
      ),
    };
  }

  leave(): void {
    this.#leaving = true;
  }

  async release(): Promise<void> {
    const now = await databaseTime(this.#knex);
    await this.#table.release(now, this.#silentMs);
  }

  /** Returns whether it changed any lease. */
  async #change(
    now: number,
    view: LeaseTableView,
    clusters: readonly string[],
    progress: ReadingProgress,
  ): Promise<boolean> {
    const there = new Set(clusters);
    const gone = view.leases
      .filter(
        ({ identity, owner }) => owner === this.id && !there.has(identity),
      )
      .map(({ identity }) => identity);
    const { left, read } = this.#heirships(view, there, progress);
    left.forEach(identity => this.#refused.set(identity, now + REFUSED_MS));
    const { claim, inherit } = this.#toBegin(now, view, clusters, progress);
    await this.#table.give(gone);
    await this.#table.disinherit(left);
    await this.#table.take(now, read);
    await this.#table.claim(now, claim);
    await this.#table.inherit(now, inherit);
    return [gone, left, read, claim, inherit].some(({ length }) => length > 0);
  }

  /**
   * Which of the clusters that this backend inherits it can take over now, and
   * which it leaves to their owners.
   */
  #heirships(
    { backends, leases }: LeaseTableView,
    there: ReadonlySet<string>,
    progress: ReadingProgress,
  ): { left: string[]; read: string[] } {
    const staying = new Set(
      backends.filter(({ leaving }) => !leaving).map(({ id }) => id),
    );
    const left: string[] = [];
    const read: string[] = [];
    for (const { identity, owner, heir, expired } of leases) {
      const isUrgent = !staying.has(owner);
      if (heir !== this.id) {
        continue;
      }
      if (!there.has(identity)) {
        left.push(identity);
      } else if (expired || progress.isRead(identity, isUrgent)) {
        read.push(identity);
      } else if (!isUrgent && progress.cannotRead(identity)) {
        left.push(identity);
      }
    }
    return { left, read };
  }

  /** The clusters that this backend begins to read, as far as it has room. */
  #toBegin(
    now: number,
    { backends, leases }: LeaseTableView,
    clusters: readonly string[],
    { room, roomToMove }: ReadingProgress,
  ): { claim: string[]; inherit: string[] } {
    const plan = planLeases({ backends, leases, clusters, weigh: this.#weigh });
    const { claim = [], inherit = [], move = [] } = plan.get(this.id) ?? {};
    const leftFree = this.#leftFree(leases, clusters);
    this.#refused.forEach((until, identity) => {
      if (until < now) {
        this.#refused.delete(identity);
      }
    });
    const movable = move.filter(identity => !this.#refused.has(identity));
    return {
      claim: [...new Set([...claim, ...leftFree])].slice(0, room),
      inherit: [
        ...inherit.slice(0, Math.max(0, room - claim.length)),
        ...movable.slice(0, roomToMove),
      ],
    };
  }

  /** The clusters that nobody has claimed for some distributions. */
  #leftFree(leases: readonly Lease[], clusters: readonly string[]): string[] {
    const held = new Set(
      leases
        .filter(({ expired, heir }) => !expired || heir)
        .map(({ identity }) => identity),
    );
    this.#free = new Map(
      clusters
        .filter(cluster => !held.has(cluster))
        .map(cluster => [cluster, (this.#free.get(cluster) ?? 0) + 1]),
    );
    return [...this.#free]
      .filter(([, times]) => times > MOST_FREE && !this.#leaving)
      .map(([cluster]) => cluster);
  }
}
