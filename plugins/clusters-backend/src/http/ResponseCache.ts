import { createHash, randomBytes } from 'node:crypto';
import type {
  FleetQuery,
  FleetResponse,
} from '@clusterworks/plugin-clusters-common';
import { LRUCache } from 'lru-cache';
import { newestRevision } from '../fleet/newestRevision';
import { queryFleet } from '../query/queryFleet';
import type { Visibility } from '../permissions/ClusterAccess';
import { visibleRow } from '../permissions/visibleRow';
import type { FleetStore, FleetEntry } from '../fleet/FleetStore';
import { ResponseBody } from './ResponseBody';

/** Most memory for the bodies of fleet pages, and for those of clusters. */
const MAX_BYTES = 32 * 1024 * 1024;
/** Most cached fleet pages: one per query and set of visible clusters. */
const MAX_FLEET_PAGES = 200;
/**
 * Minimum time between two renewals of an answer about a fleet that changes all
 * the time.
 */
const MIN_AGE_MS = 100;
/**
 * An unchanged answer is renewed after this time, because it contains times.
 */
const MAX_AGE_MS = 30_000;

interface CachedBody {
  revision: number;
  /**
   * When the answer was last found to be current, in milliseconds since 1970.
   */
  at: number;
  /** When the answer was made. */
  writtenAt: number;
  body: ResponseBody;
}

const sizedByBody = {
  maxSize: MAX_BYTES,
  sizeCalculation: ({ body }: CachedBody) => Math.max(1, body.heldBytes),
};

/**
 * Caches the answers to pages: one per cluster and revision, and one per query
 * and set of visible clusters. A thousand people who look at the same page cost
 * as much as one.
 */
export class ResponseCache {
  readonly #fleet: FleetStore;
  /**
   * Part of each ETag, because revisions of an earlier process may mean other
   * content.
   */
  readonly #boot = randomBytes(4).toString('base64url');
  readonly #clusters = new LRUCache<string, CachedBody>(sizedByBody);
  readonly #fleets = new LRUCache<string, CachedBody>({
    ...sizedByBody,
    max: MAX_FLEET_PAGES,
  });

  constructor(fleet: FleetStore) {
    this.#fleet = fleet;
    fleet.onRemove(cluster => this.#clusters.delete(cluster));
  }

  /** The memory that all cached bodies take, in bytes. */
  get heldBytes(): number {
    return this.#clusters.calculatedSize + this.#fleets.calculatedSize;
  }

  cluster(entry: FleetEntry, visibility: Visibility): ResponseBody {
    const { cluster, revision } = entry;
    const row = visibleRow(entry, visibility);
    if (row !== entry.row) {
      // This answer is rarely needed, so it is not cached.
      const etag = `W/"${this.#boot}-${revision}-masked"`;
      return new ResponseBody(entry.body.toBytes(row), etag);
    }
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
      .map(entry => visibleRow(entry, visibility));
    const page: FleetResponse = {
      revision: newestRevision(rows),
      ...queryFleet(rows, query),
    };
    const etag = this.#tagOf(page);
    const kept = recent && cached.body.etag === etag ? cached : undefined;
    const body =
      kept?.body ?? new ResponseBody(Buffer.from(JSON.stringify(page)), etag);
    const writtenAt = kept?.writtenAt ?? now;
    this.#fleets.set(key, { revision, at: now, writtenAt, body });
    return body;
  }

  /**
   * ETag that stays the same while the same revisions of the same rows are
   * shown.
   */
  #tagOf({ totals, items, nextCursor }: FleetResponse): string {
    const hash = createHash('sha256');
    hash.update(JSON.stringify([this.#boot, totals, nextCursor]));
    for (const { name, revision, otherClaims } of items) {
      const claims = otherClaims ? JSON.stringify(otherClaims) : '';
      hash.update(`${name}:${revision}${claims};`);
    }
    return `W/"${hash.digest('base64url').slice(0, 20)}"`;
  }
}
