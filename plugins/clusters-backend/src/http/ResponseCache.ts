import { randomBytes } from 'node:crypto';
import type { FleetQuery } from '@clusterworks/plugin-clusters-common';
import { LRUCache } from 'lru-cache';
import { newestRevision } from '../fleet/newestRevision';
import { queryFleet } from '../query/queryFleet';
import type { Visibility } from '../permissions/ClusterAccess';
import { visibleRow } from '../permissions/visibleRow';
import type { FleetStore, FleetEntry } from '../fleet/FleetStore';
import { FleetPage, type PageRows } from './FleetPage';
import { ResponseBody } from './ResponseBody';

/** Most memory for the bodies of fleet pages, and for those of clusters. */
const MAX_BYTES = 32 * 1024 * 1024;
/** Most cached fleet pages: one per query and set of visible clusters. */
const MAX_FLEET_PAGES = 200;
/**
 * Most memory for what earlier fleet pages contained, and for answers with the
 * changes since them.
 */
const MAX_EARLIER_BYTES = 8 * 1024 * 1024;
/**
 * Minimum time between two renewals of an answer about a fleet that changes all
 * the time.
 */
const MIN_AGE_MS = 100;
/**
 * An unchanged answer is renewed after this time, because it contains times. It
 * is not kept any longer either.
 */
const MAX_AGE_MS = 30_000;

interface CachedBody {
  revision: number;
  body: ResponseBody;
}

interface CachedPage {
  revision: number;
  /** When the page was last found to be current. */
  at: number;
  /** When the page was made: asking for it again keeps it longer. */
  writtenAt: number;
  page: FleetPage;
}

/** Removes an answer when it is too old, not only when it is asked for. */
const SHORT_LIVED = {
  ttl: MAX_AGE_MS,
  ttlAutopurge: true,
  perf: { now: () => Date.now() },
};

const sizeOf = (body: ResponseBody) => Math.max(1, body.heldBytes);

/**
 * Caches the answers to pages: one per cluster and revision, and one per query
 * and set of visible clusters. A thousand people who look at the same page cost
 * as much as one. Who has an earlier page of this process gets the changes since
 * then, whichever query it answered; the rows themselves are compared, because
 * no revision says what a caller of another replica has seen.
 */
export class ResponseCache {
  readonly #fleet: FleetStore;
  /**
   * Part of each ETag, because revisions of an earlier process may mean other
   * content.
   */
  readonly #boot = randomBytes(4).toString('base64url');
  readonly #clusters = new LRUCache<string, CachedBody>({
    ...SHORT_LIVED,
    maxSize: MAX_BYTES,
    sizeCalculation: ({ body }) => sizeOf(body),
  });
  readonly #fleets = new LRUCache<string, CachedPage>({
    ...SHORT_LIVED,
    max: MAX_FLEET_PAGES,
    maxSize: MAX_BYTES,
    sizeCalculation: ({ page }) => sizeOf(page.body),
  });
  /** The rows of earlier pages, by version. */
  readonly #earlier = new LRUCache<string, PageRows>({
    maxSize: MAX_EARLIER_BYTES,
    sizeCalculation: FleetPage.weigh,
  });
  /** By the versions of both pages. */
  readonly #changes = new LRUCache<string, ResponseBody>({
    maxSize: MAX_EARLIER_BYTES,
    sizeCalculation: sizeOf,
  });

  constructor(fleet: FleetStore) {
    this.#fleet = fleet;
    fleet.onRemove(cluster => this.#clusters.delete(cluster));
  }

  /** The memory that all cached bodies take, in bytes. */
  get heldBytes(): number {
    return [this.#clusters, this.#fleets, this.#earlier, this.#changes].reduce(
      (sum, { calculatedSize }) => sum + calculatedSize,
      0,
    );
  }

  cluster(entry: FleetEntry, visibility: Visibility): ResponseBody {
    const { cluster, revision } = entry;
    const row = visibleRow(entry, visibility);
    if (row !== entry.row) {
      // This answer is rarely needed, so it is not cached.
      const etag = `W/"${this.#boot}-${revision}-masked"`;
      return new ResponseBody(entry.body.toBytes(row), etag);
    }
    const cached = this.#clusters.get(cluster.name);
    if (cached?.revision === revision) {
      return cached.body;
    }
    const etag = `W/"${this.#boot}-${revision}"`;
    const body = new ResponseBody(entry.body.toBytes(), etag);
    this.#clusters.set(cluster.name, { revision, body });
    return body;
  }

  /**
   * @param since - the version of a page that the caller has; without one, or
   *   when it is not known any more, the answer is the whole page
   */
  fleet(
    visibility: Visibility,
    query: FleetQuery,
    since?: string,
  ): ResponseBody {
    const page = this.#page(visibility, query);
    const earlier = since === undefined ? undefined : this.#earlier.get(since);
    if (since === undefined || !earlier) {
      return page.body;
    }
    const key = `${since} ${page.version}`;
    const body =
      this.#changes.get(key) ?? page.changesSince(since, earlier) ?? page.body;
    if (body !== page.body) {
      this.#changes.set(key, body);
    }
    return body;
  }

  #page(visibility: Visibility, query: FleetQuery): FleetPage {
    const key = JSON.stringify([visibility.key, query]);
    const { revision } = this.#fleet;
    const now = Date.now();
    const cached = this.#fleets.get(key);
    const recent = cached && now - cached.writtenAt < MAX_AGE_MS;
    const fresh =
      recent && (cached.revision === revision || now - cached.at < MIN_AGE_MS);
    if (fresh) {
      return cached.page;
    }
    const rows = this.#fleet.entries
      .filter(({ cluster }) => visibility.sees(cluster))
      .map(entry => visibleRow(entry, visibility));
    const made = new FleetPage(
      { revision: newestRevision(rows), ...queryFleet(rows, query) },
      this.#boot,
    );
    const kept = recent && cached.page.version === made.version;
    const page = kept ? cached.page : made;
    const writtenAt = kept ? cached.writtenAt : now;
    this.#fleets.set(key, { revision, at: now, writtenAt, page });
    this.#earlier.set(page.version, page.rows);
    return page;
  }
}
