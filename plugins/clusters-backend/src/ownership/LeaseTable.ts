import type { Knex } from 'knex';
import type { LeaseTableView } from './LeasePlan';

/** Backends that have not reported for longer are forgotten. */
const FORGET_MS = 60_000;
const BATCH = 200;
/** A lease that no backend is about to take over. */
const NO_HEIR = { heir: null, heir_until: null };

interface LeaseRow {
  identity: string;
  owner: string;
  expires_at: number | string;
  heir: string | null;
  heir_until: number | string | null;
}

/** The leases in the database, as one backend reads and changes them. */
export class LeaseTable {
  readonly #knex: Knex;
  readonly #me: string;
  readonly #leaseMs: number;

  /**
   * @param me - id of this backend
   * @param leaseMs - how long a lease is valid without renewal
   */
  constructor(knex: Knex, me: string, leaseMs: number) {
    this.#knex = knex;
    this.#me = me;
    this.#leaseMs = leaseMs;
  }

  /** Records that this backend is alive, or leaves, and renews what it has. */
  async renew(now: number, leaving: boolean): Promise<void> {
    const until = now + this.#leaseMs;
    await this.#knex('backends')
      .insert({ id: this.#me, seen_at: now, leaving })
      .onConflict('id')
      .merge();
    await this.#knex('backends')
      .where('seen_at', '<', now - FORGET_MS)
      .delete();
    await this.#leases().where({ owner: this.#me }).update({
      expires_at: until,
    });
    await this.#leases()
      .where({ heir: this.#me })
      .update(leaving ? NO_HEIR : { heir_until: until });
  }

  /**
   * All leases, and all backends that reported while a lease is valid.
   *
   * @param silentMs - a backend that has not reported for longer counts as one
   *   that leaves, although its leases are still valid
   */
  async read(now: number, silentMs: number): Promise<LeaseTableView> {
    const rows = await this.#knex('backends').select(
      ...['id', 'seen_at', 'leaving'],
    );
    const backends = rows
      .filter(row => now - Number(row.seen_at) <= this.#leaseMs)
      .map(row => ({
        id: row.id,
        leaving: Boolean(row.leaving) || now - Number(row.seen_at) > silentMs,
      }));
    const stay = new Set(
      backends.filter(({ leaving }) => !leaving).map(({ id }) => id),
    );
    const leases: LeaseRow[] = await this.#leases().select(
      ...['identity', 'owner', 'expires_at', 'heir', 'heir_until'],
    );
    return {
      backends,
      leases: leases.map(row => ({
        identity: row.identity,
        owner: row.owner,
        expired: Number(row.expires_at) < now,
        heir:
          row.heir && stay.has(row.heir) && Number(row.heir_until) >= now
            ? row.heir
            : undefined,
      })),
    };
  }

  /** Takes clusters that nobody reads; leaves those alone that others took. */
  async claim(now: number, clusters: readonly string[]): Promise<void> {
    for (const some of batches(clusters)) {
      const rows = some.map(identity => ({
        ...{ identity, owner: this.#me, expires_at: now + this.#leaseMs },
        ...NO_HEIR,
      }));
      await this.#leases()
        .insert(rows)
        .onConflict('identity')
        .merge()
        .where('cluster_leases.expires_at', '<', now);
    }
  }

  /** Becomes the heir of clusters that have none. */
  async inherit(now: number, clusters: readonly string[]): Promise<void> {
    const heir = { heir: this.#me, heir_until: now + this.#leaseMs };
    for (const some of batches(clusters)) {
      await this.#leases()
        .whereIn('identity', some)
        .whereNot({ owner: this.#me })
        .where(free => free.whereNull('heir').orWhere('heir_until', '<', now))
        .update(heir);
    }
  }

  /** Takes clusters over of which this backend is the heir. */
  async take(now: number, clusters: readonly string[]): Promise<void> {
    const taken = { owner: this.#me, expires_at: now + this.#leaseMs };
    for (const some of batches(clusters)) {
      await this.#leases()
        .whereIn('identity', some)
        .where({ heir: this.#me })
        .update({ ...taken, ...NO_HEIR });
    }
  }

  /** Leaves clusters to their owners of which this backend is the heir. */
  async disinherit(clusters: readonly string[]): Promise<void> {
    for (const some of batches(clusters)) {
      await this.#leases()
        .whereIn('identity', some)
        .where({ heir: this.#me })
        .update(NO_HEIR);
    }
  }

  /** Gives up clusters of this backend. */
  async give(clusters: readonly string[]): Promise<void> {
    for (const some of batches(clusters)) {
      await this.#leases()
        .where({ owner: this.#me })
        .whereIn('identity', some)
        .delete();
    }
  }

  /**
   * Gives up all clusters, to their heirs where those are alive, and is no
   * backend any more.
   *
   * @param silentMs - an heir that has not reported for longer counts as dead
   */
  async release(now: number, silentMs: number): Promise<void> {
    const mine = () => this.#leases().where({ owner: this.#me });
    await this.#leases().where({ heir: this.#me }).update(NO_HEIR);
    await mine()
      .where('heir_until', '>=', now)
      .whereIn(
        'heir',
        this.#knex('backends')
          .where('seen_at', '>=', now - silentMs)
          .select('id'),
      )
      .update({
        owner: this.#knex.ref('heir'),
        expires_at: now + this.#leaseMs,
        ...NO_HEIR,
      });
    await mine().delete();
    await this.#knex('backends').where({ id: this.#me }).delete();
  }

  #leases() {
    return this.#knex<LeaseRow>('cluster_leases');
  }
}

function batches(clusters: readonly string[]): string[][] {
  return Array.from(
    { length: Math.ceil(clusters.length / BATCH) },
    (_, index) => clusters.slice(index * BATCH, (index + 1) * BATCH),
  );
}
