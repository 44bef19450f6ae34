import { randomUUID } from 'node:crypto';
import {
  type ClusterSource,
  clusterSources,
} from '@clusterworks/plugin-clusters-common';
import type { Knex } from 'knex';
import { databaseTime } from '../database/databaseTime';
import { retryWhileLocked } from '../database/retryWhileLocked';
import type { FoundCluster } from '../discovery/KnownCluster';
import type { ClusterIdentity } from './ClusterIdentity';
import { moveHistory } from './moveHistory';
import { type IdentityPlan, planIdentities } from './planIdentities';

interface IdentityRow {
  id: string;
  number: number | string;
  name: string;
  entity_ref: string;
  owner: string | null;
  source: string | null;
  place: string | null;
  arn: string | null;
  endpoint: string | null;
  named_since: number | string;
  gone_since: number | string | null;
  set_aside: string | null;
}

const TABLE = 'cluster_identities';
const BATCH = 50;

/**
 * The identities of clusters in the database. Backends that share the database
 * agree: each changes identities inside a lock, based on the rows stored at
 * that time.
 */
export class IdentityStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Determines the identities of the clusters that discovery found. */
  async identify(found: readonly FoundCluster[]): Promise<IdentityPlan> {
    const now = await databaseTime(this.#knex);
    const plan = await this.#plan(this.#knex, found, now);
    if (plan.changed.length === 0 && plan.merged.length === 0) {
      return plan;
    }
    return await retryWhileLocked(() =>
      this.#knex.transaction(async transaction => {
        await transaction('identity_changes').increment('count', 1);
        const current = await this.#plan(transaction, found, now);
        await this.#write(transaction, current);
        return current;
      }),
    );
  }

  /** All stored identities, including those of clusters removed recently. */
  async all(knex: Knex = this.#knex): Promise<ClusterIdentity[]> {
    const rows: IdentityRow[] = await retryWhileLocked(() =>
      knex<IdentityRow>(TABLE).select(),
    );
    return rows.map(toIdentity);
  }

  async #plan(
    knex: Knex,
    found: readonly FoundCluster[],
    now: number,
  ): Promise<IdentityPlan> {
    return planIdentities(await this.all(knex), found, now, randomUUID);
  }

  async #write(
    transaction: Knex.Transaction,
    { changed, merged }: IdentityPlan,
  ): Promise<void> {
    for (let start = 0; start < changed.length; start += BATCH) {
      await transaction(TABLE)
        .insert(changed.slice(start, start + BATCH).map(toRow))
        .onConflict('id')
        .merge();
    }
    for (const { from, into } of merged) {
      await moveHistory(transaction, from, into);
      await transaction(TABLE).where({ id: from }).delete();
    }
  }
}

function toIdentity(row: IdentityRow): ClusterIdentity {
  return {
    id: row.id,
    number: Number(row.number),
    name: row.name,
    entityRef: row.entity_ref,
    owner: row.owner ?? undefined,
    source: clusterSources.find(source => source === row.source),
    place: row.place ?? undefined,
    arn: row.arn ?? undefined,
    endpoint: row.endpoint ?? undefined,
    namedSince: Number(row.named_since),
    goneSince: row.gone_since === null ? undefined : Number(row.gone_since),
    setAside: row.set_aside ?? undefined,
  };
}

function toRow(identity: ClusterIdentity): IdentityRow {
  const source: ClusterSource | undefined = identity.source;
  return {
    id: identity.id,
    number: identity.number,
    name: identity.name,
    entity_ref: identity.entityRef,
    owner: identity.owner ?? null,
    source: source ?? null,
    place: identity.place ?? null,
    arn: identity.arn ?? null,
    endpoint: identity.endpoint ?? null,
    named_since: identity.namedSince,
    gone_since: identity.goneSince ?? null,
    set_aside: identity.setAside ?? null,
  };
}
