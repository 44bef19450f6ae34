import { createHash, randomBytes } from 'node:crypto';
import type {
  FleetQuery,
  FleetResponse,
} from '@clusterworks/plugin-clusters-common';
import { queryFleet } from '../query/queryFleet';
import type { Visibility } from '../permissions/ClusterAccess';
import type { FleetStore, FleetEntry } from '../fleet/FleetStore';
import { ResponseBody } from './ResponseBody';

/** Pages of fleets that are kept ready; each is some ten kilobytes. */
const CAPACITY = 200;
/** A fleet that changes all the time is written anew no more often. */
const MIN_AGE_MS = 100;
/** After so long even an unchanged answer is written anew, for its times. */
const MAX_AGE_MS = 30_000;

interface CachedBody {
  revision: number;
  /** When it was last found to be right, in milliseconds since 1970. */
  at: number;
  /** When it was written. */
  writtenAt: number;
  body: ResponseBody;
}

/**
 * What is sent to pages, kept ready: one per cluster and revision, and one per set of visible
 * clusters and query. A thousand people who look at the same cost as much as
 * one.
 */
export class ResponseCache {
  readonly #fleet: FleetStore;
  /** Tags of an earlier process say nothing about ours. */
  readonly #boot = randomBytes(4).toString('base64url');
  readonly #clusters = new Map<string, CachedBody>();
  readonly #fleets = new Map<string, CachedBody>();

  constructor(fleet: FleetStore) {
    this.#fleet = fleet;
    fleet.onRemove(cluster => this.#clusters.delete(cluster));
  }

  cluster(entry: FleetEntry): ResponseBody {
    const { cluster, revision } = entry;
    const now = Date.now();
    const cached = this.#clusters.get(cluster.name);
    if (cached?.revision === revision && now - cached.writtenAt < MAX_AGE_MS) {
      return cached.body;
    }
    const etag = `W/"${this.#boot}-${revision}"`;
    const body = new ResponseBody(entry.body.toBytes(), etag);
    this.#clusters.set(cluster.name, {
      revision,
      at: now,
      writtenAt: now,
      body,
    });
    return body;
  }

  fleet(visibility: Visibility, query: FleetQuery): ResponseBody {
    const key = JSON.stringify([visibility.key, query]);
    const { revision } = this.#fleet;
    const now = Date.now();
    const cached = this.#fleets.get(key);
    const recent = cached && now - cached.writtenAt < MAX_AGE_MS;
    const fresh =
      recent && (cached.revision === revision || now - cached.at < MIN_AGE_MS);
    if (fresh) {
      return cached.body;
    }
    const rows = this.#fleet.entries
      .filter(({ cluster }) => visibility.sees(cluster))
      .map(({ row }) => row);
    const page: FleetResponse = { revision, ...queryFleet(rows, query) };
    const etag = this.#tagOf(page);
    const kept = recent && cached.body.etag === etag ? cached : undefined;
    const body =
      kept?.body ?? new ResponseBody(Buffer.from(JSON.stringify(page)), etag);
    const writtenAt = kept?.writtenAt ?? now;
    this.#keep(key, { revision, at: now, writtenAt, body });
    return body;
  }

  /** The same as long as the same revisions of the same rows are shown. */
  #tagOf({ totals, items, nextCursor }: FleetResponse): string {
    const hash = createHash('sha256');
    hash.update(JSON.stringify([this.#boot, totals, nextCursor]));
    for (const { name, revision } of items) {
      hash.update(`${name}:${revision};`);
    }
    return `W/"${hash.digest('base64url').slice(0, 20)}"`;
  }

  #keep(key: string, entry: CachedBody): void {
    this.#fleets.delete(key);
    this.#fleets.set(key, entry);
    if (this.#fleets.size > CAPACITY) {
      const [oldest] = this.#fleets.keys();
      this.#fleets.delete(oldest);
    }
  }
}
