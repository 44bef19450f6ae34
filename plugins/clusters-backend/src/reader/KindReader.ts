import type { ClusterConnection } from './ClusterConnection';
import { type FeedPlan, pathOf } from './FeedPlan';
import type { ListMetadata, ListScanner } from './json/ListScanner';
import { ObjectDecoder, type WatchEvent } from './json/ObjectDecoder';
import type { KubeClient, ListBody, RequestSubject } from './KubeClient';
import type { Projection } from './Projection';
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
  projection: Projection;
  /** Called when facts or the state of a feed changed. */
  onChange(): void;
}

/** Asks an API server for the objects of one kind. Remembers nothing. */
export class KindReader {
  readonly #plan: FeedPlan;
  readonly #context: FeedContext;
  readonly #decoder: ObjectDecoder;
  readonly #path: string;
  /** Without these there is no verdict: they are read first. */
  readonly #urgency: Urgency;

  constructor(plan: FeedPlan, context: FeedContext) {
    const { resource, required, versions } = plan.resource;
    const wanted = context.projection.wantedFields(resource) ?? {};
    this.#plan = plan;
    this.#context = context;
    this.#decoder = new ObjectDecoder(resource, wanted);
    this.#path = pathOf(plan, versions[0]);
    this.#urgency = required ? 'soon' : 'later';
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
    const { unpacking } = this.#context.gates;
    let coming: Promise<ListBody> | undefined = this.#page('', signal);
    let resourceVersion = '';
    while (coming) {
      const body: ListBody = await coming;
      coming = undefined;
      const metadata = await unpacking.run(
        () =>
          this.#read(body, take, continueToken => {
            coming = this.#page(continueToken, signal);
            coming.catch(() => {});
          }),
        signal,
        this.#urgency,
      );
      resourceVersion = metadata.resourceVersion;
    }
    return resourceVersion;
  }

  /** @param fetchNext - called as soon as it is known that more pages follow */
  async #read(
    body: ListBody,
    take: (object: unknown) => void,
    fetchNext: (continueToken: string) => void,
  ): Promise<ListMetadata> {
    const { work } = this.#context.gates;
    const { bytes, release } = await body.unpack();
    try {
      const page = this.#decoder.list(bytes);
      const early = page.readHead()?.continueToken;
      if (early) {
        fetchNext(early);
      }
      const metadata = await work.run(stepsOf(page, take), this.#urgency);
      if (!early && metadata.continueToken) {
        fetchNext(metadata.continueToken);
      }
      return metadata;
    } catch (error) {
      throw this.#decoder.failure(error, 'list');
    } finally {
      release();
    }
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
    const request = { ...open, path: this.#path, query, subject, signal };
    await client.watch(request, {
      onOpen,
      onLine: line => {
        connection.alive();
        onEvent(this.#event(line));
      },
    });
  }

  async #page(continueToken: string, signal: AbortSignal): Promise<ListBody> {
    const { client, connection, listing, gates, limits } = this.#context;
    const { pageSize = Infinity } = this.#plan;
    const query: Record<string, string> = {
      ...this.#selectors,
      limit: String(Math.min(limits.pageSize, pageSize)),
      ...(continueToken && { continue: continueToken }),
    };
    await connection.acquire(signal);
    const fetchPage = async () => {
      const body = await client.list({
        ...(await connection.open()),
        path: this.#path,
        query,
        subject: this.#subject('list'),
        signal,
      });
      connection.alive();
      connection.sawClock(body.clockSkewMs);
      return body;
    };
    return listing.run(
      () => gates.listing.run(fetchPage, signal, this.#urgency),
      signal,
      this.#urgency,
    );
  }

  #event(line: Buffer): WatchEvent {
    try {
      return this.#decoder.event(line);
    } catch (error) {
      throw this.#decoder.failure(error, 'watch');
    }
  }

  #subject(verb: 'list' | 'watch'): RequestSubject {
    return { verb, what: this.#plan.resource.resource };
  }

  get #selectors(): Record<string, string> {
    const { fieldSelector } = this.#plan;
    return fieldSelector ? { fieldSelector } : {};
  }
}

/** Takes the objects of a page, one per step. */
function* stepsOf(
  page: ListScanner,
  take: (object: unknown) => void,
): Generator<void, ListMetadata> {
  const items = page.items();
  let item = items.next();
  for (; !item.done; item = items.next()) {
    take(item.value);
    yield;
  }
  return item.value;
}
