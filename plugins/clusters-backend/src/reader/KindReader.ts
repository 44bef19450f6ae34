import type { Readable } from 'node:stream';
import type { Kind } from '@clusterworks/plugin-clusters-health';
import type { FeedContext } from './FeedContext';
import type { ListMetadata, ListScanner } from './json/ListScanner';
import { ObjectDecoder, type WatchEvent } from './json/ObjectDecoder';
import type { ListBody } from './KubeClient';
import { ReaderError } from './ReaderError';
import type { RequestSubject } from './RequestSubject';
import { mostOf } from './ReaderLimits';
import type { Urgency } from './WorkQueue';

/** A page that was fetched and is waiting to be read. */
interface Page extends ListBody {
  /** Called when the page's memory is no longer needed. */
  leave(): void;
}

/** The pages of a list. */
interface Pages {
  /** The next page, or undefined after the last. */
  coming: Promise<Page> | undefined;
}

const SPARE_PAGES = 100;

const ignore = () => {};

/** Requests the objects of one kind from an API server; keeps no state. */
export class KindReader {
  readonly #kind: Kind;
  readonly #context: FeedContext;
  readonly #decoder: ObjectDecoder;
  /** Kinds that a verdict requires are read first. */
  readonly #urgency: Urgency;

  constructor(kind: Kind, context: FeedContext) {
    this.#kind = kind;
    this.#context = context;
    this.#decoder = new ObjectDecoder(kind.groupResource, kind.wanted);
    this.#urgency = kind.required ? 'soon' : 'later';
  }

  /**
   * Lists all objects.
   *
   * @param take - called with the wanted fields of each object
   * @returns the resource version at which a watch starts
   * @throws ReaderError
   */
  async list(
    take: (object: unknown) => void,
    signal: AbortSignal,
  ): Promise<string> {
    const pages: Pages = { coming: this.#page('', signal) };
    let resourceVersion = '';
    for (let left = this.#maxPages; pages.coming; left -= 1) {
      const page: Page = await pages.coming;
      pages.coming = undefined;
      if (left === 0) {
        page.leave();
        throw this.#endless();
      }
      try {
        const metadata = await this.#unpack(page, take, pages, signal);
        resourceVersion = metadata.resourceVersion;
      } catch (error) {
        abandon(pages);
        throw this.#decoder.failure(error, 'list');
      } finally {
        page.leave();
      }
    }
    return resourceVersion;
  }

  /**
   * Reads a page in its turn; fetches the next as soon as its token is known.
   */
  #unpack(
    page: Page,
    take: (object: unknown) => void,
    pages: Pages,
    signal: AbortSignal,
  ): Promise<ListMetadata> {
    const { unpacking, work } = this.#context.gates;
    const fetchNext = (continueToken: string) => {
      pages.coming = this.#page(continueToken, signal);
      pages.coming.catch(ignore);
    };
    const read = async () => {
      const { bytes, release } = await page.unpack();
      try {
        const list = this.#decoder.list(bytes);
        const early = list.readHead()?.continueToken;
        if (early) {
          fetchNext(early);
        }
        const metadata = await work.run(
          stepsOf(list, take, signal),
          this.#urgency,
        );
        if (!early && metadata.continueToken) {
          fetchNext(metadata.continueToken);
        }
        return metadata;
      } finally {
        release();
      }
    };
    return unpacking.run(read, signal, this.#urgency);
  }

  /**
   * Opens a watch of the objects from a resource version on; resolves when the
   * server has accepted it.
   *
   * @returns the events, to be followed at once
   * @throws ReaderError
   */
  async watch(resourceVersion: string, signal: AbortSignal): Promise<Readable> {
    const { client, connection, limits } = this.#context;
    const open = await connection.acquire(signal);
    const seconds = limits.watchSeconds * (0.5 + Math.random() * 0.5);
    const query = {
      ...this.#selectors,
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion,
      timeoutSeconds: String(Math.ceil(seconds)),
    };
    const subject = this.#subject('watch');
    const request = { ...open, path: this.#kind.path, query, subject, signal };
    return await client.watch(request);
  }

  /** Follows an open watch until the server ends it; throws its errors. */
  follow(
    events: Readable,
    onEvent: (event: WatchEvent) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { client, connection } = this.#context;
    const onLine = (line: Buffer) => {
      connection.alive();
      onEvent(this.#event(line));
    };
    return client.follow(events, onLine, signal);
  }

  /**
   * Fetches a page. The page occupies its place in the gate until it was read,
   * so that a slow process does not collect pages from many servers in memory.
   */
  async #page(continueToken: string, signal: AbortSignal): Promise<Page> {
    const { client, connection, lane, listing } = this.#context;
    const query: Record<string, string> = {
      ...this.#selectors,
      limit: String(this.#pageSize),
      ...(continueToken && { continue: continueToken }),
    };
    await connection.acquire(signal);
    const fetchPage = async (): Promise<Page> => {
      const leave = await lane.enter(signal, this.#urgency);
      const asked = performance.now();
      try {
        const body = await client.list({
          ...(await connection.open()),
          path: this.#kind.path,
          query,
          subject: this.#subject('list'),
          signal,
        });
        lane.took(performance.now() - asked);
        connection.alive();
        connection.sawClock(body.clock);
        return {
          ...body,
          leave() {
            body.release();
            leave();
          },
        };
      } catch (error) {
        lane.failed();
        leave();
        throw error;
      }
    };
    return listing.run(fetchPage, signal, this.#urgency);
  }

  #event(line: Buffer): WatchEvent {
    try {
      return this.#decoder.event(line);
    } catch (error) {
      throw this.#decoder.failure(error, 'watch');
    }
  }

  #subject(verb: 'list' | 'watch'): RequestSubject {
    return { verb, what: this.#kind.groupResource };
  }

  get #pageSize(): number {
    const { pageSize = Infinity } = this.#kind;
    return Math.min(this.#context.limits.pageSize, pageSize);
  }

  /** As many pages as an honest list has, even if some are not full. */
  get #maxPages(): number {
    const most = mostOf(this.#kind, this.#context.limits);
    return Math.ceil(most / this.#pageSize) + SPARE_PAGES;
  }

  #endless(): ReaderError {
    const { groupResource } = this.#kind;
    return new ReaderError(
      'tooLarge',
      `The list of ${groupResource} has no end`,
    );
  }

  get #selectors(): Record<string, string> {
    const { fieldSelector } = this.#kind;
    return fieldSelector ? { fieldSelector } : {};
  }
}

/** Reads the objects of a page, one per step. */
function* stepsOf(
  page: ListScanner,
  take: (object: unknown) => void,
  signal: AbortSignal,
): Generator<void, ListMetadata> {
  const items = page.items();
  let item = items.next();
  for (; !item.done; item = items.next()) {
    signal.throwIfAborted();
    take(item.value);
    yield;
  }
  return item.value;
}

/** Releases a page that was fetched but will not be read. */
function abandon({ coming }: Pages): void {
  coming?.then(page => page.leave(), ignore);
}
