import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { databaseTime } from '../database/databaseTime';
import type { ClusterOwnership } from './ClusterOwnership';

/** How long a lease is valid without renewal. */
const LEASE_MS = 15_000;
/** Backends that have not reported for longer are forgotten. */
const FORGET_MS = 60_000;
const BATCH = 200;

/**
 * Distributes the clusters among all backends that use one database, by leases
 * that each backend renews every few seconds. A backend that stops releases its
 * leases; the leases of one that crashes expire, and other backends take the
 * clusters. Each backend gets the same share of the work, not of the clusters:
 * one with 5,000 nodes is as much work as a hundred small ones. Only the database's clock is used, so the backends' clocks need not
 * agree.
 */
export class LeaseOwnership implements ClusterOwnership {
  readonly id: string;
  readonly #knex: Knex;
  readonly #leaseMs: number;
  readonly #weigh: (cluster: string) => number;

  /** @param options - `weigh`: how much work a cluster is; the same by default */
  constructor(
    knex: Knex,
    options: {
      id?: string;
      leaseMs?: number;
      weigh?: (cluster: string) => number;
    } = {},
  ) {
    this.#knex = knex;
    this.id = options.id ?? randomUUID();
    this.#leaseMs = options.leaseMs ?? LEASE_MS;
    this.#weigh = options.weigh ?? (() => 1);
  }

  async settle(clusters: readonly string[]): Promise<ReadonlySet<string>> {
    const now = await databaseTime(this.#knex);
    const backends = await this.#register(now);
    const mine = await this.#renew(now, clusters);
    const share = this.#sum(clusters) / backends;
    const excess = this.#sum(mine) - share;
    if (excess > 0) {
      await this.#give(this.#spare(mine, excess));
    } else {
      await this.#claim(now, clusters, -excess);
    }
    return new Set(await this.#owned());
  }

  async release(): Promise<void> {
    await this.#knex('cluster_leases').where({ owner: this.id }).delete();
    await this.#knex('backends').where({ id: this.id }).delete();
  }

  /** Records that this backend is alive, and counts the backends. */
  async #register(now: number): Promise<number> {
    await this.#knex('backends')
      .insert({ id: this.id, seen_at: now })
      .onConflict('id')
      .merge();
    await this.#knex('backends')
      .where('seen_at', '<', now - FORGET_MS)
      .delete();
    const alive = await this.#knex('backends')
      .where('seen_at', '>=', now - this.#leaseMs)
      .select('id');
    return Math.max(1, alive.length);
  }

  async #renew(now: number, clusters: readonly string[]): Promise<string[]> {
    await this.#knex('cluster_leases')
      .where({ owner: this.id })
      .update({ expires_at: now + this.#leaseMs });
    const there = new Set(clusters);
    const owned = await this.#owned();
    await this.#give(owned.filter(name => !there.has(name)));
    return owned.filter(name => there.has(name));
  }

  async #owned(): Promise<string[]> {
    return await this.#knex('cluster_leases')
      .where({ owner: this.id })
      .pluck('identity');
  }

  async #give(clusters: readonly string[]): Promise<void> {
    if (clusters.length > 0) {
      await this.#knex('cluster_leases')
        .where({ owner: this.id })
        .whereIn('identity', clusters)
        .delete();
    }
  }

  #sum(clusters: readonly string[]): number {
    return clusters.reduce((sum, cluster) => sum + this.#weigh(cluster), 0);
  }

  /**
   * The clusters without which this backend still has its share. Backends that
   * have less than their share claim until they have it, so that every cluster
   * is claimed, and clusters move a limited number of times.
   */
  #spare(mine: readonly string[], excess: number): string[] {
    let left = excess;
    return this.#ordered(mine)
      .reverse()
      .filter(cluster => {
        const weight = this.#weigh(cluster);
        const isSpare = weight <= left;
        left -= isSpare ? weight : 0;
        return isSpare;
      });
  }

  /** Claims free clusters until they are as much work as is missing. */
  async #claim(
    now: number,
    clusters: readonly string[],
    missing: number,
  ): Promise<void> {
    const held = await this.#knex('cluster_leases')
      .where('expires_at', '>=', now)
      .pluck('identity');
    const taken = new Set<string>(held);
    const free = clusters.filter(name => !taken.has(name));
    let left = missing;
    const wanted = this.#ordered(free).filter(cluster => {
      const isWanted = left > 0;
      left -= this.#weigh(cluster);
      return isWanted;
    });
    for (let start = 0; start < wanted.length; start += BATCH) {
      const rows = wanted.slice(start, start + BATCH).map(identity => ({
        identity,
        owner: this.id,
        expires_at: now + this.#leaseMs,
      }));
      // When two backends race, the second finds an unexpired lease and leaves
      // it alone.
      await this.#knex('cluster_leases')
        .insert(rows)
        .onConflict('identity')
        .merge()
        .where('cluster_leases.expires_at', '<', now);
    }
  }

  /**
   * Each backend has its own order, so that two rarely try the same cluster
   * first.
   */
  #ordered(clusters: readonly string[]): string[] {
    const ranks = new Map(clusters.map(name => [name, this.#rank(name)]));
    const rankOf = (name: string) => ranks.get(name) ?? '';
    return [...clusters].sort((left, right) =>
      rankOf(left) < rankOf(right) ? -1 : 1,
    );
  }

  #rank(cluster: string): string {
    const hash = createHash('sha256');
    return hash.update(`${this.id}/${cluster}`).digest('hex');
  }
}
