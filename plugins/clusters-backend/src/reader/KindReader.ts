import type { Kind } from '@clusterworks/plugin-clusters-health';
import type { ClusterConnection } from './ClusterConnection';
import type { ListMetadata, ListScanner } from './json/ListScanner';
import { ObjectDecoder, type WatchEvent } from './json/ObjectDecoder';
import type { KubeClient, ListBody, RequestSubject } from './KubeClient';
import type { ListLane } from './ListLane';
import type { MemoryBudget } from './MemoryBudget';
import { ReaderError } from './ReaderError';
import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import type { Semaphore } from './Semaphore';
import type { Urgency } from './WorkQueue';

/** What all feeds of a cluster share. */
export interface FeedContext {
  client: KubeClient;
  connection: ClusterConnection;
  limits: ReaderLimits;
  gates: ReaderGates;
  /** Lists that this cluster may have under way. */
  listing: Semaphore;
  /** Which of the gates for lists this cluster goes through. */
  lane: ListLane;
  /** Memory for facts. */
  memory: MemoryBudget;
  /** Called when facts or the state of a feed changed. */
  onChange(): void;
}

/** A page that was fetched and is to be read. */
interface Page extends ListBody {
  /** To be called when nothing of it is needed any more. */
  leave(): void;
}

/** The pages of a list. */
interface Pages {
  /** The next one, while there is one. */
  coming: Promise<Page> | undefined;
}

const SPARE_PAGES = 100;

const ignore = () => {};

/** Asks an API server for the objects of one kind. Remembers nothing. */
export class KindReader {
  readonly #kind: Kind;
  readonly #context: FeedContext;
  readonly #decoder: ObjectDecoder;
  /** Without these there is no verdict: they are read first. */
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
   * @param take - called with the wanted fields of each
   * @returns the version that a watch goes on from
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

  /** Reads a page in its turn; the next one comes as soon as it is known. */
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
   * Follows the objects from a version on, until the server ends the watch.
   *
   * @param onOpen - called when the server agreed
   * @throws ReaderError
   */
  async watch(
    resourceVersion: string,
    onOpen: () => void,
    onEvent: (event: WatchEvent) => void,
    signal: AbortSignal,
  ): Promise<void> {
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
    await client.watch(request, {
      onOpen,
      onLine: line => {
        connection.alive();
        onEvent(this.#event(line));
      },
    });
  }

  /**
   * Fetches a page. It counts as under way until it is left, when it was read:
   * a slow process must not gather what many servers send.
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
      const leave = await lane.gate.enter(signal, this.#urgency);
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

  /** Pages that an honest list has, and some that are not full. */
  get #maxPages(): number {
    const { maxObjects } = this.#context.limits;
    return Math.ceil(maxObjects / this.#pageSize) + SPARE_PAGES;
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

/** Takes the objects of a page, one per step. */
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

/** Nobody will read the page that comes. */
function abandon({ coming }: Pages): void {
  coming?.then(page => page.leave(), ignore);
}
